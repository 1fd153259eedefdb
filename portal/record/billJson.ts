import type { Line } from '../../contracts/rules/line.ts'
import { formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import type { EstimateCheck } from '../derive/checkEstimate.ts'
import { agrees } from '../derive/deriveBill.ts'
import { type DerivedRevision, isTrue } from '../derive/deriveRevisions.ts'
import { readingId } from '../words/readingKind.ts'
import { entryJson } from './entryJson.ts'
import type { StandingBill } from './history.ts'

/** One bill for machines: as recorded, every line of it as worked out here, and how it stands. */
export const billJson = (bill: StandingBill) => {
  const { issued, reading, charges, derived, standing } = bill
  const { number, start, end, gross, alreadyCharged, rounding, amount, dueDay } = issued.fields
  return {
    number,
    start: formatDay(start),
    end: formatDay(end),
    wh: String(reading.fields.wh),
    grossPaise: String(gross),
    alreadyChargedPaise: String(alreadyCharged),
    roundingPaise: String(rounding),
    amountPaise: String(amount),
    derivedPaise: derived === null ? null : String(derived.amount),
    agrees: agrees(bill),
    asksPaise: String(standing.asks),
    dueDay: formatDay(dueDay),
    leftPaise: String(standing.left),
    heldBackPaise: String(standing.heldBack),
    status: standing.status,
    isRevised: standing.isRevised,
    isDisputed: standing.dispute !== null && standing.dispute.outcome === null,
    due: standing.sums.map(({ kind, number, dueDay, amount, left, heldBack, isOverdue }) => ({
      kind,
      number,
      day: formatDay(dueDay),
      amountPaise: String(amount),
      leftPaise: String(left),
      heldBackPaise: String(heldBack),
      isOverdue,
    })),
    reading: {
      kind: readingId(reading.fields.kind),
      previousWh: String(reading.fields.previous),
      presentWh: String(reading.fields.present),
      multiplier: reading.fields.multiplier,
      carriedWh: String(reading.fields.carried),
      isRollover: reading.fields.rollover,
      seq: reading.seq,
    },
    estimate: bill.estimate === null ? null : estimateJson(bill.estimate),
    charges: charges.map(entryJson),
    lines: (derived?.lines ?? []).map(lineJson),
    revisions: bill.revisions.map(revisionJson),
    seq: issued.seq,
    transaction: issued.at.transaction,
    block: issued.at.block,
  } satisfies Json
}

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
  lines: (revision.derived?.lines ?? []).map(lineJson),
})
