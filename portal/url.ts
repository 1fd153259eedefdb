/** Every address of the portal is built here, so that a page can move and no link is forgotten. */

const query = (values: Record<string, string | number | undefined>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size === 0 ? '' : `?${search.toString()}`
}

export const homeUrl = () => '/'
export const searchUrl = () => '/search'
export const accountsUrl = (after?: string) => `/accounts${query({ after })}`
export const accountUrl = (code: string) => `/accounts/${code}`
export const billUrl = (code: string, number: number) => `/accounts/${code}/bills/${number}`
/** Evidence of an account, or of one of its bills: the page; `jsonUrl` of it is the file. */
export const evidenceUrl = (code: string, bill: number | null) =>
  `${bill === null ? accountUrl(code) : billUrl(code, bill)}/evidence`
export const verifyUrl = () => '/verify'
/** What this portal takes its own chain to be, for who verifies without a party's trust file. */
export const trustUrl = () => '/trust'
/** What was owed before the ledger began has no page of its own, but a line among the bills. */
export const arrearsUrl = (code: string) => `${accountUrl(code)}#arrears`
export const tariffsUrl = () => '/tariffs'
export const tariffUrl = (tariff: number, before?: string) =>
  `/tariffs/${tariff}${query({ before })}`
export const categoryUrl = (category: number) => `/tariffs#category-${category}`
export const paymentsUrl = (before?: string) => `/payments${query({ before })}`
/** Every payment in one file. */
export const paymentsCsvUrl = () => '/payments.csv'
/** What the ledger is narrowed to, as its form names it. */
export interface LedgerAddress {
  readonly kind?: string | undefined
  readonly category?: number | string | undefined
  readonly account?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly least?: string | undefined
  readonly most?: string | undefined
  readonly before?: string | undefined
}
export const ledgerUrl = (filter: LedgerAddress = {}) => `/ledger${query({ ...filter })}`
export const blockUrl = (number: number) => `/blocks/${number}`
export const transactionUrl = (hash: string) => `/transactions/${hash}`
/** The record of one entry: on its transaction's page, at the log that made it. */
export const entryUrl = (hash: string, logIndex: number) => `/transactions/${hash}#log-${logIndex}`
/** What a receipt's slip leads to. */
export const referenceUrl = (reference: string) => `/references/${reference}`
/** The ledger's control totals, month by month. */
export const totalsUrl = () => '/totals'
/** The board's books; `to` is the last day of the receipts shown. */
export const boardUrl = (to?: string) => `/board${query({ to })}`
/** The sums behind a number of the ageing. */
export const dueUrl = (
  filter: { category?: number | undefined; age?: string; after?: string | undefined } = {},
) => `/due${query(filter)}`
export const statusUrl = () => '/status'
export const privacyUrl = () => '/privacy'
export const demoUrl = () => '/demo'
/** What a page open in a browser asks every few seconds: is there anything after this block? */
export const pulseUrl = (seen: { block: number; hash: string; account?: string | undefined }) =>
  `/pulse${query(seen)}`
/** The same page for machines. */
export const jsonUrl = (page: string) => {
  const [path = '/', search] = page.split('?')
  return `${path === '/' ? '/index' : path}.json${search === undefined ? '' : `?${search}`}`
}
/** An asset by its content, so that browsers may keep it for ever. */
export const assetUrl = (name: string, version: string) => `/assets/${name}?v=${version}`
