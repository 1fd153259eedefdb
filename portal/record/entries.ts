import { sql } from 'kysely'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { type EntryKind, tableOf } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import type { Entry } from './entry.ts'
import { entriesAtOnce } from './entriesAtOnce.ts'
import { accountEvents, eventOfRow, eventOfTable } from './eventOfRow.ts'
import { someAccounts } from './someAccounts.ts'
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
  const found: Entry[] = []
  for (const name of names) {
    const rows = await rowsOf(db, tableOf[name])
      .innerJoin(someAccounts(accounts), 'wanted.account', 'entry.account')
      .execute()
    found.push(...rows.map((row) => entryOf(name, row)))
  }
  return found.sort((a, b) => a.seq - b.seq)
}

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
  const found = new Map<string, Entry>()
  for (const [kind, wanted] of Map.groupBy(keys, (key) => key.kind)) {
    const accounts = wanted.map(({ account }) => account)
    const seqs = wanted.map(({ seq }) => seq)
    const rows = await rowsOf(db, kind)
      .innerJoin(
        sql<{
          account: Uint8Array
          seq: number
        }>`unnest(${accounts}::bytea[], ${seqs}::bigint[])`.as<'key'>(sql`key (account, seq)`),
        (join) =>
          join.onRef('key.account', '=', 'entry.account').onRef('key.seq', '=', 'entry.seq'),
      )
      .execute()
    for (const row of rows) found.set(keyOf(row), entryOf(eventOfTable(kind), row))
  }
  return keys.flatMap((key) => found.get(keyOf(key)) ?? [])
}

/**
 * Rows of one table of events with their block and transaction. All these tables begin alike, so one of them stands for
 * any in the types.
 */
const rowsOf = (db: Ledger, kind: EntryKind) =>
  db
    .selectFrom(`${kind as 'payment'} as entry`)
    .innerJoin('block', 'block.number', 'entry.block_number')
    .innerJoin('transaction', (join) =>
      join
        .onRef('transaction.block_number', '=', 'entry.block_number')
        .onRef('transaction.transaction_index', '=', 'entry.transaction_index'),
    )
    .selectAll('entry')
    .select(['block.timestamp as block_timestamp', 'transaction.hash as transaction_hash'])
    .select('transaction.sender as transaction_sender')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const entryOf = (name: EventName, row: Row): Entry => ({
  ...eventOfRow(name, row),
  at: {
    block: row.block_number,
    transaction: hexOf(row.transaction_hash),
    logIndex: row.log_index,
    sender: hexOf(row.transaction_sender),
    timestamp: row.block_timestamp,
  },
})

const keyOf = ({ account, seq }: { account: Uint8Array; seq: number }): string =>
  `${hexOf(account)}/${seq}`
