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

/** A page asks for an account's entries of one event and another, again for each bill: they are sorted once. */
const byName = (entries: readonly Entry[]): ReadonlyMap<EventName, readonly Entry[]> => {
  const known = sorted.get(entries)
  if (known !== undefined) return known
  const names = Map.groupBy(entries, ({ name }) => name)
  sorted.set(entries, names)
  return names
}
const sorted = new WeakMap<readonly Entry[], ReadonlyMap<EventName, readonly Entry[]>>()
const none: readonly Entry[] = []
