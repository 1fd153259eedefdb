import type { AuditedCorrection } from '../../contracts/rules/audit/auditedBill.ts'
import type { Finding } from '../../contracts/rules/audit/findings.ts'
import type { Entry, EntryOf } from '../record/entry.ts'

/** A correction of a bill as the audit of its account sees it, with the entries that make it. */
export interface DerivedRevision extends Pick<AuditedCorrection, 'before' | 'after' | 'derived'> {
  readonly entry: EntryOf<'ConsumptionRevised'>
  readonly charges: readonly EntryOf<'ChargeApplied'>[]
  /** Where it is not true to the record. The contract can't know; whoever derives can. */
  readonly findings: readonly Finding[]
  /** Why it could not be worked out, in words. */
  readonly failure: string | null
}

export const isTrue = ({ findings }: DerivedRevision): boolean => findings.length === 0

/** `entries` are all of the account. */
export const derivedRevision = (
  { event, before, after, derived, found }: AuditedCorrection,
  entries: readonly Entry[],
): DerivedRevision => {
  const place = entries.findIndex(({ seq }) => seq === event.seq)
  const refused = found.list.flatMap(({ fault }) =>
    fault?.kind === 'refused' ? [fault.reason] : [],
  )
  return {
    entry: entries[place] as EntryOf<'ConsumptionRevised'>,
    charges: chargesAfter(entries, place),
    before,
    after,
    derived,
    findings: found.list,
    failure: refused[0] ?? null,
  }
}

/** The charges that follow a correction, up to the next entry of another kind. */
const chargesAfter = (entries: readonly Entry[], place: number): EntryOf<'ChargeApplied'>[] => {
  const charges: EntryOf<'ChargeApplied'>[] = []
  for (const entry of entries.slice(place + 1)) {
    if (entry.name !== 'ChargeApplied') break
    charges.push(entry)
  }
  return charges
}
