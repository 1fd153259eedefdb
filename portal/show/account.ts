import { html, type Markup } from '../markup.ts'
import { accountUrl, arrearsUrl, billUrl } from '../url.ts'
import { t, to } from '../words/t.ts'

/** An account by its code, linked. */
export const accountLink = (code: string): Markup =>
  html`<a class="code" href="${accountUrl(code)}">${code}</a>`

/** What a bill is called: a station's is a session. Capital at the beginning of a sentence. */
export type BillWord = 'bill' | 'Bill' | 'session' | 'Session'

/** A bill by its number alone. */
export const billName = (number: number, word: BillWord = 'bill'): Markup =>
  t(`value.${word}`, { number })

/** A bill of an account, linked. */
export const billLink = (code: string, number: number, word: BillWord = 'bill'): Markup =>
  html`<a class="nowrap" href="${billUrl(code, number)}">${billName(number, word)}</a>`

/** What was owed before the ledger began: elsewhere it is called bill 0. */
export const arrearsLink = (code: string): Markup => t('value.arrears', { a: to(arrearsUrl(code)) })
