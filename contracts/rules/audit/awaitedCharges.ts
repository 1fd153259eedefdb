import type { EventOf } from '../../events/codec.ts'
import type { Charge } from '../charge.ts'
import { type Paise, paise } from '../units.ts'
import type { Findings } from './findings.ts'

/** The charges that must follow a reading or a correction, one an entry, as they were worked out. */
export class AwaitedCharges {
  /** Where what is found about them goes. */
  #found: Findings
  #bill = 0
  #revision = 0
  /** Null where they could not be worked out, which was said. */
  #charges: readonly Charge[] | null = []
  #sum = 0n

  constructor(found: Findings) {
    this.#found = found
  }

  /** What the entries since `begin` charged. */
  get sum(): Paise {
    return paise(this.#sum)
  }

  begin(
    found: Findings,
    { bill, revision }: { readonly bill: number; readonly revision: number },
    charges: readonly Charge[] | null,
  ): void {
    this.#found = found
    this.#bill = bill
    this.#revision = revision
    this.#charges = charges
    this.#sum = 0n
  }

  take({ seq, fields }: EventOf<'ChargeApplied'>): void {
    this.#sum += fields.charge
    if (this.#charges === null) return
    const [charge, ...rest] = this.#charges
    if (charge === undefined) {
      this.#found.add(seq, `bill ${fields.bill} is charged for one part too many`)
      return
    }
    this.#charges = rest
    this.#found.expect(seq, 'bill charged', fields.bill, this.#bill)
    this.#found.expect(seq, 'revision charged', fields.revision, this.#revision)
    this.#found.expectDay(seq, 'first day of the part', fields.firstDay, charge.part.firstDay)
    this.#found.expect(seq, 'days of the part', fields.numberOfDays, charge.part.days)
    this.#found.expectKWh(seq, 'units of the part', fields.wh, charge.part.wh)
    this.#found.expect(seq, 'tariff', fields.tariff, charge.tariff.tariff)
    this.#found.expectLoad(seq, 'load', fields.load, charge.load)
    for (const [component, words] of components) {
      this.#found.expectMoney(seq, words, fields[component], charge[component])
    }
  }

  /** An entry of another kind comes, or none: none may be missing. */
  end(seq: number): void {
    const missing = this.#charges?.length ?? 0
    if (missing > 0) {
      this.#found.add(seq, `bill ${this.#bill} is charged for ${missing} parts too few`)
    }
    this.#charges = []
  }
}

const components = [
  ['energy', 'energy charge'],
  ['fixedCharge', 'fixed charge'],
  ['fuel', 'fuel adjustment'],
  ['duty', 'duty'],
  ['subsidy', 'subsidy'],
  ['charge', 'charge of the part'],
] as const
