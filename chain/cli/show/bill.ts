import { auditOf } from '../../../contracts/rules/audit/auditOf.ts'
import { bill, type BillDerivation, billLines } from '../../../contracts/rules/bill.ts'
import { chargeLines } from '../../../contracts/rules/charge.ts'
import type { Line } from '../../../contracts/rules/line.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import { nameOf } from '../accountBook.ts'
import { billNumbered, type BillOnChain, inputOf, tariffsFor } from '../bills.ts'
import { eventJson } from '../events.ts'
import type { History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { columns } from '../output.ts'
import { owed } from '../owed.ts'
import { formatDay, formatKwh, formatRupees } from '../quantities.ts'
import { standingOf } from '../standing.ts'
import { billStory } from './billStory.ts'
import { readingKinds } from './consumption.ts'
import { provenBy, type Shown } from './shown.ts'
import { standingJson } from './standing.ts'

/** One bill as it stands, derived anew from its reading, terms and tariffs, beside what the chain has. Default: the last. */
export async function showBill(ledger: Ledger, history: History, wanted?: number): Promise<Shown> {
  const found = billNumbered(history, wanted ?? history.state.bills)
  const [tariffs, pool] = await Promise.all([
    tariffsFor(ledger, history),
    standingOf(ledger, history),
  ])
  const { number, recorded, issued, revisions, reading, gross, amount } = found
  const derived = bill(inputOf(history, tariffs, found))
  const contradictions = contradictionsOf(history, tariffs, found)
  const agrees = derived.gross === gross && derived.amount === amount && contradictions.length === 0
  const standing = pool.bills.find((each) => each.number === number)
  const { kind, meter, evidence } = recorded.event.fields
  const { start, end, dueDay, balance } = issued.event.fields
  const lines = billLines(derived)
  const extra = lines.filter(({ kind: of }) => ['alreadyCharged', 'rounding'].includes(of))
  return {
    json: {
      account: history.account,
      code: nameOf(history.account),
      number,
      start: formatDay(start),
      end: formatDay(end),
      kind: readingKinds[kind],
      meter,
      evidence,
      previousWh: reading.previous,
      presentWh: reading.present,
      rollover: reading.rollover,
      carriedWh: reading.carried,
      wh: derived.consumption.wh,
      lines: lines.map(({ kind: of, label, formula, amount: sum }) => ({
        kind: of,
        label,
        formula,
        amountPaise: sum,
      })),
      grossPaise: gross,
      alreadyChargedPaise: derived.alreadyCharged,
      roundingPaise: derived.rounding,
      amountPaise: amount,
      derivedPaise: derived.amount,
      agrees,
      contradictions,
      dueDay: formatDay(dueDay),
      balancePaise: balance,
      standing: standing === undefined ? null : standingJson(standing),
      revisions: revisions.map(revisionJson),
      transaction: issued.transaction,
      block: issued.block,
    },
    lines: [
      `Bill ${number} of ${nameOf(history.account)}, ${formatDay(start)} up to ${formatDay(end)}`,
      `Reading  ${readingKinds[kind] ?? kind}: ${derived.consumption.formula} = ${formatKwh(derived.consumption.wh)}`,
      ...derived.charges.flatMap(chargeTable),
      ...lineTable(extra),
      `Bill     ${formatRupees(amount)}, due on ${formatDay(dueDay)}; ${owed(balance)} in all when issued`,
      ...billStory(history, found, derived, standing),
      agrees
        ? `Derived here ${formatRupees(derived.amount)} = on chain ${formatRupees(amount)}.`
        : `Derived here ${formatRupees(derived.amount)}, but on chain ${formatRupees(amount)}: this bill does not follow from its reading, tariff and revisions; tell the regulator.`,
      ...contradictions.map((each) => `Wrong    ${each}.`),
      `Transaction ${issued.transaction}, block ${issued.block}.`,
      provenBy(history),
    ],
  }
}

/** What the audit of the account finds wrong with a bill: as issued, and with each of its corrections. */
function contradictionsOf(
  { entries }: History,
  tariffs: readonly Tariff[],
  { number, recorded, issued }: BillOnChain,
): string[] {
  const audit = auditOf(
    entries.map(({ event }) => event),
    tariffs,
  )
  const atIssue = audit.findings.filter(
    ({ seq }) => seq >= recorded.event.seq && seq <= issued.event.seq,
  )
  const corrected = audit.corrections
    .filter(({ event }) => event.fields.bill === number)
    .flatMap(({ found }) => found.list)
  return [...atIssue, ...corrected].map(({ seq, message }) => `entry ${seq}: ${message}`)
}

const revisionJson = ({ event, transaction, block }: BillOnChain['revisions'][number]) => ({
  ...eventJson(event),
  transaction,
  block,
})

function chargeTable(priced: BillDerivation['charges'][number]): string[] {
  const { part, tariff, charge } = priced
  const { firstDay, days, wh } = part
  return [
    `Part     from ${formatDay(firstDay)}, ${days === 1 ? '1 day' : `${days} days`}, ${formatKwh(wh)}, by tariff ${tariff.tariff} (from ${formatDay(tariff.effectiveFrom)}): ${formatRupees(charge)}`,
    ...lineTable(chargeLines(priced)),
  ]
}

const lineTable = (lines: readonly Line[]): string[] =>
  columns(
    lines.map(({ label, formula, amount }) => ['       ', label, formula, formatRupees(amount)]),
    [false, false, false, true],
  )
