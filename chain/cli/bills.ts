import type { BillInput } from '../../contracts/rules/bill.ts'
import type { Reading } from '../../contracts/rules/consumption.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import { termsOfAgreement } from '../../contracts/rules/terms.ts'
import { type Paise, paise } from '../../contracts/rules/units.ts'
import { nameOf } from './accountBook.ts'
import { Refused } from './exit.ts'
import { entriesOf, type Entry, type History, tariffsOf } from './history.ts'
import type { Ledger } from './ledger.ts'

const ESTIMATED = 2

/** A bill of an account: what was recorded, and what its revisions made of it. */
export type BillOnChain = {
  readonly number: number
  readonly isEstimated: boolean
  readonly recorded: Entry<'ConsumptionRecorded'>
  readonly issued: Entry<'BillIssued'>
  readonly revisions: readonly Entry<'ConsumptionRevised'>[]
  /** The reading as it stands now. */
  readonly reading: Reading
  /** Sum of the charges as they stand now. */
  readonly gross: Paise
  /** What it asks now, adjustments aside. */
  readonly amount: Paise
}

/** Every bill of an account, in order of number. */
export function billsOf(history: History): BillOnChain[] {
  const issued = new Map(
    entriesOf(history, 'BillIssued').map((entry) => [entry.event.fields.number, entry]),
  )
  const revised = Map.groupBy(
    entriesOf(history, 'ConsumptionRevised'),
    ({ event }) => event.fields.bill,
  )
  return entriesOf(history, 'ConsumptionRecorded').flatMap((recorded) => {
    const { bill: number } = recorded.event.fields
    const bill = issued.get(number)
    if (bill === undefined) return []
    return [billAsItStands(history, recorded, bill, revised.get(number) ?? [])]
  })
}

/** One of them. Throws `Refused` where there is none of that number. */
export function billNumbered(history: History, number: number): BillOnChain {
  const bill = billsOf(history).find((each) => each.number === number)
  if (bill !== undefined) return bill
  const last = history.state.bills
  throw new Refused(
    last === 0
      ? `The account ${nameOf(history.account)} has no bill yet: a reading makes one.`
      : `The account ${nameOf(history.account)} has no bill ${number}: its bills are 1 to ${last}.`,
  )
}

/** All that a bill follows from, its reading as it stands now or as `reading` restates it. */
export function inputOf(
  history: History,
  tariffs: readonly Tariff[],
  bill: BillOnChain,
  reading: Reading = bill.reading,
): BillInput {
  const terms = entriesBefore(history, bill.recorded)
    .filter((entry) => entry.event.name === 'AgreementAccepted')
    .flatMap(({ event }) =>
      event.name === 'AgreementAccepted' ? [termsOfAgreement(event.fields)] : [],
    )
  return { reading, estimates: estimatesBefore(billsOf(history), bill.number), terms, tariffs }
}

/** The tariffs of every category that the account was ever in, as of the history's block. */
export async function tariffsFor(ledger: Ledger, history: History): Promise<Tariff[]> {
  const categories = new Set(
    entriesOf(history, 'AgreementAccepted').map(({ event }) => event.fields.category),
  )
  const found = await Promise.all(
    [...categories].map((category) => tariffsOf(ledger, category, history.block)),
  )
  return found.flatMap(({ tariffs }) => tariffs)
}

/** The estimated bills right before a bill, which it gives credit for. */
function estimatesBefore(bills: readonly BillOnChain[], number: number) {
  const earlier = bills.filter((each) => each.number < number)
  const lastReal = earlier.findLast(({ isEstimated }) => !isEstimated)?.number ?? 0
  return earlier
    .filter((each) => each.number > lastReal)
    .map(({ number: of, issued }) => ({ number: of, amount: issued.event.fields.amount }))
}

function billAsItStands(
  history: History,
  recorded: Entry<'ConsumptionRecorded'>,
  issued: Entry<'BillIssued'>,
  revisions: readonly Entry<'ConsumptionRevised'>[],
): BillOnChain {
  const { bill, kind, meter, multiplier, carried, start, end } = recorded.event.fields
  const last = revisions.at(-1)?.event.fields
  const { previous, present, rollover } = last ?? recorded.event.fields
  const installed = entriesBefore(history, recorded).findLast(
    ({ event }) => event.name === 'MeterInstalled' && event.fields.meter === meter,
  )
  const modulus = installed?.event.name === 'MeterInstalled' ? installed.event.fields.modulus : null
  return {
    number: bill,
    isEstimated: kind === ESTIMATED,
    recorded,
    issued,
    revisions,
    reading: { previous, present, rollover, multiplier, carried, modulus, start, end },
    gross: last?.grossAfter ?? issued.event.fields.gross,
    amount: paise(
      revisions.reduce(
        (sum, { event }) => sum + event.fields.difference,
        issued.event.fields.amount as bigint,
      ),
    ),
  }
}

const entriesBefore = ({ entries }: History, { event }: Entry) =>
  entries.filter((each) => each.event.seq < event.seq)
