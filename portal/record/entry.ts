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
): readonly EntryOf<Name>[] =>
  (byName(entries).get(name) ?? none) as unknown as readonly EntryOf<Name>[]

/** Those of them that came before entry `seq`. */
export const onlyBefore = <Name extends EventName>(
  entries: readonly Entry[],
  name: Name,
  seq: number,
): EntryOf<Name>[] => only(entries, name).filter((entry) => entry.seq < seq)

/**
 * An account's page asks for its entries of one event after the other, again for each bill: they are sorted once, until
 * another account's turn. Not by a WeakMap, whose values outlive each small garbage collection.
 */
const byName = (entries: readonly Entry[]): ReadonlyMap<EventName, readonly Entry[]> => {
  if (sorted.entries !== entries)
    sorted = { entries, names: Map.groupBy(entries, ({ name }) => name) }
  return sorted.names
}
let sorted: {
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<EventName, readonly Entry[]>
} = { entries: [], names: new Map() }
const none: readonly Entry[] = []
