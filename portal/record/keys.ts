import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'
import { type Entry, only } from './entry.ts'
import { type RoleName, roleName } from './roleName.ts'

/** Whose keys act on an account: what each stands for, by its address. */
export interface Keys {
  /** Roles that the key was ever given, each once, the older first. */
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
  return rolesOf(rows.map(({ holder, role }) => ({ holder: hexOf(holder), role: hexOf(role) })))
}

/** The same from what was given, in order. */
export const rolesOf = (
  given: readonly { readonly holder: Hex; readonly role: Hex }[],
): Keys['roles'] => {
  const roles = new Map<Hex, RoleName[]>()
  for (const { holder, role } of given) {
    const name = roleName(role)
    if (name !== undefined) roles.set(holder, [...new Set([...(roles.get(holder) ?? []), name])])
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
