import { type DayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import type { OpenTotalRow } from '../../migrations/tables/openTotal.ts'
import type { Ledger } from '../readOnly.ts'
import { isBehind, type Standing, todayOf } from '../record/standing.ts'
import { ageOf, ages } from './ages.ts'

/** What accounts of a category have open. */
export interface AgeingLine {
  readonly category: number
  /** Overdue, an amount for each of `ages`. */
  readonly overdue: readonly Paise[]
  readonly notDue: Paise
  readonly held: Paise
  readonly credit: Paise
  /** Overdue + not due + held back − credit. */
  readonly owed: Paise
}

export interface Ageing {
  readonly lines: readonly AgeingLine[]
  readonly total: AgeingLine
  /** Whether accounts have new entries that these sums don't hold yet. */
  readonly isBehind: boolean
}

/**
 * What is open, by category and age: from the totals by due day, of which there are as many as categories times days on
 * which something is due, however large the ledger.
 */
export const readAgeing = async (db: Ledger, standing: Standing | null): Promise<Ageing> => {
  const today = todayOf(standing)
  const rows = await db.selectFrom('open_total').selectAll().orderBy('category').execute()
  return {
    lines: [...Map.groupBy(rows, ({ category }) => category)].map(([category, rows]) =>
      lineOf(category, rows, today),
    ),
    total: lineOf(0, rows, today),
    isBehind: isBehind(standing),
  }
}

export const lineOf = (
  category: number,
  rows: readonly Pick<OpenTotalRow, 'kind' | 'due_day' | 'amount_paise'>[],
  today: DayNumber,
): AgeingLine => {
  const due = rows.filter(({ kind }) => kind === 'due')
  const aged = due.map((row) => ({ ...row, age: ageOf(row.due_day, today) }))
  const held = sum(rows.filter(({ kind }) => kind === 'held'))
  const credit = sum(rows.filter(({ kind }) => kind === 'credit'))
  return {
    category,
    overdue: ages.map((age) => sum(aged.filter((row) => row.age === age))),
    notDue: sum(aged.filter(({ age }) => age === null)),
    held,
    credit,
    owed: paise(sum(due) + held - credit),
  }
}

const sum = (rows: readonly { readonly amount_paise: Paise }[]): Paise =>
  paise(rows.reduce((total, { amount_paise }) => total + amount_paise, 0n))
