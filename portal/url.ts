import type { Language } from './language/languages.ts'
import { chosenLanguage } from './language/spoken.ts'

/** Every address of the portal is built here, so that a page can move and no link is forgotten. */

type Query = Readonly<Record<string, string | number | undefined>>

/** The address of a page, in the language that the present page's address asks for. */
const page = (path: string, query?: Query, place?: string): string => {
  const lang = chosenLanguage()
  // Most of a page's hundreds of links ask for nothing.
  const search = query === undefined && lang === undefined ? '' : asked({ ...query, lang })
  return `${path}${search}${place === undefined ? '' : `#${place}`}`
}

const asked = (values: Query): string => {
  let search = ''
  for (const name in values) {
    const value = values[name]
    if (value === undefined || value === '') continue
    search += `${search === '' ? '?' : '&'}${encoded(name)}=${encoded(String(value))}`
  }
  return search
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed())

export const homeUrl = () => page('/')
export const searchUrl = () => page('/search')
export const accountsUrl = (
  filter: {
    category?: number | undefined
    sort?: string | undefined
    after?: string | undefined
  } = {},
) => page('/accounts', filter)
/** `before`: of a long account the part that ends before this entry. */
export const accountUrl = (code: string, before?: number) => page(`/accounts/${code}`, { before })
export const billUrl = (code: string, number: number) => page(`/accounts/${code}/bills/${number}`)
/** Its consumption as a Green Button file. */
export const greenButtonUrl = (code: string) => `/accounts/${code}/green-button.xml`
/** What to do where a bill is not right, on its page. */
export const complaintUrl = (code: string, number: number) =>
  page(`/accounts/${code}/bills/${number}`, undefined, 'dispute')
/** Evidence of an account, or of one of its bills: the page; `jsonUrl` of it is the file. */
export const evidenceUrl = (code: string, bill: number | null) =>
  page(`/accounts/${code}${bill === null ? '' : `/bills/${bill}`}/evidence`)
export const verifyUrl = () => page('/verify')
/** What this portal takes its own chain to be, for who verifies without a party's trust file. */
export const trustUrl = () => page('/trust')
/** What was owed before the ledger began has no page of its own, but a line among the bills. */
export const arrearsUrl = (code: string) => page(`/accounts/${code}`, undefined, 'arrears')
export const tariffsUrl = () => page('/tariffs')
export const tariffUrl = (tariff: number, before?: string) => page(`/tariffs/${tariff}`, { before })
export const categoryUrl = (category: number) => page('/tariffs', undefined, `category-${category}`)
/** What the payments are narrowed to, as their form names it. */
export interface PaymentsAddress {
  readonly channel?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly sort?: string | undefined
  readonly before?: string | undefined
  readonly after?: string | undefined
}
export const paymentsUrl = (filter: PaymentsAddress = {}) => page('/payments', { ...filter })
/** What the ledger is narrowed to, as its form names it. */
export interface LedgerAddress {
  readonly kind?: string | undefined
  readonly category?: number | string | undefined
  readonly account?: string | undefined
  /** A key's address, or a role. */
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly least?: string | undefined
  readonly most?: string | undefined
  readonly sort?: string | undefined
  readonly before?: string | undefined
  readonly after?: string | undefined
}
export const ledgerUrl = (filter: LedgerAddress = {}) => page('/ledger', { ...filter })
/** Every key with a role. */
export const actorsUrl = () => page('/actors')
/** What one key recorded. */
export const actorUrl = (key: string, before?: string) => page(`/actors/${key}`, { before })
/** Readings that stand out: of all rules, or those of one, recorded on some days. */
export const outliersUrl = (
  rule?: string,
  narrowed: {
    readonly from?: string | undefined
    readonly to?: string | undefined
    readonly before?: string | undefined
  } = {},
) => page('/outliers', { rule, ...narrowed })
/** Who sealed, and who was silent. */
export const signersUrl = () => page('/signers')
/** Blocks that the chain replaced. */
export const orphansUrl = (before?: number) => page('/orphans', { before })
/** Every block, newest first; `before` is a block's number. */
export const blocksUrl = (before?: number) => page('/blocks', { before })
export const blockUrl = (number: number) => page(`/blocks/${number}`)
/** `log`: of a transaction with many entries one, with its raw record. */
export const transactionUrl = (hash: string, log?: number) => page(`/transactions/${hash}`, { log })
/** The record of one entry: on its transaction's page, at the log that made it. */
export const entryUrl = (hash: string, logIndex: number) =>
  page(`/transactions/${hash}`, undefined, `log-${logIndex}`)
/** What a receipt's slip leads to. */
export const referenceUrl = (reference: string) => page(`/references/${reference}`)
/** The ledger's control totals, month by month. */
export const totalsUrl = () => page('/totals')
/** The board's books; `to` is the last day of the receipts shown. */
export const boardUrl = (to?: string) => page('/board', { to })
/** The sums behind a number of the ageing. */
export const dueUrl = (
  filter: {
    category?: number | undefined
    age?: string
    sort?: string | undefined
    after?: string | undefined
  } = {},
) => page('/due', filter)
/** What every page's JSON holds, for programs. */
export const openApiUrl = () => page('/openapi')
/** Everything in files: the page, and a file as of a block. */
export const bulkUrl = () => page('/export')
export const bulkFileUrl = (block: number, file: string) => `/export/${block}/${file}`
export const statusUrl = () => page('/status')
export const privacyUrl = () => page('/privacy')
export const demoUrl = () => page('/demo')
/** What a page open in a browser asks every few seconds: is there anything after this block? */
export const pulseUrl = (seen: { block: number; hash: string; account?: string | undefined }) =>
  page('/pulse', seen)
/** The same page for machines, which is in English only. */
export const jsonUrl = (address: string) => {
  const [path, search] = spokenIn(address, undefined)
  return `${path === '/' ? '/index' : path}.json${search}`
}
/** The same page in another language; without one, in the one that a browser asks for. */
export const languageUrl = (address: string, language?: Language) =>
  spokenIn(address, language).join('')

const spokenIn = (address: string, lang: Language | undefined): [path: string, search: string] => {
  const [path = '/', search] = address.split('?', 2)
  return [path, asked({ ...Object.fromEntries(new URLSearchParams(search)), lang })]
}
/** The whole of a list as one file: as narrowed and sorted, from its top. */
export const csvUrl = (address: string) => {
  const [path, search] = spokenIn(address, undefined)
  const rest = new URLSearchParams(search)
  for (const place of ['before', 'after']) rest.delete(place)
  return `${path}.csv${asked(Object.fromEntries(rest))}`
}
/** An asset by its content, so that browsers may keep it for ever. */
export const assetUrl = (name: string, version: string) => `/assets/${name}?v=${version}`
