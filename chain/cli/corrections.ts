import { bill as derive } from '../../contracts/rules/bill.ts'
import { consumption, type Reading, RegisterBackwards } from '../../contracts/rules/consumption.ts'
import { revisionDifference } from '../../contracts/rules/revision.ts'
import { type Paise, paise, type Wh } from '../../contracts/rules/units.ts'
import { nameOf } from './accountBook.ts'
import { type BillOnChain, billNumbered, billsOf, inputOf, tariffsFor } from './bills.ts'
import { Refused } from './exit.ts'
import { entriesOf, type History } from './history.ts'
import type { Ledger } from './ledger.ts'
import { formatKwh } from './quantities.ts'

/** The register at the end of a bill, as it should have been. */
export type Restatement = { readonly bill: number; readonly present: Wh }

/** A reading restated, with what that makes of its bill. */
export type Correction = {
  readonly bill: BillOnChain
  readonly reading: Reading
  readonly whBefore: Wh
  readonly wh: Wh
  readonly grossAfter: Paise
  readonly amountAfter: Paise
  readonly difference: Paise
}

/**
 * The row of corrections that restates these registers: the real readings from the first named to the last, and the one
 * after it, whose previous register changes with it. Throws `Refused` where the ledger's rules allow no such row.
 */
export async function correctionsOf(
  ledger: Ledger,
  history: History,
  restated: readonly Restatement[],
  mayRollOver: boolean,
): Promise<Correction[]> {
  const tariffs = await tariffsFor(ledger, history)
  const row = rowOf(history, restated)
  const presents = new Map(restated.map(({ bill, present }) => [bill, present]))
  let previous = row[0]?.reading.previous
  return row.map((bill) => {
    const present = presents.get(bill.number) ?? bill.reading.present
    const before = previous ?? bill.reading.previous
    previous = present
    const rollover = present < before && (mayRollOver || bill.reading.rollover)
    const reading = { ...bill.reading, previous: before, present, rollover }
    const input = inputOf(history, tariffs, bill, reading)
    const { gross, alreadyCharged, roundTo } = derivedOrRefused(history, bill, input)
    const sums = { grossBefore: bill.gross, grossAfter: gross, alreadyCharged, roundTo }
    const difference = revisionDifference(sums)
    return {
      bill,
      reading,
      whBefore: consumption(bill.reading).wh,
      wh: consumption(reading).wh,
      grossAfter: gross,
      amountAfter: paise(bill.amount + difference),
      difference,
    }
  })
}

/** `IBilling.Correction`, as a call takes it. */
export const correctionCall = ({ bill, reading }: Correction) => ({
  bill: BigInt(bill.number),
  revision: BigInt(bill.revisions.length + 1),
  start: BigInt(reading.start),
  end: BigInt(reading.end),
  multiplier: BigInt(reading.multiplier),
  modulus: reading.modulus ?? 0n,
  carried: reading.carried,
  presentBefore: bill.reading.present,
  grossBefore: bill.gross,
  alreadyCharged: bill.issued.event.fields.alreadyCharged,
  present: reading.present,
  rollover: reading.rollover,
})

/** The bills that must be restated together. */
function rowOf(history: History, restated: readonly Restatement[]): BillOnChain[] {
  const name = nameOf(history.account)
  const numbers = restated.map(({ bill }) => bill)
  for (const { bill: number, present } of restated) {
    const bill = billNumbered(history, number)
    if (bill.isEstimated) {
      throw new Refused(
        `Bill ${number} of ${name} is an estimate, and estimates are not revised: the next real reading trues it up, or post an adjustment.`,
      )
    }
    if (bill.reading.present === present) {
      throw new Refused(
        `Bill ${number} of ${name} ends with ${formatKwh(present)} already: there is nothing to restate.`,
      )
    }
  }
  const real = billsOf(history).filter(({ isEstimated }) => !isEstimated)
  const first = real.findIndex(({ number }) => number === Math.min(...numbers))
  const last = real.findIndex(({ number }) => number === Math.max(...numbers))
  const row = real.slice(first, last + 2)
  const meters = new Set(row.map(({ recorded }) => recorded.event.fields.meter))
  const isFixed = meters.size > 1 || wasReplacedAfter(history, row.at(-1), real[last])
  if (isFixed) {
    throw new Refused(
      `The readings from bill ${Math.min(...numbers)} on of ${name} are not of one meter, and a register from which a replacement went on stays as it was: post an adjustment instead.`,
    )
  }
  return row
}

/** Whether the row ends with the restated reading itself and its meter was replaced since. */
function wasReplacedAfter(
  history: History,
  end: BillOnChain | undefined,
  restated: BillOnChain | undefined,
): boolean {
  if (end === undefined || end !== restated) return false
  return entriesOf(history, 'MeterInstalled').some(
    ({ event }) => event.seq > end.recorded.event.seq,
  )
}

function derivedOrRefused(
  history: History,
  bill: BillOnChain,
  input: ReturnType<typeof inputOf>,
): ReturnType<typeof derive> {
  try {
    return derive(input)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    const advice =
      cause instanceof RegisterBackwards ? ' (with --rollover if it passed its highest value)' : ''
    throw new Refused(
      `Bill ${bill.number} of ${nameOf(history.account)} can't be restated like this${advice}: ${cause.message}`,
      { cause },
    )
  }
}
