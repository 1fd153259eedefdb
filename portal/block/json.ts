import type { Json } from '../answer.ts'
import { entryJson } from '../record/entryJson.ts'
import type { FoundBlock } from './query.ts'

export const blockJson = (block: FoundBlock): Json => ({
  block: {
    number: block.number,
    hash: block.hash,
    parentHash: block.parentHash,
    stateRoot: block.stateRoot,
    timestamp: block.timestamp,
    sealer: block.sealer,
    transactions: block.transactionCount,
    logs: block.logCount,
  },
  entries: block.entries.map(entryJson),
})
