import { sql } from 'kysely'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import { accountOfCategory, LEDGER } from '../../contracts/rules/accountCode.ts'
import { entryTables } from '../../migrations/tables.ts'
import type { Ledger } from '../readOnly.ts'
import type { FoundAccount } from './findAccount.ts'
import { type History, readHistory } from './history.ts'
import type { Standing } from './standing.ts'

/** Gives the history of an account as of the block of `standing`. */
export type HistoryOf = (db: Ledger, found: FoundAccount, standing: Standing) => Promise<History>

/** Entries of all histories kept together: a hundred households of two years, about 50 MB. */
const ENTRIES = 10_000
/** Blocks and transactions are not looked at again so long: who alters one of those is found out after it. */
const KEPT_MS = 60_000

interface Kept {
  readonly history: History
  readonly today: number
  readonly version: string
  readonly readAt: number
}

/**
 * Reads and works out an account's history once for each change, not once a request: it is kept while the rows that it was
 * made of are the very same, until its day in India ends, or others need the room.
 */
export const keepHistories = (): HistoryOf => {
  const kept = new Map<Hex, Kept>()
  let entries = 0
  const drop = (account: Hex) => {
    entries -= kept.get(account)?.history.entries.length ?? 0
    kept.delete(account)
  }
  return async (db, found, standing) => {
    const { account } = found
    const known = kept.get(account)
    const isSo = known !== undefined && (await isStill(db, known, found, standing))
    const now = isSo ? known : await readNow(db, found, standing)
    drop(account)
    kept.set(account, now)
    entries += now.history.entries.length
    // A Map is in the order in which its keys came: the one asked for longest ago goes first.
    for (const other of kept.keys()) {
      if (entries <= ENTRIES || other === account) break
      drop(other)
    }
    return now.history
  }
}

const readNow = async (db: Ledger, found: FoundAccount, standing: Standing): Promise<Kept> => {
  const history = await readHistory(db, found, standing)
  return {
    history,
    today: standing.today,
    version: await versionOf(db, history),
    readAt: Date.now(),
  }
}

const isStill = async (
  db: Ledger,
  { history, today, version, readAt }: Kept,
  { code }: FoundAccount,
  standing: Standing,
): Promise<boolean> =>
  history.code === code &&
  today === standing.today &&
  Date.now() - readAt < KEPT_MS &&
  version === (await versionOf(db, history))

/**
 * Which versions of rows a history was made of: the account's, its categories' and the ledger's own. Postgres gives each
 * row that is written or altered the number of the transaction that did it.
 */
const versionOf = async (db: Ledger, { account, rates }: History): Promise<string> => {
  const categories = new Set(rates.map(({ tariff }) => accountOfCategory(tariff.category)))
  const accounts = [account, LEDGER, ...categories].map((id) => bytesOf(id))
  const versions = sql<{ rows: number; writers: bigint }>`(${sql.join(
    Object.keys(entryTables).map(
      (table) => sql`
        select count(*) as rows, coalesce(sum(xmin::text::bigint), 0) as writers
        from ${sql.table(table)} where account = any(${accounts}::bytea[])`,
    ),
    sql` union all `,
  )})`
  const row = await db
    .selectFrom(versions.as('version'))
    .select(({ fn }) => [
      fn.sum<bigint>('rows').as('rows'),
      fn.sum<bigint>('writers').as('writers'),
    ])
    .executeTakeFirstOrThrow()
  return `${row.rows}/${row.writers}`
}
