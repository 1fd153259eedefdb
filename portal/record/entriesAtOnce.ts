import { CompiledQuery } from 'kysely'
import type { ReadonlyCompiledQuery } from 'kysely/readonly'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { tableOf } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import type { Entry } from './entry.ts'
import { linesOf, readLines, writtenOnce } from './entryLines.ts'

/** Which entries of one account are wanted. */
export interface Wanted {
  readonly account: Hex
  readonly names: readonly EventName[]
}

/** How many rows there were, and the sum of Postgres's numbers of who wrote them: another where one was altered. */
export interface Version {
  readonly rows: number
  readonly writers: number
}

export const sumOf = (one: Version, other: Version): Version => ({
  rows: one.rows + other.rows,
  writers: one.writers + other.writers,
})

/** Entries of an account, whichever tables hold them, in the order of `seq`. */
export const entriesAtOnce = async (
  db: Ledger,
  { account, names }: Wanted,
): Promise<{ readonly entries: Entry[]; readonly version: Version }> => {
  const lines = await readLines(db, readingOf(names), [bytesOf(account)], names, () => account)
  return {
    entries: lines.map(({ entry }) => entry).sort((a, b) => a.seq - b.seq),
    version: { rows: lines.length, writers: lines.reduce((sum, { tag }) => sum + tag, 0) },
  }
}

/** The version of those rows as they are now. */
export const versionOfEntries = async (
  db: Ledger,
  { account, names }: Wanted,
): Promise<Version> => {
  const statement = CompiledQuery.raw(countingOf(names), [bytesOf(account)])
  const { rows } = await db.executeQuery(statement as ReadonlyCompiledQuery<Version>)
  return rows[0] ?? { rows: 0, writers: 0 }
}

const readingOf = writtenOnce((names) =>
  linesOf({ names, rows: (table) => `${table} where account = $1`, tag: 'xmin::text::bigint' }),
)

const countingOf = writtenOnce((names) => {
  const branches = names.map(
    (name) => `select xmin::text::bigint from "${tableOf[name]}" where account = $1`,
  )
  return `select count(*) as rows, coalesce(sum(writer), 0)::bigint as writers
    from (${branches.join(' union all ')}) entry (writer)`
})
