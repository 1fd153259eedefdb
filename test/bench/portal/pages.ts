import { hexOf, type Hex } from '../../../contracts/events/hex.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { outlierRules } from '../../../contracts/rules/outliers.ts'
import type { Ledger } from '../../../portal/readOnly.ts'
import {
  accountsUrl,
  accountUrl,
  actorsUrl,
  actorUrl,
  billUrl,
  blocksUrl,
  blockUrl,
  boardUrl,
  dueUrl,
  homeUrl,
  jsonUrl,
  ledgerUrl,
  orphansUrl,
  outliersUrl,
  paymentsUrl,
  privacyUrl,
  pulseUrl,
  referenceUrl,
  searchUrl,
  signersUrl,
  statusUrl,
  tariffsUrl,
  tariffUrl,
  totalsUrl,
  transactionUrl,
} from '../../../portal/url.ts'
import { manifest } from '../../portal/writtenLedger.ts'

/** A kind of page, and addresses of it all over the ledger. */
export interface PageKind {
  readonly name: string
  readonly addresses: readonly string[]
}

/** Every kind of page, at the places that people and programs ask for: at the top of a list, and deep in it. */
export const pageKinds = async (db: Ledger, accounts: readonly Hex[]): Promise<PageKind[]> => {
  const { blocks } = await db
    .selectFrom('block')
    .select(({ fn }) => fn.max('number').as('blocks'))
    .executeTakeFirstOrThrow()
  const some = (count: number) =>
    Array.from({ length: count }, (_, i) => 1 + Math.floor(((i + 0.5) * (blocks ?? 0)) / count))
  const places = some(200).map((block) => `${block}-40`)
  const transactions = await db
    .selectFrom('transaction')
    .select('hash')
    .where('block_number', 'in', some(200))
    .where('transaction_index', '=', 0)
    .execute()
  const payments = await db
    .selectFrom('payment')
    .select('receipt_reference')
    .where('channel', '<>', 0)
    .where('block_number', 'in', some(2000))
    .limit(500)
    .execute()
  const codes = accounts.map((account) => codeOf(account))
  const last = await db
    .selectFrom('block')
    .select('hash')
    .where('number', '=', blocks ?? 0)
    .executeTakeFirstOrThrow()
  const actor = manifest.parties.board
  const hashes = transactions.map(({ hash }) => hexOf(hash))
  const references = payments.map(({ receipt_reference }) => hexOf(receipt_reference))
  const kind = (name: string, ...addresses: string[]) => ({ name, addresses })
  return [
    kind('home', homeUrl()),
    kind('search', ...codes.map((code) => `${searchUrl()}?q=${encodeURIComponent(code)}`)),
    kind('search, hash', ...[...hashes, ...references].map((hash) => `${searchUrl()}?q=${hash}`)),
    kind('accounts', ...accounts.map((account) => accountsUrl({ after: `0-${account}` }))),
    kind(
      'accounts, by balance',
      ...['-balance', 'balance'].flatMap((sort) => [
        accountsUrl({ sort }),
        ...accounts.map((account) => accountsUrl({ sort, after: `50000-${account}` })),
      ]),
    ),
    kind(
      'accounts, category',
      ...[1, 2, 3, 4].flatMap((category) =>
        ['code', '-balance'].map((sort) => accountsUrl({ category, sort })),
      ),
    ),
    kind('account', ...codes.map((code) => accountUrl(code))),
    kind('account.json', ...codes.map((code) => jsonUrl(accountUrl(code)))),
    kind('bill', ...codes.map((code, i) => billUrl(code, 1 + (i % 23)))),
    kind('tariffs', tariffsUrl()),
    kind('tariff', ...[1, 2, 3, 4, 5, 6, 7, 8].map((tariff) => tariffUrl(tariff))),
    kind('tariff, deep', ...places.map((place, i) => tariffUrl(1 + (i % 8), place))),
    kind('payments', paymentsUrl()),
    kind('payments, deep', ...places.map((place) => paymentsUrl({ before: place }))),
    kind('reference', ...references.map(referenceUrl)),
    kind('board', boardUrl(), boardUrl('2025-03-31'), boardUrl('2024-10-01')),
    kind('due', ...['0-30', '31-60', 'not-due', 'held', 'credit'].map((age) => dueUrl({ age }))),
    kind('due, category', ...[1, 2, 3, 4].map((category) => dueUrl({ category, age: '0-30' }))),
    kind('totals', totalsUrl()),
    kind('ledger', ledgerUrl()),
    kind('ledger, deep', ...places.map((before) => ledgerUrl({ before }))),
    kind(
      'ledger, days',
      ...places.map((before) => ledgerUrl({ from: '2025-01-10', to: '2025-03-09', before })),
    ),
    kind('ledger, kind', ...lists.map((kind) => ledgerUrl({ kind }))),
    kind(
      'ledger, category',
      ...[1, 2, 3, 4].map((category) => ledgerUrl({ kind: 'bill', category })),
    ),
    kind(
      'ledger, amount',
      ledgerUrl({ kind: 'payment', least: '90000' }),
      ledgerUrl({ kind: 'bill', least: '90000' }),
    ),
    kind('ledger, account', ...codes.map((account) => ledgerUrl({ account }))),
    kind('ledger, actor', ...places.map((before) => ledgerUrl({ actor, before }))),
    kind('ledger, actor and kind', ledgerUrl({ actor, kind: 'revision' })),
    kind('outliers', outliersUrl()),
    kind('outliers, rule', ...outlierRules.map((rule) => outliersUrl(rule))),
    kind('outliers, deep', ...places.map((place) => outliersUrl('high', { before: place }))),
    kind('actors', actorsUrl()),
    kind('actor', actorUrl(actor)),
    kind('actor, deep', ...places.map((place) => actorUrl(actor, place))),
    kind('signers', signersUrl()),
    kind('orphans', orphansUrl()),
    kind('blocks', ...some(100).map((block) => blocksUrl(block))),
    kind('block', ...some(500).map(blockUrl)),
    kind('transaction', ...hashes.map((hash) => transactionUrl(hash))),
    kind('status', statusUrl()),
    kind('privacy', privacyUrl()),
    kind(
      'pulse',
      ...accounts.map((account) =>
        pulseUrl({ block: blocks ?? 0, hash: hexOf(last.hash), account }),
      ),
    ),
  ]
}

const lists = [
  'bill',
  'payment',
  'reading',
  'revision',
  'adjustment',
  'dispute',
  'payment_reversal',
  'manual',
  'estimated',
  'estimated-again',
  'estimated-again-corrected',
]
