import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { type DayNumber, dayNumber, type Paise } from '../../contracts/rules/units.ts'
import type { OpenKind } from '../../migrations/tables/openSum.ts'
import { type Age, dueDaysOf } from '../board/ages.ts'
import type { Ledger } from '../readOnly.ts'

/** One sum that an account has open. */
export interface OpenLine {
  readonly code: string
  readonly category: number
  readonly bill: number
  readonly dueDay: DayNumber
  readonly amount: Paise
}

/** Where the list goes on: after this sum. */
export interface OpenCursor {
  readonly dueDay: number
  readonly account: Hex
  readonly bill: number
}

/** Which sums: of a kind, of an age or not yet due, of a category. */
export interface OpenFilter {
  readonly category: number | undefined
  readonly what: Age | 'not-due' | 'held' | 'credit'
}

const PAGE = 100

/** Open sums, the oldest due day first, by key: 100 a page. */
export const listOpen = async (
  db: Ledger,
  { category, what }: OpenFilter,
  after: OpenCursor | null,
  today: DayNumber,
  limit = PAGE,
): Promise<{ sums: OpenLine[]; next: OpenCursor | null }> => {
  const kind: OpenKind = what === 'held' || what === 'credit' ? what : 'due'
  let query = db
    .selectFrom('open_sum')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('due_day')
    .orderBy('account')
    .orderBy('bill')
    .limit(limit + 1)
  if (category !== undefined) query = query.where('category', '=', category)
  if (what === 'not-due') query = query.where('due_day', '>=', today)
  if (typeof what === 'object') {
    const { first, last } = dueDaysOf(what, today)
    query = query.where('due_day', '>=', first).where('due_day', '<=', last)
  }
  if (after !== null)
    query = query.where((eb) =>
      eb(
        eb.refTuple('due_day', 'account', 'bill'),
        '>',
        eb.tuple(dayNumber(after.dueDay), bytesOf(after.account), after.bill),
      ),
    )
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    sums: shown.map((row) => ({
      code: codeOf(hexOf(row.account)),
      category: row.category,
      bill: row.bill,
      dueDay: row.due_day,
      amount: row.amount_paise,
    })),
    next:
      rows.length > limit && last !== undefined
        ? { dueDay: last.due_day, account: hexOf(last.account), bill: last.bill }
        : null,
  }
}
