import { bill, type BillDerivation } from '../../../contracts/rules/bill.ts'
import type { Reading } from '../../../contracts/rules/consumption.ts'
import { revisionDifference } from '../../../contracts/rules/revision.ts'
import { type Tariff, tariffOn } from '../../../contracts/rules/tariff.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import {
  type DayNumber,
  dayNumber,
  type Paise,
  paise,
  type Wh,
  wh,
} from '../../../contracts/rules/units.ts'
import { estimate } from '../../../contracts/rules/usual.ts'

/** A bill as the rules derive it while the town is planned; after its revisions, where it had any. */
export interface TownBill {
  readonly number: number
  readonly reading: Reading
  readonly estimates: readonly { readonly number: number; readonly amount: Paise }[]
  readonly derivation: BillDerivation
  readonly isEstimate: boolean
  readonly issuedOn: DayNumber
  readonly amount: Paise
  readonly revisions: number
}

/** A meter's numbers, which the book carries from reading to reading. */
export interface Register {
  readonly multiplier: number
  readonly modulus: Wh
  readonly register: Wh
}

/** What the ledger will make of an account's readings, by the rules in TypeScript: its bills and what they rest on. */
export class TownBook {
  readonly bills: TownBill[] = []
  readonly #tariffs: readonly Tariff[]
  readonly #terms: Terms[] = []
  #meter: Register | null = null
  /** Last real register, and its day. */
  #register: Wh = wh(0n)
  #realDay = dayNumber(0)
  #carried: Wh = wh(0n)
  #estimates: { number: number; amount: Paise }[] = []

  constructor(tariffs: readonly Tariff[]) {
    this.#tariffs = tariffs
  }

  get terms(): Terms {
    const last = this.#terms.at(-1)
    if (last === undefined) throw new Error('Nothing is agreed yet.')
    return last
  }

  get firstDay(): DayNumber {
    return this.#terms[0]?.firstDay ?? dayNumber(0)
  }

  /** Last real register, Wh. */
  get register(): Wh {
    return this.#register
  }

  agree(terms: Terms): void {
    if (this.#terms.length === 0) this.#realDay = terms.firstDay
    this.#terms.push(terms)
  }

  /** The first meter, or another one after the old one read out `closing`. */
  install(meter: Register, closing?: Wh): void {
    if (closing !== undefined) {
      const used = (closing - this.#register) * BigInt(this.#theMeter().multiplier)
      this.#carried = wh(this.#carried + used)
    }
    this.#meter = meter
    this.#register = meter.register
  }

  /** The bill that a reading makes. */
  bill(issuedOn: DayNumber, end: DayNumber, present: Wh, isEstimate: boolean): TownBill {
    const { multiplier, modulus } = this.#theMeter()
    const previous = this.#register
    const [carried, start, estimates] = [this.#carried, this.#realDay, this.#estimates]
    const rollover = present < previous
    const meter = { multiplier, carried, rollover, modulus }
    const reading = { previous, present, start, end, ...meter }
    const derivation = bill({ ...this.#book(), reading, estimates })
    const { amount } = derivation
    const number = this.bills.length + 1
    const about = { number, reading, estimates, derivation, isEstimate }
    const made = { ...about, issuedOn, amount, revisions: 0 }
    this.bills.push(made)
    if (isEstimate) this.#estimates = [...estimates, { number, amount }]
    else {
      this.#estimates = []
      this.#carried = wh(0n)
      this.#register = present
      this.#realDay = end
    }
    return made
  }

  /** The register that the rules estimate for a day, or one for so many per cent of the energy that they do. */
  estimated(day: DayNumber, percent: bigint): Wh {
    const { multiplier, modulus } = this.#theMeter()
    const real = this.bills.filter(({ isEstimate }) => !isEstimate)
    const usual = estimate({
      bills: real.map(({ derivation, reading }) => ({
        wh: derivation.consumption.wh,
        days: reading.end - reading.start,
      })),
      days: day - this.#realDay,
      previous: this.#register,
      carried: this.#carried,
      multiplier,
      modulus,
    })
    if (usual === null) throw new Error('There is no real bill to estimate by.')
    const end = usual.rollover ? usual.present + modulus : usual.present
    return wh((this.#register + ((end - this.#register) * percent) / 100n) % modulus)
  }

  /** Restates the readings of consecutive bills; each before and after, and what that adds to the balance. */
  revise(first: number, presents: readonly Wh[]): { before: TownBill; after: TownBill }[] {
    let { previous } = this.billOf(first).reading
    const restated = presents.map((present, i) => {
      const before = this.billOf(first + i)
      const after = this.#revised(before, previous, present)
      previous = present
      this.bills[first + i - 1] = after
      return { before, after }
    })
    if (first + presents.length - 1 === this.bills.length) this.#register = previous
    return restated
  }

  billOf(number: number): TownBill {
    const found = this.bills[number - 1]
    if (found === undefined) throw new Error(`There is no bill ${number}.`)
    return found
  }

  #revised(before: TownBill, previous: Wh, present: Wh): TownBill {
    const reading = { ...before.reading, previous, present, rollover: present < previous }
    const derivation = bill({ ...this.#book(), reading, estimates: before.estimates })
    const difference = revisionDifference({
      grossBefore: before.derivation.gross,
      grossAfter: derivation.gross,
      alreadyCharged: derivation.alreadyCharged,
      roundTo: this.#unitOn(dayNumber(reading.end - 1)),
    })
    const amount = paise(before.amount + difference)
    return { ...before, reading, derivation, amount, revisions: before.revisions + 1 }
  }

  #unitOn(day: DayNumber): Paise {
    const { category } = this.#terms.findLast(({ firstDay }) => firstDay <= day) ?? this.terms
    return tariffOn(this.#tariffs, category, day)?.roundTo ?? paise(1n)
  }

  #book() {
    const known = new Set(this.#terms.map(({ category }) => category))
    const tariffs = this.#tariffs.filter(({ category }) => known.has(category))
    return { terms: this.#terms, tariffs }
  }

  #theMeter(): Register {
    if (this.#meter === null) throw new Error('No meter is installed yet.')
    return this.#meter
  }
}
