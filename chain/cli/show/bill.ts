import { bill, type BillDerivation, type BillInput } from '../../../contracts/rules/bill.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import { termsOfAgreement } from '../../../contracts/rules/terms.ts'
import { nameOf } from '../accountBook.ts'
import { Refused } from '../exit.ts'
import { entriesOf, type History, tariffsOf } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { columns } from '../output.ts'
import { owed } from '../owed.ts'
import { formatDay, formatKwh, formatRupees } from '../quantities.ts'
import { readingKinds } from './consumption.ts'
import { provenBy, type Shown } from './shown.ts'

const ESTIMATED = 2

/** One bill, derived anew from its reading, terms and tariffs, beside what the chain has. Default: the last. */
export async function showBill(ledger: Ledger, history: History, wanted?: number): Promise<Shown> {
  const number = wanted ?? history.state.bills
  const recorded = recordedBill(history, number)
  const derived = bill(inputOf(history, await tariffsFor(ledger, history), recorded))
  const { reading, issued } = recorded
  const { start, end, amount, dueDay, balance } = issued.event.fields
  const agrees = derived.amount === amount && derived.gross === issued.event.fields.gross
  const extra = derived.lines.filter(({ kind }) => ['alreadyCharged', 'rounding'].includes(kind))
  const { previous, present, kind, wh, meter, evidence } = reading.event.fields
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
      previousWh: previous,
      presentWh: present,
      wh,
      lines: derived.lines.map(({ kind: of, label, formula, amount: sum }) => ({
        kind: of,
        label,
        formula,
        amountPaise: sum,
      })),
      grossPaise: derived.gross,
      alreadyChargedPaise: derived.alreadyCharged,
      roundingPaise: derived.rounding,
      amountPaise: amount,
      derivedPaise: derived.amount,
      agrees,
      dueDay: formatDay(dueDay),
      balancePaise: balance,
      transaction: issued.transaction,
      block: issued.block,
    },
    lines: [
      `Bill ${number} of ${nameOf(history.account)}, ${formatDay(start)} up to ${formatDay(end)}`,
      `Reading  ${readingKinds[kind] ?? kind}: ${derived.consumption.formula} = ${formatKwh(wh)}`,
      ...derived.charges.flatMap(chargeLines),
      ...lineTable(extra),
      `Bill     ${formatRupees(amount)}, due on ${formatDay(dueDay)}; ${owed(balance)} in all when issued`,
      agrees
        ? `Derived here ${formatRupees(derived.amount)} = on chain ${formatRupees(amount)}.`
        : `Derived here ${formatRupees(derived.amount)}, but on chain ${formatRupees(amount)}: this bill does not follow from its reading and tariff; tell the regulator.`,
      `Transaction ${issued.transaction}, block ${issued.block}.`,
      provenBy(history),
    ],
  }
}

/** What the chain has of a bill. */
type RecordedBill = ReturnType<typeof recordedBill>

function recordedBill(history: History, number: number) {
  const reading = entriesOf(history, 'ConsumptionRecorded').find(
    ({ event }) => event.fields.bill === number,
  )
  const issued = entriesOf(history, 'BillIssued').find(
    ({ event }) => event.fields.number === number,
  )
  if (reading !== undefined && issued !== undefined) return { number, reading, issued }
  const last = history.state.bills
  throw new Refused(
    last === 0
      ? `The account ${nameOf(history.account)} has no bill yet: a reading makes one.`
      : `The account ${nameOf(history.account)} has no bill ${number}: its bills are 1 to ${last}.`,
  )
}

/** All that the bill follows from, out of the account's own entries and the tariffs. */
function inputOf(
  history: History,
  tariffs: Tariff[],
  { number, reading }: RecordedBill,
): BillInput {
  const { meter, previous, present, multiplier, carried, rollover, start, end } =
    reading.event.fields
  const before = { entries: history.entries.filter(({ event }) => event.seq < reading.event.seq) }
  const installed = entriesOf(before, 'MeterInstalled').findLast(
    ({ event }) => event.fields.meter === meter,
  )
  const modulus = installed?.event.fields.modulus ?? null
  const read = { previous, present, multiplier, carried, rollover, modulus, start, end }
  const terms = entriesOf(before, 'AgreementAccepted').map(({ event }) =>
    termsOfAgreement(event.fields),
  )
  return { reading: read, estimates: estimatesBefore(history, number), terms, tariffs }
}

/** The estimated bills right before a bill, which it gives credit for. */
function estimatesBefore(history: History, number: number) {
  const readings = entriesOf(history, 'ConsumptionRecorded').map(({ event }) => event.fields)
  const amounts = new Map(
    entriesOf(history, 'BillIssued').map(({ event }) => [event.fields.number, event.fields.amount]),
  )
  const earlier = readings.filter((each) => each.bill < number)
  const lastReal = earlier.findLast(({ kind }) => kind !== ESTIMATED)?.bill ?? 0
  return earlier
    .filter((each) => each.bill > lastReal)
    .flatMap((each) => {
      const amount = amounts.get(each.bill)
      return amount === undefined ? [] : [{ number: each.bill, amount }]
    })
}

async function tariffsFor(ledger: Ledger, history: History): Promise<Tariff[]> {
  const categories = new Set(
    entriesOf(history, 'AgreementAccepted').map(({ event }) => event.fields.category),
  )
  const found = await Promise.all(
    [...categories].map((category) => tariffsOf(ledger, category, history.block)),
  )
  return found.flatMap(({ tariffs }) => tariffs)
}

function chargeLines({ part, tariff, lines, charge }: BillDerivation['charges'][number]): string[] {
  const { firstDay, days, wh } = part
  return [
    `Part     from ${formatDay(firstDay)}, ${days} days, ${formatKwh(wh)}, by tariff ${tariff.tariff} (from ${formatDay(tariff.effectiveFrom)}): ${formatRupees(charge)}`,
    ...lineTable(lines),
  ]
}

const lineTable = (lines: BillDerivation['lines']): string[] =>
  columns(
    lines.map(({ label, formula, amount }) => ['       ', label, formula, formatRupees(amount)]),
    [false, false, false, true],
  )
