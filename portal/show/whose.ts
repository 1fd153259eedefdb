import type { Hex } from '../../contracts/events/hex.ts'
import { html, type Markup } from '../markup.ts'
import { whose } from '../record/whose.ts'
import { categoryUrl, statusUrl } from '../url.ts'
import { t } from '../words/t.ts'
import { accountLink } from './account.ts'
import { categoryName } from './category.ts'

/** Whose entry it is, linked: an account's code, a category, or the ledger itself. */
export const whoseLink = (account: Hex): Markup => {
  const owner = whose(account)
  if (owner.kind === 'account') return accountLink(owner.code)
  if (owner.kind === 'category') return categoryLink(owner.category)
  return html`<a href="${statusUrl()}">${t('value.ledger')}</a>`
}

/** A category, linked to its tariffs. */
export const categoryLink = (category: number): Markup =>
  html`<a class="nowrap" href="${categoryUrl(category)}">${categoryName(category)}</a>`
