import type { FieldsOf } from '../../../contracts/events/readers.ts'
import { LEDGER } from '../../../contracts/rules/accountCode.ts'
import { totalsOf } from '../accountState.ts'
import { entriesOf, historyOf } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { table } from '../output.ts'
import { owed } from '../owed.ts'
import { formatRupees, monthName } from '../quantities.ts'
import { provenBy, type Shown } from './shown.ts'

type Closing = Omit<FieldsOf<'PeriodClosed'>, 'month'>

/** The ledger's control totals: each closed period, what came since, and everything since the deployment. */
export async function showTotals(ledger: Ledger): Promise<Shown> {
  const history = await historyOf(ledger, LEDGER)
  const { billed, adjusted, paid } = await totalsOf(ledger, history.block.number)
  const closings = entriesOf(history, 'PeriodClosed')
  const sum = (of: 'billed' | 'adjusted' | 'paid') =>
    closings.reduce((total, { event }) => total + event.fields[of], 0n)
  const opening = closings.at(-1)?.event.fields.closing ?? 0n
  const closing = billed + adjusted - paid
  const since = {
    opening,
    billed: billed - sum('billed'),
    adjusted: adjusted - sum('adjusted'),
    paid: paid - sum('paid'),
    closing,
  }
  const ever = { opening: 0n, billed, adjusted, paid, closing }
  const rows = [
    ...closings.map(({ event: { fields } }) => row(`closed in ${monthName(fields.month)}`, fields)),
    row('since then', since),
    row('since the deployment', ever),
  ]
  const checks = [...closings.map(({ event }) => event.fields), since, ever].map(addsUp)
  const follow = closings.every(
    ({ event }, place) =>
      event.fields.opening === (closings[place - 1]?.event.fields.closing ?? 0n),
  )
  const agrees = follow && checks.every(Boolean)
  return {
    json: {
      periods: closings.map(({ event: { fields }, transaction, block }) => ({
        month: monthName(fields.month),
        ...inPaise(fields),
        transaction,
        block,
      })),
      since: inPaise(since),
      ever: inPaise(ever),
      agrees,
      block: history.block.number,
    },
    lines: [
      'Control totals: opening + billed + adjusted − paid = closing',
      ...table(['period', '>opening', '>billed', '>adjusted', '>paid', '>closing'], rows),
      agrees
        ? 'Every line adds up, and each opens with what the one before closed with.'
        : 'These totals do not add up: tell the regulator.',
      `All accounts together: ${owed(closing)}.`,
      provenBy(history),
    ],
  }
}

/** "opening ₹0.00 + billed ₹5.00 + adjusted ₹0.00 − paid ₹2.00 = closing ₹3.00". */
export const closingLine = ({ opening, billed, adjusted, paid, closing }: Closing): string =>
  `opening ${formatRupees(opening)} + billed ${formatRupees(billed)} + adjusted ${formatRupees(adjusted)} − paid ${formatRupees(paid)} = closing ${formatRupees(closing)}`

type Sums = { readonly [Name in keyof Closing]: bigint }

const addsUp = ({ opening, billed, adjusted, paid, closing }: Sums) =>
  opening + billed + adjusted - paid === closing

const row = (period: string, { opening, billed, adjusted, paid, closing }: Sums) => [
  period,
  ...[opening, billed, adjusted, paid, closing].map(formatRupees),
]

const inPaise = ({ opening, billed, adjusted, paid, closing }: Sums) => ({
  openingPaise: opening,
  billedPaise: billed,
  adjustedPaise: adjusted,
  paidPaise: paid,
  closingPaise: closing,
})
