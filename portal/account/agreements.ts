import type { Terms } from '../../contracts/rules/terms.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { type Entry, type EntryOf, only } from '../record/entry.ts'
import { termsOf } from '../record/termsOf.ts'

/** Terms that were proposed, and what became of them. */
export interface Agreement {
  readonly proposal: EntryOf<'AgreementProposed'>
  readonly acceptance: EntryOf<'AgreementAccepted'> | null
  readonly state: 'in force' | 'past' | 'to come' | 'waiting' | 'replaced' | 'ended'
  /** The terms accepted before these, from which they differ. */
  readonly before: Terms | null
  /** Accepted by another key than the consumer's of that time: by the regulator, where the key is lost. */
  readonly isInPlaceOfConsumer: boolean
}

/** Every proposal among an account's entries with its acceptance, the newest first. */
export const agreementsOf = (
  entries: readonly Entry[],
  today: DayNumber,
  isClosed: boolean,
): Agreement[] => {
  const proposals = only(entries, 'AgreementProposed')
  const accepted = only(entries, 'AgreementAccepted')
  const inForce = termsOf(entries, today).now ?? undefined
  return proposals
    .map((proposal, i): Agreement => {
      const until = proposals[i + 1]?.seq ?? Infinity
      const acceptance =
        accepted.find(
          ({ seq, fields }) =>
            seq > proposal.seq && seq < until && fields.termsHash === proposal.fields.termsHash,
        ) ?? null
      const earlier = accepted.filter(({ seq }) => seq < (acceptance ?? proposal).seq)
      const before = earlier.at(-1)?.fields ?? null
      const key = before?.consumerKey ?? proposal.fields.consumerKey
      return {
        proposal,
        acceptance,
        before,
        state:
          acceptance === null
            ? until === Infinity && !isClosed
              ? 'waiting'
              : 'replaced'
            : stateOf(acceptance, inForce, today, isClosed),
        isInPlaceOfConsumer: acceptance !== null && acceptance.fields.by !== key,
      }
    })
    .toReversed()
}

const stateOf = (
  acceptance: EntryOf<'AgreementAccepted'>,
  inForce: EntryOf<'AgreementAccepted'> | undefined,
  today: DayNumber,
  isClosed: boolean,
): Agreement['state'] => {
  if (acceptance.fields.firstDay > today) return 'to come'
  if (acceptance.seq !== inForce?.seq) return 'past'
  return isClosed ? 'ended' : 'in force'
}
