import type { BillingEvent, EventOf } from '../../contracts/events/codec.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'

/** Where an entry stands on the chain. */
export interface Position {
  readonly block: number
  readonly transaction: Hex
  readonly logIndex: number
  /** Whose key signed the transaction. */
  readonly sender: Hex
  /** Seconds since 1970, UTC: when the block says it was made. */
  readonly timestamp: number
}

/** One entry of the ledger: what was recorded, and where. */
export type Entry = BillingEvent & {
  readonly at: Position
  /** Of a charging station, in a list of several accounts' entries: its bills are called sessions. */
  readonly isStation?: boolean
}
export type EntryOf<Name extends EventName> = EventOf<Name> & { readonly at: Position }

/** The entries of one event, in the order given. */
export const only = <Name extends EventName>(
  entries: readonly Entry[],
  name: Name,
): EntryOf<Name>[] => entries.filter((entry) => entry.name === name) as unknown as EntryOf<Name>[]
