/**
 * Something a person must look at: the indexer stops, having stored nothing of it. Errors of the network or of Postgres are
 * none; those pass, and are tried again.
 */
export abstract class IndexerAlarm extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** How the process ends, by alarm: README.md has a line for each. */
export const exitCodes = {
  ForeignChain: 3,
  ForeignDatabase: 3,
  RewoundChain: 4,
  DeepReorg: 5,
  UndecodableBlock: 6,
  UnlinkedHeader: 7,
  UnreadableBlock: 7,
  UnprovenReceipts: 7,
  UnprovenTransactions: 7,
  WaveringNode: 7,
  UnknownSealer: 8,
  TooFewParties: 8,
  SignerChange: 8,
  RefusedRows: 9,
} as const

export type AlarmName = keyof typeof exitCodes

export const isAlarmName = (name: string): name is AlarmName => name in exitCodes

/** The database holds another chain, or another contract's rows, than the manifest names. */
export class ForeignDatabase extends IndexerAlarm {
  /** Whether nobody sealed what it holds: an anvil's rows, which no ledger rests on. */
  readonly isPractice: boolean

  constructor(held: string, wanted: string, isPractice: boolean) {
    super(
      `The database follows ${held}, the manifest names ${wanted}. Nothing was touched. Point DATABASE_URL at a database of this chain's own, or WATTLEDGER_HOME at the other chain's manifest.`,
    )
    this.isPractice = isPractice
  }
}

/** A block holds a log of the contract that is none of its events, or whose data don't fit. */
export class UndecodableBlock extends IndexerAlarm {
  readonly block: number
  readonly logIndex: number
  readonly topic: string

  constructor(block: number, logIndex: number, topic: string, cause: Error) {
    super(
      `Block ${block}, log ${logIndex}, topic ${topic}: ${cause.message} Nothing of this block was stored. Check that the manifest names the right contract and that this code is as new as the contract.`,
      { cause },
    )
    this.block = block
    this.logIndex = logIndex
    this.topic = topic
  }
}

/** Postgres refused proven rows, such as the same entry of an account twice: contract and schema disagree. */
export class RefusedRows extends IndexerAlarm {
  constructor(from: number, to: number, cause: Error) {
    super(
      `Postgres refused the rows of blocks ${from} to ${to}: ${cause.message}. None of them was stored. Contract and schema disagree: report it with this message.`,
      { cause },
    )
  }
}
