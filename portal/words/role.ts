import type { Hex } from '../../contracts/events/hex.ts'
import { type RoleName, roleName } from '../record/roleName.ts'

/** A role by its id, the hash of its name. */
export const roleWords = (role: Hex): string => roleName(role) ?? role

/** Who acts in a role, as people say it. */
export const roleHolder: Readonly<Record<RoleName, string>> = {
  BOARD: 'the board',
  REGULATOR: 'the regulator',
  TARIFF: 'the board’s tariff desk',
  OPERATIONS: 'the board’s operations',
  CASHIER: 'the board’s cashier',
}

/** The same by the role's id. */
export const roleHolderWords = (role: Hex): string => {
  const name = roleName(role)
  return name === undefined ? `the role ${role}` : roleHolder[name]
}
