import { ReceiptLog } from '../../../contracts/proof/receipt.ts'
import { encodeRlp, RlpReader } from '../../../contracts/proof/rlp.ts'

export interface LogContent {
  readonly address: Uint8Array
  readonly topics: readonly Uint8Array[]
  readonly data: Uint8Array
  readonly transactionIndex: number
  readonly logIndex: number
}

/** A log of such content, as the reader takes it from a receipt. */
export const logOf = (content: LogContent): ReceiptLog => {
  const { address, topics, data, transactionIndex, logIndex } = content
  const bytes = encodeRlp([address, topics, data])
  return new ReceiptLog(bytes, new RlpReader(bytes).list(), transactionIndex, logIndex)
}
