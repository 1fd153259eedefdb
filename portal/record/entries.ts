import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import type { EntryKind } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import type { Entry } from './entry.ts'
import { entriesAtOnce } from './entriesAtOnce.ts'
import { linesOf, readLines, writtenOnce } from './entryLines.ts'
import { accountEvents, eventNames, eventOfTable } from './events.ts'
import { readStations } from './stations.ts'

/** What identifies an entry. */
export interface EntryKey {
  readonly account: Uint8Array
  readonly seq: number
  readonly kind: EntryKind
}

/** Every entry of a consumer's account, in the order of `seq`; or the entries of any account of the events `names`. */
export const accountEntries = async (
  db: Ledger,
  account: Hex,
  names: readonly EventName[] = accountEvents,
): Promise<Entry[]> => (await entriesAtOnce(db, { account, names })).entries

/** The entries of some events of many accounts, each account's in the order of `seq`. */
export const entriesOfAccounts = async (
  db: Ledger,
  accounts: readonly Hex[],
  names: readonly EventName[],
): Promise<Entry[]> => {
  if (accounts.length === 0) return []
  const parameters = [accounts.map((account) => bytesOf(account))]
  const accountOf = (place: number) => accounts[place - 1] as Hex
  const lines = await readLines(db, ofAccounts(names), parameters, names, accountOf)
  return lines.map(({ entry }) => entry).sort((a, b) => a.seq - b.seq)
}

const ofAccounts = writtenOnce((names) =>
  linesOf({
    names,
    before: `with wanted as materialized
      (select * from unnest($1::bytea[]) with ordinality wanted (of_account, place)) `,
    rows: (table) => `wanted inner join ${table} on account = of_account`,
    tag: 'place',
  }),
)

/** The entries with these keys, in the order of the keys; one that names a bill knows whether that is a station's session. */
export const entriesByKey = async (db: Ledger, keys: readonly EntryKey[]): Promise<Entry[]> => {
  const entries = await entriesWithKeys(db, keys)
  const isStation = await readStations(
    db,
    entries.filter(namesBill).map(({ account }) => account),
  )
  return entries.map((entry) => (isStation(entry) ? { ...entry, isStation: true } : entry))
}

const namesBill = ({ name, fields }: Entry): boolean => name === 'BillIssued' || 'bill' in fields

/** The same without that. */
export const entriesWithKeys = async (db: Ledger, keys: readonly EntryKey[]): Promise<Entry[]> => {
  if (keys.length === 0) return []
  const kinds = [...new Set(keys.map(({ kind }) => kind))]
  const [only] = kinds
  // Of one event or of any: for each set of them a connection would keep a plan.
  const names = kinds.length === 1 && only !== undefined ? [eventOfTable(only)] : eventNames
  const accounts = keys.map(({ account }) => account)
  const parameters = [
    accounts,
    keys.map(({ seq }) => seq),
    keys.map(({ kind }) => names.indexOf(eventOfTable(kind))),
  ]
  const accountOf = (place: number) => hexOf(accounts[place - 1] as Uint8Array)
  const lines = await readLines(db, withKeys(names), parameters, names, accountOf)
  return lines.sort((a, b) => a.tag - b.tag).map(({ entry }) => entry)
}

const withKeys = writtenOnce((names) =>
  linesOf({
    names,
    before: `with wanted as materialized (select * from
      unnest($1::bytea[], $2::bigint[], $3::bigint[]) with ordinality wanted (of_account, of_seq, of_kind, place)) `,
    rows: (table, name) => `wanted inner join ${table} on account = of_account and seq = of_seq
      where of_kind = ${names.indexOf(name)}`,
    tag: 'place',
  }),
)
