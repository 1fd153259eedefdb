import type { BillDerivation } from '../../../contracts/rules/bill.ts'
import type { PooledBill } from '../../../contracts/rules/pool.ts'
import { reasonWords } from '../../../contracts/rules/reason.ts'
import type { BillOnChain } from '../bills.ts'
import { usualOfEstimate } from '../estimating.ts'
import { entriesOf, type History } from '../history.ts'
import { formatDay, formatKwh, formatRupees } from '../quantities.ts'

/** What happened to a bill after its reading, in lines; none where nothing did. */
export function billStory(
  history: History,
  found: BillOnChain,
  derived: BillDerivation,
  standing: PooledBill | undefined,
): string[] {
  return [
    ...trueUp(history, found, derived),
    ...found.revisions.map(({ event: { fields }, block }) => revisionLine(fields, block)),
    ...entriesOf(history, 'AdjustmentPosted')
      .filter(({ event }) => event.fields.bill === found.number)
      .map(
        ({ event: { fields }, block }) =>
          `Adjusted ${signed(fields.amount)}, ${reasonWords(fields.reason)} (document ${short(fields.document)}, block ${block})`,
      ),
    ...disputes(history, found.number),
    ...(standing === undefined ? [] : [standingLine(standing)]),
  ]
}

function trueUp(
  history: History,
  found: BillOnChain,
  { alreadyCharged }: BillDerivation,
): string[] {
  return [
    ...(found.isEstimated ? [`Estimate ${estimateWords(history, found)}`] : []),
    ...(alreadyCharged === 0n
      ? []
      : [
          `True-up  the whole stretch is charged, less ${formatRupees(alreadyCharged)} that estimates had charged`,
        ]),
  ]
}

function estimateWords(history: History, found: BillOnChain): string {
  const usual = usualOfEstimate(history, found)
  const { present, rollover } = found.reading
  if (usual === undefined) return 'FLAGGED: there was no real bill to go by'
  return usual.present === present && usual.rollover === rollover
    ? `as usual: ${usual.formula}; the next real reading trues it up`
    : `FLAGGED: the usual would be ${formatKwh(usual.present)} (${usual.formula}), not ${formatKwh(present)}; the next real reading trues it up`
}

function revisionLine(
  fields: BillOnChain['revisions'][number]['event']['fields'],
  block: number,
): string {
  const { revision, previous, present, wh, grossBefore, grossAfter, difference, reason, document } =
    fields
  return [
    `Revised  no. ${revision}, ${reasonWords(reason)}: registers ${formatKwh(previous)} to ${formatKwh(present)}, ${formatKwh(wh)}; `,
    `charges ${formatRupees(grossBefore)} → ${formatRupees(grossAfter)}, ${signed(difference)} on the bill `,
    `(document ${short(document)}, block ${block})`,
  ].join('')
}

function disputes(history: History, number: number): string[] {
  return history.entries.flatMap(({ event, block }) => {
    if (event.name === 'BillDisputed' && event.fields.bill === number) {
      const { amount, reasonHash } = event.fields
      return [
        `Disputed ${formatRupees(amount)} of it (reason ${short(reasonHash)}, block ${block})`,
      ]
    }
    if (event.name !== 'DisputeResolved' || event.fields.bill !== number) return []
    const { outcome, document } = event.fields
    const words =
      outcome === 0 ? 'upheld: the bill stands' : 'granted: the bill is or will be corrected'
    return [`Resolved ${words} (document ${short(document)}, block ${block})`]
  })
}

function standingLine({ status, left, heldBack, overdueSince, dispute }: PooledBill): string {
  return [
    `Now      ${status}, ${left === 0n ? 'nothing' : formatRupees(left)} left to pay`,
    ...(overdueSince === null ? [] : [`overdue since ${formatDay(overdueSince)}`]),
    ...(dispute !== null && dispute.outcome === null
      ? [`dispute open, ${formatRupees(heldBack)} held back`]
      : []),
  ].join(', ')
}

const signed = (amount: bigint) => (amount > 0n ? `+${formatRupees(amount)}` : formatRupees(amount))
const short = (hash: string) => `${hash.slice(0, 10)}…`
