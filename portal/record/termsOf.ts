import type { DayNumber } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from './entry.ts'

/** What an account agreed to, by the day. */
export interface AgreedTerms {
  /** In force today; null before the first of them starts. */
  readonly now: EntryOf<'AgreementAccepted'> | null
  /** Accepted, and to start later, in the order of their days. */
  readonly toCome: readonly EntryOf<'AgreementAccepted'>[]
}

export const termsOf = (entries: readonly Entry[], today: DayNumber): AgreedTerms => {
  const accepted = only(entries, 'AgreementAccepted')
  return {
    now: accepted.findLast(({ fields }) => fields.firstDay <= today) ?? null,
    toCome: accepted.filter(({ fields }) => fields.firstDay > today),
  }
}
