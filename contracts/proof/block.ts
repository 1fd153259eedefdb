import { RlpReader } from './rlp.ts'

/**
 * The raw transactions in a raw block (header, transactions, uncles), as the header's `transactionsRoot` commits to them:
 * legacy ones are lists, typed ones stand in byte strings (EIP-2718). Throws `MalformedRlp`.
 */
export const transactionsIn = (rawBlock: Uint8Array): Uint8Array[] => {
  const outer = new RlpReader(rawBlock)
  const block = outer.list()
  outer.end()
  block.list()
  const transactions: Uint8Array[] = []
  for (const list = block.list(); !list.done;) {
    transactions.push(list.nextIsList ? list.raw() : list.bytes())
  }
  block.list()
  block.end()
  return transactions
}
