import { formatKWh } from '../energy.ts'
import { formatRupees } from '../money.ts'
import type { Paise, Wh } from '../units.ts'

/** An entry that the rules contradict (or that stands out), in words: what is recorded, and what it should be. */
export interface Finding {
  readonly seq: number
  readonly message: string
}

/** Collects what an audit finds, in the order of the entries. */
export class Findings {
  readonly list: Finding[] = []

  add(seq: number, message: string): void {
    this.list.push({ seq, message })
  }

  expectMoney(seq: number, what: string, recorded: Paise, expected: Paise): void {
    if (recorded === expected) return
    this.#differ(seq, what, formatRupees(recorded), formatRupees(expected))
  }

  expectKWh(seq: number, what: string, recorded: Wh, expected: Wh): void {
    if (recorded === expected) return
    this.#differ(seq, what, `${formatKWh(recorded)} kWh`, `${formatKWh(expected)} kWh`)
  }

  expect(seq: number, what: string, recorded: number | string, expected: number | string): void {
    if (recorded !== expected) this.#differ(seq, what, String(recorded), String(expected))
  }

  /** What the rules make of it, or null; where they refuse, that is a finding. */
  worked<T>(seq: number, work: () => T): T | null {
    try {
      return work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.add(seq, `the rules refuse it: ${reason}`)
      return null
    }
  }

  #differ(seq: number, what: string, recorded: string, expected: string): void {
    this.add(seq, `${what}: recorded is ${recorded}, it should be ${expected}`)
  }
}
