import type { Hex } from '../../../contracts/events/hex.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import type { DayNumber, Paise } from '../../../contracts/rules/units.ts'
import { hashOfText, type TownKeys } from './keys.ts'

/** The town that accounts live in. */
export interface Town {
  readonly seed: number
  /** Its first day, and the day on which it is looked at. */
  readonly begin: DayNumber
  readonly end: DayNumber
  /** First day of the later tariffs. */
  readonly change: DayNumber
  readonly tariffs: readonly Tariff[]
  /** Largest adjustment without the regulator. */
  readonly adjustmentLimit: Paise
  readonly keys: TownKeys
  /** Texts by the hashes that the ledger has of them. */
  readonly documents: Map<Hex, string>
}

/** The hash of a document that is this text, which the town remembers. */
export const documentIn = (town: Town, text: string): Hex => {
  const hash = hashOfText(text)
  town.documents.set(hash, text)
  return hash
}
