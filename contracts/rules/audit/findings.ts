import { formatDay } from '../day.ts'
import { formatKWh } from '../energy.ts'
import { formatRupees } from '../money.ts'
import { dayNumber, paise, type Wh, wh } from '../units.ts'

/** An entry that the rules contradict (or that stands out), in words: what is recorded, and what it should be. */
export interface Finding {
  readonly seq: number
  readonly message: string
  /** The same for who has words of their own, where there is more to it than the message. */
  readonly fault?: Fault
}

export type Fault =
  | Differing
  | { readonly kind: 'refused'; readonly reason: string }
  /** A correction of an estimate, which only a real reading replaces. */
  | { readonly kind: 'estimate' }
  /** A correction that moves the last register of a meter that was replaced since. */
  | { readonly kind: 'replaced'; readonly named: Wh; readonly recorded: Wh }
  /** A correction that ends elsewhere than where the next bill begins. */
  | { readonly kind: 'end'; readonly bill: number; readonly named: Wh; readonly recorded: Wh }

/** One number that is not what it should be. */
export interface Differing {
  readonly kind: 'differs'
  readonly what: string
  readonly unit: Unit
  readonly recorded: bigint
  readonly expected: bigint
}

export type Unit = 'money' | 'energy' | 'day' | 'number' | 'load'

/** Collects what an audit finds, in the order of the entries; what is found about a part of it goes to the whole too. */
export class Findings {
  readonly list: Finding[] = []
  readonly #whole: Findings | null

  constructor(whole: Findings | null = null) {
    this.#whole = whole
  }

  add(seq: number, message: string, fault?: Fault): void {
    this.list.push({ seq, message, ...(fault && { fault }) })
    this.#whole?.add(seq, message, fault)
  }

  expectMoney(seq: number, what: string, recorded: bigint, expected: bigint): void {
    this.#expect(seq, 'money', what, recorded, expected)
  }

  expectKWh(seq: number, what: string, recorded: bigint, expected: bigint): void {
    this.#expect(seq, 'energy', what, recorded, expected)
  }

  expectDay(seq: number, what: string, recorded: number, expected: number): void {
    this.#expect(seq, 'day', what, BigInt(recorded), BigInt(expected))
  }

  expectLoad(seq: number, what: string, recorded: bigint, expected: bigint): void {
    this.#expect(seq, 'load', what, recorded, expected)
  }

  expect(seq: number, what: string, recorded: number | string, expected: number | string): void {
    if (typeof recorded === 'number' && typeof expected === 'number')
      this.#expect(seq, 'number', what, BigInt(recorded), BigInt(expected))
    else if (recorded !== expected) this.add(seq, differs(what, recorded, expected))
  }

  /** What the rules make of it, or null; where they refuse, that is a finding. */
  worked<T>(seq: number, work: () => T): T | null {
    try {
      return work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.add(seq, `the rules refuse it: ${reason}`, { kind: 'refused', reason })
      return null
    }
  }

  #expect(seq: number, unit: Unit, what: string, recorded: bigint, expected: bigint): void {
    if (recorded === expected) return
    const message = differs(what, shown[unit](recorded), shown[unit](expected))
    this.add(seq, message, { kind: 'differs', what, unit, recorded, expected })
  }
}

const differs = (what: string, recorded: string | number, expected: string | number): string =>
  `${what}: recorded is ${recorded}, it should be ${expected}`

const shown: Readonly<Record<Unit, (value: bigint) => string>> = {
  money: (value) => formatRupees(paise(value)),
  energy: (value) => `${formatKWh(wh(value))} kWh`,
  day: (value) => formatDay(dayNumber(Number(value))),
  number: String,
  load: (value) => `${value} W`,
}
