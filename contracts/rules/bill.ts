import { charge, type Charge, chargeLines } from './charge.ts'
import { type Consumption, consumption, type Reading, rolloverLimit } from './consumption.ts'
import { cutIntoParts, pricedOn } from './cutIntoParts.ts'
import { formatDay, periodWords } from './day.ts'
import { formatKWh } from './energy.ts'
import { type Book, changeDays, inForce, termsInForce } from './inForce.ts'
import { alreadyChargedLine, type Line, roundingLine } from './line.ts'
import { asMoney } from './outOfRange.ts'
import { roundTo } from './rounding.ts'
import type { Tariff } from './tariff.ts'
import type { Terms } from './terms.ts'
import { type DayNumber, dayNumber, type Paise, paise, type Wh, wh } from './units.ts'

/** All that a bill follows from. */
export interface BillInput extends Book {
  readonly reading: Reading
  /** The estimated bills since the last real reading, by number, with their amounts. */
  readonly estimates: readonly { readonly number: number; readonly amount: Paise }[]
}

/** A bill and how it comes about. */
export interface BillDerivation {
  readonly consumption: Consumption
  /** One for each part of the stretch, in order. */
  readonly charges: readonly Charge[]
  /** The terms of the last day: they say when it is due and in how many instalments. */
  readonly terms: Terms
  readonly gross: Paise
  readonly alreadyCharged: Paise
  /** Those that had charged it. */
  readonly estimates: BillInput['estimates']
  /** The unit that it is rounded to, by the tariff of the last day. */
  readonly roundTo: Paise
  readonly rounding: Paise
  readonly amount: Paise
}

/**
 * Derives a bill from its reading, as the contract computes it: consumption, cut into parts wherever tariff or terms
 * change, each charged by what was in force, less what estimates had charged, rounded once. Throws `NoTerms`, `NoTariff`,
 * `SessionNeedsOneSlab`, `RolloverTooLarge`, `OutOfRange`, and what `consumption` throws.
 */
export const bill = ({ reading, estimates, ...book }: BillInput): BillDerivation => {
  const { start, end } = reading
  const consumed = consumption(reading)
  const lastDay = dayNumber(end - 1)
  const terms = termsInForce(book, lastDay)
  refuseStretch(start, end, terms)
  refuseRollover(reading, consumed, terms)
  const charges = cutIntoParts({ start, end, wh: consumed.wh }, changeDays(book)).map((part) => {
    const { terms, tariff } = inForce(book, pricedOn(part))
    refuseSession(terms, tariff)
    return charge(part, tariff, terms.load, end - start)
  })
  const gross = asMoney('gross', sum(charges.map((each) => each.charge)))
  const alreadyCharged = asMoney('alreadyCharged', sum(estimates.map(({ amount }) => amount)))
  const unit = inForce(book, lastDay).tariff.roundTo
  const amount = asMoney('amount', roundTo(gross - alreadyCharged, unit))
  const rounding = paise(amount - (gross - alreadyCharged))
  return {
    consumption: consumed,
    charges,
    terms,
    gross,
    alreadyCharged,
    estimates,
    roundTo: unit,
    rounding,
    amount,
  }
}

/** A bill in words: all its charges, then what estimates had charged and the rounding. The amounts add up to its amount. */
export const billLines = (bill: BillDerivation): Line[] => {
  const { charges, estimates, alreadyCharged, roundTo, rounding } = bill
  const lines = charges.flatMap(chargeLines)
  if (estimates.length > 0) lines.push(alreadyChargedLine(estimates, alreadyCharged))
  if (roundTo !== 1n) lines.push(roundingLine(roundTo, rounding))
  return lines
}

const sum = (amounts: readonly Paise[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)

const refuseStretch = (start: DayNumber, end: DayNumber, { cycle }: Terms): void => {
  if (end < start || (end === start && cycle !== 0)) throw new NoStretch(start, end)
}

const refuseRollover = (reading: Reading, { wh: used }: Consumption, { load }: Terms): void => {
  if (!reading.rollover) return
  const limit = rolloverLimit(load, reading.end - reading.start)
  const turned = wh(used - reading.carried)
  if (turned > limit) throw new RolloverTooLarge(turned, limit, reading.start, reading.end)
}

const refuseSession = ({ cycle }: Terms, { tariff, slabs }: Tariff): void => {
  if (cycle === 0 && slabs.length !== 1) throw new SessionNeedsOneSlab(tariff, slabs.length)
}

export class NoStretch extends Error {
  override readonly name = 'NoStretch'
  constructor(start: DayNumber, end: DayNumber) {
    super(
      `A reading of ${formatDay(end)} charges no day from ${formatDay(start)} on: take a later one.`,
    )
  }
}

export class RolloverTooLarge extends Error {
  override readonly name = 'RolloverTooLarge'
  readonly limit: Wh
  constructor(used: Wh, limit: Wh, start: DayNumber, end: DayNumber) {
    super(
      `A rollover of ${formatKWh(used)} kWh is more than the load can use in ${periodWords(start, end)}, ${formatKWh(limit)} kWh: check the register, it hardly rolled over.`,
    )
    this.limit = limit
  }
}

export class SessionNeedsOneSlab extends Error {
  override readonly name = 'SessionNeedsOneSlab'
  constructor(tariff: number, slabs: number) {
    super(`Tariff ${tariff} has ${slabs} slabs, but charging sessions need one with a single slab.`)
  }
}
