import type { Hex } from '../../contracts/events/hex.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { readRoles } from '../record/keys.ts'
import { isRoleName, type RoleName } from '../record/roleName.ts'
import { plain } from '../words/t.ts'

/** Who recorded something: a key by its address, or every key that was ever given a role. */
export type Actor = { readonly key: Hex } | { readonly role: RoleName }

/** An actor as an address carries it: 0x and 40 digits, or a role such as CASHIER. Throws `BadInput`. */
export const readActor = (text: string): Actor => {
  const role = text.toUpperCase()
  return isRoleName(role) ? { role } : { key: readActorKey(text) }
}

/** Throws `BadInput`. */
export const readActorKey = (text: string): Hex => {
  const key = text.toLowerCase()
  if (/^0x[0-9a-f]{40}$/.test(key)) return key as Hex
  throw new BadInput(plain('problem.notActor', { text }), plain('problem.giveActor'))
}

/** The keys that an actor stands for. */
export const keysOf = async (db: Ledger, actor: Actor): Promise<readonly Hex[]> => {
  if ('key' in actor) return [actor.key]
  const roles = await readRoles(db)
  return [...roles].filter(([, names]) => names.includes(actor.role)).map(([key]) => key)
}
