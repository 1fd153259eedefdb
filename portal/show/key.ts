import type { Hex } from '../../contracts/events/hex.ts'
import { html, type Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import type { RoleName } from '../record/roleName.ts'
import { listed } from '../words/listed.ts'
import { roleHolder } from '../words/role.ts'
import { plain, t } from '../words/t.ts'
import { shortHash } from './hash.ts'

/**
 * Whose key it is: the board's desks', the regulator's, the consumer's; anybody else's by its address. Of a key that stands
 * for several, those in which it may have acted, where the act tells.
 */
export const keyOwner = (key: Hex, { roles, consumers }: Keys, ...as: RoleName[]): Markup => {
  const held = roles.get(key) ?? []
  const acted = held.filter((role) => as.includes(role))
  const owners = (acted.length > 0 ? acted : held).map(roleHolder)
  if (acted.length === 0 && consumers.has(key)) owners.push(plain('party.consumerKey'))
  if (owners.length === 0) return t('party.key', { key: shortHash(key) })
  return html`<span title="${key}">${listed(owners)}</span>`
}
