import type { Hex } from '../../contracts/events/hex.ts'
import { html, type Markup } from '../markup.ts'
import { actedAs } from '../record/actedAs.ts'
import type { Entry } from '../record/entry.ts'
import type { Keys } from '../record/keys.ts'
import { actorUrl } from '../url.ts'
import { listed } from '../words/listed.ts'
import { roleHolder } from '../words/role.ts'
import { plain } from '../words/t.ts'
import { shortHash } from './hash.ts'

/** A key by its address, linked to what it recorded. */
export const actorLink = (key: Hex): Markup =>
  html`<a class="nowrap" href="${actorUrl(key)}">${shortHash(key)}</a>`

/** Who recorded an entry, in the roles that allowed it, linked to all that this key recorded. */
export const recordedBy = (entry: Entry, roles: Keys['roles']): Markup => {
  const { sender } = entry.at
  const name = holderName(entry, roles)
  return name === null
    ? actorLink(sender)
    : html`<a href="${actorUrl(sender)}" title="${sender}">${name}</a>`
}

/** Whose key that is, as people say it; null where the entry doesn't tell. */
export const holderName = (entry: Entry, roles: Keys['roles']): string | null => {
  const { sender } = entry.at
  const held = actedAs(entry, roles.get(sender) ?? [])
  if (held.length > 0) return listed(held.map(roleHolder))
  // Nobody else may dispute a bill, or accept terms that name this key.
  const isConsumer =
    entry.name === 'BillDisputed' ||
    (entry.name === 'AgreementAccepted' && entry.fields.consumerKey === sender)
  return isConsumer ? plain('party.consumerKey') : null
}
