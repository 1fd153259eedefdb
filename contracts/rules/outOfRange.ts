import { type Bounds, bounds } from '../events/word.ts'
import { type Paise, paise, type Wh, wh } from './units.ts'

/** The sum as money, if the ledger's int64 can hold it. Throws `OutOfRange`. */
export const asMoney = (field: string, sum: bigint): Paise => {
  refuseBeyond(bounds.int64, field, sum)
  return paise(sum)
}

/** The sum as energy, if the ledger's uint64 can hold it. Throws `OutOfRange`. */
export const asEnergy = (field: string, sum: bigint): Wh => {
  refuseBeyond(bounds.uint64, field, sum)
  return wh(sum)
}

const refuseBeyond = ({ min, max }: Bounds, field: string, value: bigint): void => {
  if (value < min || value > max) throw new OutOfRange(field, value)
}

/** As the contract's error of this name: a part of a bill that its type can't hold, so no such bill exists. */
export class OutOfRange extends Error {
  override readonly name = 'OutOfRange'
  readonly field: string
  readonly value: bigint
  constructor(field: string, value: bigint) {
    super(
      `${field} would be ${value}, more than the ledger can hold: check the registers and rates.`,
    )
    this.field = field
    this.value = value
  }
}
