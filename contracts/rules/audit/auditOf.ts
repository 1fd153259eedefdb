import type { BillingEvent } from '../../events/codec.ts'
import type { Tariff } from '../tariff.ts'
import { Audit } from './audit.ts'

/** The audit of an account's whole history. `tariffs` are those of its categories, withdrawn ones left out. */
export const auditOf = (events: Iterable<BillingEvent>, tariffs: readonly Tariff[]): Audit => {
  const audit = new Audit((wanted) => tariffs.filter(({ category }) => category === wanted))
  for (const event of events) audit.take(event)
  audit.end()
  return audit
}
