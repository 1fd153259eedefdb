import type { Hex } from '../../contracts/events/hex.ts'
import { type RoleName, roleName } from '../record/roleName.ts'
import { plain } from './t.ts'

/** A role by its id, the hash of its name. */
export const roleWords = (role: Hex): string => roleName(role) ?? role

const holders = {
  BOARD: 'party.board',
  REGULATOR: 'party.regulator',
  TARIFF: 'party.tariffDesk',
  OPERATIONS: 'party.operations',
  CASHIER: 'party.cashier',
} as const

/** Who acts in a role, as people say it. */
export const roleHolder = (role: RoleName): string => plain(holders[role])

/** The same by the role's id. */
export const roleHolderWords = (role: Hex): string => {
  const name = roleName(role)
  return name === undefined ? plain('party.role', { role }) : roleHolder(name)
}
