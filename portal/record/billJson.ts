import { billLines } from '../../contracts/rules/bill.ts'
import type { Line } from '../../contracts/rules/line.ts'
import { formatDay } from '../../contracts/rules/day.ts'
import { type Paise, paise, type Wh } from '../../contracts/rules/units.ts'
import type { Json } from '../answer.ts'
import type { EstimateCheck } from '../derive/checkEstimate.ts'
import { agrees, type DerivedBill } from '../derive/deriveBill.ts'
import { type DerivedRevision, isTrue } from '../derive/derivedRevision.ts'
import { readingId } from '../words/readingKind.ts'
import { entryJson } from './entryJson.ts'
import type { StandingBill } from './history.ts'

/**
 * One bill for machines: as it stands, every line of it as worked out here. Of a corrected one that is as corrected, and
 * `original` what was issued; null where nothing was corrected.
 */
export const billJson = (bill: StandingBill) => {
  const { issued, reading, standing } = bill
  const { number, start, end, alreadyCharged, dueDay } = issued.fields
  const original = figuresJson(bill.charges, bill.derived, {
    ...issued.fields,
    wh: reading.fields.wh,
    previous: reading.fields.previous,
    present: reading.fields.present,
  })
  const last = bill.revisions.at(-1)
  const { previousWh, presentWh, ...figures } =
    last === undefined
      ? original
      : figuresJson(last.charges, last.derived, {
          ...last.after,
          rounding: paise(last.after.amount - (last.after.gross - alreadyCharged)),
        })
  const refunded = bill.refunds.reduce((total, { fields }) => total + fields.amount, 0n)
  return {
    number,
    start: formatDay(start),
    end: formatDay(end),
    ...figures,
    alreadyChargedPaise: String(alreadyCharged),
    agrees: agrees(bill),
    asksPaise: String(bill.asks),
    refundedPaise: String(refunded),
    dueDay: formatDay(dueDay),
    leftPaise: String(standing.left),
    heldBackPaise: String(standing.heldBack),
    status: standing.status,
    isRevised: standing.isRevised,
    isDisputed: standing.dispute !== null && standing.dispute.outcome === null,
    due: bill.sums.map(({ kind, isRefund, number, dueDay, amount, left, heldBack, isOverdue }) => ({
      kind: isRefund ? 'refund' : kind,
      number,
      day: formatDay(dueDay),
      amountPaise: String(amount),
      leftPaise: String(left),
      heldBackPaise: String(heldBack),
      isOverdue,
    })),
    reading: {
      kind: readingId(reading.fields.kind),
      previousWh,
      presentWh,
      multiplier: reading.fields.multiplier,
      carriedWh: String(reading.fields.carried),
      isRollover: reading.fields.rollover,
      seq: reading.seq,
    },
    estimate: bill.estimate === null ? null : estimateJson(bill.estimate),
    original: last === undefined ? null : original,
    revisions: bill.revisions.map(revisionJson),
    seq: issued.seq,
    transaction: issued.at.transaction,
    block: issued.at.block,
  } satisfies Json
}

interface Figures {
  readonly previous: Wh
  readonly present: Wh
  readonly wh: Wh
  readonly gross: Paise
  readonly rounding: Paise
  readonly amount: Paise
}

/** The figures of a bill as issued, or as corrected: on the chain, and worked out here. */
const figuresJson = (
  charges: DerivedBill['charges'],
  derived: DerivedBill['derived'],
  { previous, present, wh, gross, rounding, amount }: Figures,
) => ({
  previousWh: String(previous),
  presentWh: String(present),
  wh: String(wh),
  grossPaise: String(gross),
  roundingPaise: String(rounding),
  amountPaise: String(amount),
  derivedPaise: derived === null ? null : String(derived.amount),
  charges: charges.map(entryJson),
  lines: linesJson(derived),
})

const linesJson = (derived: DerivedBill['derived']) =>
  derived === null ? [] : billLines(derived).map(lineJson)

const lineJson = (line: Line) => ({
  kind: line.kind,
  label: line.label,
  formula: line.formula,
  amountPaise: String(line.amount),
})

const estimateJson = (check: EstimateCheck) => ({
  state: check.state,
  expectedWh: check.state === 'departs' ? String(check.expected) : null,
  bills: check.state === 'groundless' ? [] : check.bills.map(({ number }) => number),
})

/** `isTrue`: what it says it corrects is what was recorded, and the restated register makes what it says. */
const revisionJson = (revision: DerivedRevision) => ({
  ...entryJson(revision.entry),
  by: revision.entry.at.sender,
  amountBeforePaise: String(revision.before.amount),
  amountAfterPaise: String(revision.after.amount),
  derivedPaise: revision.derived === null ? null : String(revision.derived.amount),
  isTrue: isTrue(revision),
  charges: revision.charges.map(entryJson),
  lines: linesJson(revision.derived),
})
