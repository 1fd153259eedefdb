import type { Hex } from '../../contracts/events/hex.ts'
import { html, type Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import type { RoleName } from '../record/roleName.ts'
import { roleHolder } from '../words/role.ts'
import { plain, t } from '../words/t.ts'
import { shortHash } from './hash.ts'

/** Whose key it is: one of the board's desks', the regulator's, the consumer's; anybody else's by its address. */
export const keyOwner = (key: Hex, { roles, consumers }: Keys, as?: RoleName): Markup => {
  const held = roles.get(key) ?? []
  const role = as !== undefined && held.includes(as) ? as : held[0]
  if (role !== undefined) return named(roleHolder(role), key)
  if (consumers.has(key)) return named(plain('party.consumerKey'), key)
  return t('party.key', { key: shortHash(key) })
}

const named = (name: string, key: Hex): Markup => html`<span title="${key}">${name}</span>`
