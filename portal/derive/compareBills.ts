import { bill as priced, type BillInput } from '../../contracts/rules/bill.ts'
import type { Charge } from '../../contracts/rules/charge.ts'
import {
  type DayNumber,
  dayNumber,
  type Paise,
  paise,
  type Watt,
  watt,
  type Wh,
  wh,
} from '../../contracts/rules/units.ts'
import { only } from '../record/entry.ts'
import type { History, StandingBill } from '../record/history.ts'
import { billInput } from './billInput.ts'

/** One reason why a bill asks more (or, below zero, less) than another. */
export interface Cause {
  readonly kind: 'units' | 'days' | 'rate' | 'estimates' | 'rounding' | 'correction' | 'adjustment'
  readonly amount: Paise
  /** What it is in numbers, where it is of some: units in Wh, days. */
  readonly by: bigint | null
  /** Of rates: what they were and are. */
  readonly rates: Readonly<Record<'before' | 'now', Rates>> | null
}

/** What a bill was priced by: its tariffs, in the order of its parts, and the load of its last part. */
export interface Rates {
  readonly tariffs: readonly number[]
  readonly load: Watt
}

/** A bill beside an earlier one. The causes add up to `difference`, to the paisa. */
export interface Comparison {
  readonly with: StandingBill
  readonly difference: Paise
  readonly causes: readonly Cause[]
}

/**
 * Why a bill asks another amount than an earlier one. The earlier bill is turned into this one step by step, each step priced
 * by the rules: first this one's units, then its days (both at the earlier rate), then its rates and terms; what is left are
 * what estimates had charged, rounding, and what was corrected or added since. null where either can't be worked out.
 */
export const compareBills = (
  history: History,
  now: StandingBill,
  then: StandingBill,
): Comparison | null => {
  if (now.derived === null || then.derived === null) return null
  const last = then.derived.charges.at(-1)
  if (last === undefined) return null
  const tariffs = history.rates.flatMap(({ tariff, withdrawn }) =>
    withdrawn === null ? [tariff] : [],
  )
  const rates = { before: ratesOf(then.derived.charges), now: ratesOf(now.derived.charges) }
  const atItsTime = billInput(then.reading, history.entries, tariffs)
  /** As if the terms and the tariff of the earlier bill's last day held at all times. */
  const held = {
    terms: [{ ...then.derived.terms, firstDay: dayNumber(0) }],
    tariffs: [{ ...last.tariff, effectiveFrom: dayNumber(0) }],
  }
  const [before, used] = [then.reading.fields, now.derived.consumption.wh]
  const thisStretch = now.reading.fields
  const withUnits = grossOf(atItsTime, used, before)
  const atOneRate = grossOf(held, used, before)
  const withDays = grossOf(held, used, thisStretch)
  const [a, b] = [later(now), later(then)]
  const causes: Cause[] = [
    cause('units', withUnits - then.derived.gross, used - then.derived.consumption.wh),
    cause('days', withDays - atOneRate, BigInt(daysOf(thisStretch) - daysOf(before))),
    { ...cause('rate', now.derived.gross - withDays + (atOneRate - withUnits)), rates },
    cause('estimates', then.issued.fields.alreadyCharged - now.issued.fields.alreadyCharged),
    cause('rounding', now.issued.fields.rounding - then.issued.fields.rounding),
    cause('correction', a.corrected - b.corrected),
    cause('adjustment', a.added - b.added),
  ]
  return {
    with: then,
    difference: paise(now.asks - then.asks),
    causes: causes.filter(({ amount }) => amount !== 0n),
  }
}

/** The bill a year before: of the same days of last year, as far as one bill covers their middle. */
export const sameDaysLastYear = (
  bills: readonly StandingBill[],
  { issued }: StandingBill,
): StandingBill | null => {
  const { start, end, number } = issued.fields
  const middle = Math.floor((start + end) / 2) - 365
  return (
    bills.findLast(
      ({ issued: { fields } }) =>
        fields.number < number && fields.start <= middle && middle < fields.end,
    ) ?? null
  )
}

interface Stretch {
  readonly start: DayNumber
  readonly end: DayNumber
}

const daysOf = ({ start, end }: Stretch): number => end - start

/** The charges for so many units in a stretch, before rounding the bill. */
const grossOf = (
  { terms, tariffs }: Pick<BillInput, 'terms' | 'tariffs'>,
  used: Wh,
  { start, end }: Stretch,
): bigint => {
  const reading = { previous: wh(0n), present: used, multiplier: 1, carried: wh(0n), modulus: null }
  const asIf = { ...reading, rollover: false, start, end }
  return priced({ reading: asIf, terms, tariffs, estimates: [] }).gross
}

/** What corrections and increases changed of a bill since it was issued. */
const later = ({ issued, revisions, asks }: StandingBill) => {
  const corrected = only(
    revisions.map(({ entry }) => entry),
    'ConsumptionRevised',
  ).reduce((total, { fields }) => total + fields.difference, 0n)
  return { corrected, added: asks - issued.fields.amount - corrected }
}

const cause = (kind: Cause['kind'], amount: bigint, by: bigint | null = null): Cause => ({
  kind,
  amount: paise(amount),
  by,
  rates: null,
})

const ratesOf = (charges: readonly Charge[]): Rates => ({
  tariffs: [...new Set(charges.map(({ tariff }) => tariff.tariff))],
  load: charges.at(-1)?.load ?? watt(0n),
})
