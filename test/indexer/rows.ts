import { sql } from 'kysely'
import { encodeEvent } from '../../contracts/events/codec.ts'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import { layouts, type EventName, type Layout } from '../../contracts/events/layouts.ts'
import { topicBytesOf } from '../../contracts/events/topics.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import type { connect } from '../../migrations/connect.ts'
import { entryTables, tableOf } from '../../migrations/tables.ts'

type Database = ReturnType<typeof connect>

export interface StoredEntry {
  name: EventName
  account: Hex
  seq: number
  block: number
  transactionIndex: number
  logIndex: number
  /** By the names of IBilling.sol: bigint, number, boolean or 0x-string. */
  fields: Record<string, unknown>
}

/** Every entry that Postgres holds, in the chain's order, its columns named as the contract's words again. */
export const storedEntries = async (db: Database): Promise<StoredEntry[]> => {
  const entries: StoredEntry[] = []
  for (const name of Object.keys(layouts) as EventName[]) {
    const table = tableOf[name]
    const columns = Object.keys(entryTables[table]).slice(5)
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      db,
    )
    for (const row of rows)
      entries.push({
        name,
        account: hexOf(row['account'] as Uint8Array),
        seq: row['seq'] as number,
        block: row['block_number'] as number,
        transactionIndex: row['transaction_index'] as number,
        logIndex: row['log_index'] as number,
        fields: Object.fromEntries(
          (layouts[name] as Layout).map(([field], place) => [
            field,
            plain(row[columns[place] as string]),
          ]),
        ),
      })
  }
  return entries.toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex)
}

/** Each account's head, folded from its rows. */
export const headsOf = (entries: readonly StoredEntry[]): Map<Hex, Hex> => {
  const heads = new Map<Hex, Uint8Array>()
  const bySeq = entries.toSorted((a, b) => a.seq - b.seq)
  for (const { name, account, seq, fields } of bySeq) {
    const data = encodeEvent(name, fields as Parameters<typeof encodeEvent>[1])
    const before = heads.get(account) ?? emptyHead()
    heads.set(account, accountHead(before, topicBytesOf(name), seq, data))
  }
  return new Map([...heads].map(([account, head]) => [account, hexOf(head)]))
}

const plain = (value: unknown) => (value instanceof Uint8Array ? hexOf(value) : value)

/** An entry as `entriesByEthers` gives it. */
export const asEthers = ({ fields, ...entry }: StoredEntry) => ({
  ...entry,
  data: Object.values(fields).map(String),
})
