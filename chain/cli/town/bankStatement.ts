import { formatDay } from '../../../contracts/rules/day.ts'
import { plainRupees } from '../../../contracts/rules/money.ts'
import type { DayNumber, Paise } from '../../../contracts/rules/units.ts'
import type { Act } from './act.ts'
import type { Plan } from './plan.ts'

/** A receipt that reached the bank and that no cashier posted. */
export interface Unposted {
  readonly day: DayNumber
  readonly amount: Paise
  readonly bankReference: string
}

/** What a statement is of, counted back from the town's last day. */
const DAYS = 30
const HEADING = 'Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance'

interface Line {
  readonly day: DayNumber
  readonly narration: string
  readonly reference: string
  /** Below zero: the bank returned it. */
  readonly amount: bigint
}

/**
 * What the board's bank says of the town's last month, as a CSV file that `reconcile` knows: every UPI receipt and transfer
 * that was posted, and those that were not. Where all of the past was recorded at once it holds all of it, on the last day.
 */
export const bankStatement = ({ acts, accounts, end }: Plan, isLived: boolean): string => {
  const lines = [
    ...acts.flatMap(posted),
    ...accounts.flatMap(({ code, unposted }) =>
      unposted.map(({ day, amount, bankReference }): Line => ({
        day,
        narration: `UPI-${bankReference}-BILL OF ${code}`,
        reference: bankReference,
        amount,
      })),
    ),
  ]
  const shown = isLived
    ? lines.filter(({ day }) => day > end - DAYS).sort((a, b) => a.day - b.day)
    : lines.map((line) => ({ ...line, day: end }))
  let balance = 0n
  const rows = shown.map(({ day, narration, reference, amount }) => {
    balance += amount
    const [out, into] = amount < 0n ? [plainRupees(-amount), ''] : ['', plainRupees(amount)]
    return [
      formatDay(day),
      narration,
      reference,
      formatDay(day),
      out,
      into,
      plainRupees(balance),
    ].join()
  })
  return `${[HEADING, ...rows].join('\n')}\n`
}

/** Cash and cards come to the bank in sums of a day, so they are in no line of their own. */
const prefixes: Partial<Record<string, string>> = { upi: 'UPI', bank: 'NEFT' }

const posted = ({ day, deed }: Act): Line[] => {
  if (deed.kind !== 'receipt' && deed.kind !== 'reversal') return []
  const { channel, bankReference: reference, amount } = deed
  const prefix = prefixes[channel]
  if (prefix === undefined) return []
  const isBack = deed.kind === 'reversal'
  const narration = `${prefix}-${reference}-${isBack ? 'RETURNED' : 'ELECTRICITY BILL'}`
  return [{ day, narration, reference, amount: isBack ? 0n - amount : amount }]
}
