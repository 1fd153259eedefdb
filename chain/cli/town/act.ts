import type { Hex } from '../../../contracts/events/hex.ts'
import type { DayNumber, Paise, Wh } from '../../../contracts/rules/units.ts'
import type { Channel } from '../receiptReference.ts'
import type { KeyName } from './keys.ts'

/** One act of the town: what is recorded on a day, and by whose key. */
export interface Act {
  readonly day: DayNumber
  /** Key that signs the transaction. */
  readonly by: KeyName
  /** The account whose entry it makes: a consumer's, a category's, or the ledger's own. */
  readonly account: Hex
  /** Entries that the account has once this is recorded; of an act that makes none, those it has already. */
  readonly seq: number
  /** What it must come in order on: accounts, keys that are funded, or `EVERYTHING`. */
  readonly touches: readonly string[]
  readonly deed: Deed
  /** More gas than it takes. */
  readonly gas: number
}

/** What must come after all before it, and before all after it. */
export const EVERYTHING = 'everything'

/** What is done, before signatures and the board's secret make a call of it. */
export type Deed =
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly unknown[] }
  /** A call that the ledger may refuse without harm: a closing where the month is closed already. */
  | { readonly kind: 'attempt'; readonly name: string; readonly args: readonly unknown[] }
  | {
      readonly kind: 'reading'
      readonly account: Hex
      /** Key that signs what the meter shows. */
      readonly meter: KeyName
      readonly register: Wh
      readonly day: DayNumber
      readonly rollover: boolean
    }
  | ({ readonly kind: 'receipt' } & Receipt)
  | ({ readonly kind: 'reversal'; readonly reason: number } & Receipt)
  | { readonly kind: 'pay'; readonly account: Hex; readonly amount: Paise }
  | { readonly kind: 'fund'; readonly to: Hex; readonly amount: Paise }

/** Money that came by another channel than the chain. */
export interface Receipt {
  readonly account: Hex
  readonly channel: Channel
  readonly amount: Paise
  readonly bankReference: string
}
