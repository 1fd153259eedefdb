import { type EntryKind, tableOf } from '../../migrations/tables.ts'
import type { Entry } from './entry.ts'
import type { RoleName } from './roleName.ts'

/** What can only be recorded in a role, by the kinds that `actor_total` counts. Anyone may submit what a meter signed. */
export const kindsOfRole: Readonly<Record<RoleName, readonly (EntryKind | ReadByHand)[]>> = {
  TARIFF: ['rate', 'rate_withdrawal'],
  OPERATIONS: [
    'agreement_proposal',
    'meter',
    'manual',
    'estimated',
    'final',
    'revision',
    'adjustment',
  ],
  CASHIER: ['payment', 'payment_reversal'],
  REGULATOR: ['dispute_resolution', 'adjustment', 'agreement', 'role_change'],
  BOARD: ['role_change'],
}

/** Readings that no meter signed, by the contract's numbers of them. */
const byHand = ['manual', 'estimated', 'final'] as const
type ReadByHand = (typeof byHand)[number]

/** Of the roles that a key was ever given, those that allow it to record this; all of them where anyone may. */
export const actedAs = (entry: Entry, roles: readonly RoleName[]): readonly RoleName[] => {
  const reading = entry.name === 'ConsumptionRecorded' ? byHand[entry.fields.kind - 1] : undefined
  const kind = reading ?? tableOf[entry.name]
  const allowing = roles.filter((role) => kindsOfRole[role].includes(kind))
  return allowing.length > 0 ? allowing : roles
}
