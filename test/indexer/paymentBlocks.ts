import { keccak256 } from '#keccak'
import type { VerifiedBlock } from '../../chain/reader/types.ts'
import { encodeEvent, encodeTopics } from '../../contracts/events/codec.ts'
import { bytesOf } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { paise } from '../../contracts/rules/units.ts'
import { batchOf } from '../../indexer/events/batch.ts'
import { logOf } from '../chain/reader/logOf.ts'

export const hashOf = (text: string) => keccak256(new TextEncoder().encode(text))
const ACCOUNT = `0x${'77'.repeat(32)}` as const
const CONTRACT = `0x${'c0'.repeat(20)}` as const

export const manifest: Manifest = {
  version: 1,
  chain: 'geth',
  chainId: 20482,
  genesisHash: `0x${'00'.repeat(32)}`,
  contract: CONTRACT,
  deployedBlock: 1,
  deployTransaction: `0x${'00'.repeat(32)}`,
  codeHash: `0x${'00'.repeat(32)}`,
  parties: { board: CONTRACT, regulator: CONTRACT, treasury: CONTRACT },
  signers: [],
  adjustmentLimitPaise: '0',
}

/** A block with one payment, the account's entry of the block's number. */
const blockAt = (number: number, branch = ''): VerifiedBlock => ({
  number,
  hash: hashOf(`${branch}${number}`),
  parentHash: hashOf(`${branch}${number - 1}`),
  stateRoot: hashOf('state'),
  timestamp: 1_700_000_000 + number,
  sealer: null,
  transactions: [
    {
      hash: hashOf(`t${branch}${number}`),
      index: 0,
      from: bytesOf(CONTRACT),
      to: null,
      succeeded: true,
    },
  ],
  logs: [
    logOf({
      address: bytesOf(CONTRACT),
      topics: encodeTopics('PaymentMade', ACCOUNT, number),
      data: encodeEvent('PaymentMade', {
        payer: CONTRACT,
        amount: paise(100n),
        channel: 0,
        receiptReference: `0x${'00'.repeat(32)}`,
        balance: paise(-100n * BigInt(number)),
      }),
      transactionIndex: 0,
      logIndex: 0,
    }),
  ],
})

export const batchAt = (from: number, to: number, branch = '') =>
  batchOf(Array.from({ length: to - from + 1 }, (_, place) => blockAt(from + place, branch)))
