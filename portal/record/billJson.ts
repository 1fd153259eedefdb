import type { Line } from '../../contracts/rules/line.ts'
import { formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import { agrees } from '../derive/deriveBill.ts'
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
    dueDay: formatDay(dueDay),
    leftPaise: String(standing.left),
    status: standing.status,
    isRevised: standing.isRevised,
    isDisputed: standing.dispute !== null && standing.dispute.outcome === null,
    reading: {
      kind: readingId(reading.fields.kind),
      previousWh: String(reading.fields.previous),
      presentWh: String(reading.fields.present),
      multiplier: reading.fields.multiplier,
      seq: reading.seq,
    },
    charges: charges.map(entryJson),
    lines: (derived?.lines ?? []).map(lineJson),
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
