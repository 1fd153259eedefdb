import type { PooledBill } from '../../../contracts/rules/pool.ts'
import { table } from '../output.ts'
import { formatDay, formatRupees } from '../quantities.ts'

/** How bills stand today, in order of number; bill 0 are the opening arrears. */
export const standingTable = (bills: readonly PooledBill[]): string[] =>
  bills.length === 0
    ? []
    : table(
        ['bill', '>asks', '>left', 'status'],
        bills.map((bill) => [
          bill.number === 0 ? 'opening arrears' : String(bill.number),
          formatRupees(bill.asks),
          formatRupees(bill.left),
          [
            bill.status,
            ...(bill.overdueSince === null ? [] : [`since ${formatDay(bill.overdueSince)}`]),
            ...(bill.dispute !== null && bill.dispute.outcome === null ? ['disputed'] : []),
            ...(bill.isRevised ? ['revised'] : []),
          ].join(', '),
        ]),
      )

export const standingJson = ({
  status,
  left,
  heldBack,
  overdue,
  overdueSince,
  dispute,
}: PooledBill) => ({
  status,
  leftPaise: left,
  heldBackPaise: heldBack,
  overduePaise: overdue,
  overdueSince: overdueSince === null ? null : formatDay(overdueSince),
  dispute:
    dispute === null ? null : { amountPaise: dispute.amount, outcome: dispute.outcome ?? 'open' },
})
