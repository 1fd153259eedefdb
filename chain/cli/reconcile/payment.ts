import type { DayNumber, Paise } from '../../../contracts/rules/units.ts'

/** A payment as the ledger's public export tells it. */
export type Payment = {
  readonly account: string
  /** Day on which it was recorded, and on which it was taken back. */
  readonly day: DayNumber
  readonly reversedDay: DayNumber | undefined
  readonly amount: Paise
  readonly channel: string
  /** The reference as recorded; undefined for a native payment, which no bank sees. */
  readonly reference: string | undefined
  readonly seq: number
  readonly transaction: string
  readonly block: number
}

/** The payments of the ledger up to a block, where that is known. */
export type Export = {
  /** The file or address that it was read from. */
  readonly source: string
  readonly block: number | undefined
  readonly payments: readonly Payment[]
}
