import type { Hex } from '../../contracts/events/hex.ts'
import { Lately } from '../lately.ts'
import type { Ledger } from '../readOnly.ts'
import { type BesideOf, keepBeside } from './beside.ts'
import type { Version } from './entriesAtOnce.ts'
import type { FoundAccount } from './findAccount.ts'
import { type History, readHistory, versionNow } from './history.ts'
import type { Standing } from './standing.ts'

/** Gives the history of an account as of the block of `standing`. */
export type HistoryOf = (db: Ledger, found: FoundAccount, standing: Standing) => Promise<History>

/** Entries of all histories kept together: a hundred households of two years, about 50 MB. */
const ENTRIES = 10_000
/** So many accounts are remembered as asked for lately, about as many as are kept. */
const LATELY = 100
/** Blocks and transactions are not looked at again so long: who alters one of those is found out after it. */
const KEPT_MS = 60_000

interface Kept {
  readonly history: History
  readonly today: number
  readonly readAt: number
}

/**
 * Reads and works out the history of an account that is asked for again once for each change, not once a request: it is
 * kept while the rows that it was made of are the very same, until its day in India ends, or others need the room. Whoever
 * walks over all accounts keeps nothing: what lives on is copied by the garbage collector, which took longer than the page.
 */
export const keepHistories = (): HistoryOf => {
  const kept = new Map<Hex, Kept>()
  const lately = new Lately<Hex>(LATELY)
  const besideOf = keepBeside()
  let entries = 0
  const drop = (account: Hex) => {
    entries -= kept.get(account)?.history.entries.length ?? 0
    kept.delete(account)
  }
  return async (db, found, standing) => {
    const { account } = found
    const known = kept.get(account)
    const isSo = known !== undefined && (await isStill(db, known, found, standing, besideOf))
    const now = isSo ? known : await readNow(db, found, standing, besideOf)
    drop(account)
    if (!lately.ask(account)) return now.history
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

const readNow = async (
  db: Ledger,
  found: FoundAccount,
  standing: Standing,
  besideOf: BesideOf,
): Promise<Kept> => ({
  history: await readHistory(db, found, standing, besideOf),
  today: standing.today,
  readAt: Date.now(),
})

const isStill = async (
  db: Ledger,
  { history, today, readAt }: Kept,
  { code }: FoundAccount,
  standing: Standing,
  besideOf: BesideOf,
): Promise<boolean> =>
  history.code === code &&
  today === standing.today &&
  Date.now() - readAt < KEPT_MS &&
  isSame(history.version, await versionNow(db, history, standing, besideOf))

const isSame = (one: Version, other: Version): boolean =>
  one.rows === other.rows && one.writers === other.writers
