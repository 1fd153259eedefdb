import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'
import { type Entry, only } from './entry.ts'
import { type RoleName, roleName } from './roleName.ts'

/** Whose keys act on an account: what each stands for, by its address. */
export interface Keys {
  /** Roles that the key was ever given. */
  readonly roles: ReadonlyMap<Hex, readonly RoleName[]>
  /** Keys that were the account's consumer's at some time. */
  readonly consumers: ReadonlySet<Hex>
}

/** Who holds the board's and the regulator's roles, or did once. */
export const readRoles = async (db: Ledger): Promise<Keys['roles']> => {
  const rows = await db
    .selectFrom('role_change')
    .select(['holder', 'role'])
    .where('granted', '=', true)
    .orderBy('seq')
    .execute()
  const roles = new Map<Hex, RoleName[]>()
  for (const { holder, role } of rows) {
    const name = roleName(hexOf(role))
    const key = hexOf(holder)
    if (name !== undefined) roles.set(key, [...(roles.get(key) ?? []), name])
  }
  return roles
}

/** The keys that the account's terms name. */
export const consumersOf = (entries: readonly Entry[]): Keys['consumers'] =>
  new Set(
    [...only(entries, 'AgreementProposed'), ...only(entries, 'AgreementAccepted')].map(
      ({ fields }) => fields.consumerKey,
    ),
  )
