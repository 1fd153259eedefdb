import type { Hex } from '../../contracts/events/hex.ts'
import { html, type Markup } from '../markup.ts'
import { actorUrl } from '../url.ts'
import { shortHash } from './hash.ts'

/** A key by its address, linked to what it recorded. */
export const actorLink = (key: Hex): Markup =>
  html`<a class="nowrap" href="${actorUrl(key)}">${shortHash(key)}</a>`
