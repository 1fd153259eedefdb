import { type Paise, paise } from '../../contracts/rules/units.ts'
import type { LedgerTotals, Sums } from '../node/ledgerTotals.ts'
import type { Proven } from '../node/witness.ts'
import type { EntryOf } from '../record/entry.ts'
import type { CountedTotals } from './query.ts'

/** A period's money: opening + billed + adjusted − paid = closing. */
export interface Account extends Sums {
  readonly opening: Paise
  readonly closing: Paise
}

/** One period twice: as the contract has it, and as the rows here add up. */
export interface TotalsLine {
  readonly period: 'closed' | 'since' | 'ever'
  readonly entry: EntryOf<'PeriodClosed'> | null
  /** The closing before it; null for the first period, and for ever. */
  readonly before: EntryOf<'PeriodClosed'> | null
  /** null where the node could not be asked. */
  readonly contract: Account | null
  readonly here: Account
  /** 'unknown' where there is nothing to compare with just now. */
  readonly verdict: 'pass' | 'fail' | 'unknown'
}

export interface ComparedTotals {
  /** Closed periods in order, then what came since. */
  readonly periods: readonly TotalsLine[]
  readonly ever: TotalsLine
  /** Why the contract's totals of now are not known; null where they are. */
  readonly reason: string | null
}

/** Lays the contract's totals beside those of the rows, period by period and for ever. */
export const compareTotals = (
  { periods, sinceClosing }: CountedTotals,
  proven: Proven<LedgerTotals>,
): ComparedTotals => {
  let opening = paise(0n)
  let contractOpening = paise(0n)
  const lines: TotalsLine[] = []
  for (const { entry, before, sums } of periods) {
    const here = accountOf(opening, sums)
    const contract = entry.fields
    lines.push(lineOf('closed', { entry, before }, contract, here, contractOpening))
    opening = here.closing
    contractOpening = contract.closing
  }
  const since = accountOf(opening, sinceClosing)
  const ever = accountOf(paise(0n), sum([...periods.map(({ sums }) => sums), sinceClosing]))
  const now = proven.isProven ? proven.value : null
  const sinceOnChain =
    now === null
      ? null
      : accountOf(owed(now.atClosing), {
          billed: paise(now.now.billed - now.atClosing.billed),
          adjusted: paise(now.now.adjusted - now.atClosing.adjusted),
          paid: paise(now.now.paid - now.atClosing.paid),
        })
  const everOnChain = now === null ? null : accountOf(paise(0n), now.now)
  return {
    periods: [
      ...lines,
      lineOf(
        'since',
        { entry: null, before: periods.at(-1)?.entry ?? null },
        sinceOnChain,
        since,
        contractOpening,
      ),
    ],
    ever: lineOf('ever', { entry: null, before: null }, everOnChain, ever, paise(0n)),
    reason: proven.isProven ? null : proven.reason,
  }
}

const lineOf = (
  period: TotalsLine['period'],
  { entry, before }: Pick<TotalsLine, 'entry' | 'before'>,
  contract: Account | null,
  here: Account,
  /** What the period before it closed with. */
  opening: Paise,
): TotalsLine => ({
  period,
  entry,
  before,
  contract,
  here,
  verdict:
    contract === null
      ? 'unknown'
      : isSame(contract, here) && addsUp(contract) && contract.opening === opening
        ? 'pass'
        : 'fail',
})

const owed = ({ billed, adjusted, paid }: Sums): Paise => paise(billed + adjusted - paid)

const accountOf = (opening: Paise, sums: Sums): Account => ({
  ...sums,
  opening,
  closing: paise(opening + owed(sums)),
})

/** The columns of the account, in their order. */
export const columns = ['opening', 'billed', 'adjusted', 'paid', 'closing'] as const

const isSame = (a: Account, b: Account): boolean => columns.every((name) => a[name] === b[name])

const addsUp = ({ opening, closing, ...sums }: Account): boolean => opening + owed(sums) === closing

const sum = (all: readonly Sums[]): Sums => ({
  billed: paise(all.reduce((total, { billed }) => total + billed, 0n)),
  adjusted: paise(all.reduce((total, { adjusted }) => total + adjusted, 0n)),
  paid: paise(all.reduce((total, { paid }) => total + paid, 0n)),
})
