import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { household, reference, waiting } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'
import { manifest } from './writtenLedger.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())

const home = codeOf(household)
const school = codeOf(reference)
const pages = [
  '/',
  '/accounts',
  `/accounts/${home}`,
  `/accounts/${school}`,
  `/accounts/${codeOf(waiting)}`,
  `/accounts/${home}/bills/5`,
  `/accounts/${school}/bills/1`,
  '/tariffs',
  '/tariffs/2',
  '/payments',
  '/payments?before=14-1',
  '/tariffs/2?before=14-1',
  '/board',
  '/board?to=2026-08-31',
  '/due',
  '/due?age=not-due&category=2',
  '/totals',
  `/references/0x${'ab'.repeat(32)}`,
  '/ledger',
  '/ledger?kind=bill',
  '/ledger?before=9-0',
  '/ledger?kind=manual&category=2&from=2026-06-01&to=2026-07-31',
  '/outliers',
  '/outliers?rule=late',
  '/actors',
  `/actors/${manifest.parties.board}`,
  `/ledger?actor=${manifest.parties.board}`,
  '/signers',
  '/orphans',
  '/blocks',
  '/blocks/3',
  '/blocks/20',
  '/status',
  '/privacy',
]
const dataOf = (page: string) => {
  const [path, query] = page.split('?')
  return `${path === '/' ? '/index' : path}.json${query === undefined ? '' : `?${query}`}`
}

describe('every page', () => {
  test.each(pages)('%s answers in HTML and in JSON', async (page) => {
    const html = await portal.get(page)
    expect(html.status).toBe(200)
    expect(html.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const text = await html.text()
    expect(text).toMatch(/<main[^>]*>[\s\S]*<h1/)
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    const data = await portal.get(dataOf(page))
    expect(data.status).toBe(200)
    expect(data.headers.get('content-type')).toBe('application/json')
  })

  test.each(pages)(
    '%s holds nothing inline, is not to be collected, and sets no cookie',
    async (page) => {
      const answer = await portal.get(page)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("style-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('set-cookie')).toBeNull()
      const text = await answer.text()
      expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|<script>/)
      expect(text).toContain('<meta name="robots" content="noindex">')
    },
  )

  test('links only to pages that exist', async () => {
    const found = new Set<string>()
    for (const page of pages)
      for (const [, href] of (await portal.text(page)).matchAll(/\shref="(\/[^"#]*)/g))
        if (href !== undefined) found.add(href.replaceAll('&amp;', '&'))
    expect(found.size).toBeGreaterThan(60)
    for (const href of found) {
      const answer = await portal.get(href)
      expect([href, answer.status]).toEqual([href, 200])
      // A file is made as it is taken: one that isn't keeps its place from the next.
      await answer.body?.cancel()
    }
  })
})

test('the first page says how far everything is proven, and what was recorded last', async () => {
  const words = wordsOf(await portal.text('/'))
  expect(words).toContain('48 entries, every block proven up to 19')
  expect(words).toContain('sealed by the board, the consumers’ forum and the regulator')
  expect(words).toContain(`₹500.00 paid by ${school}, on the chain; balance after it ₹0.00`)
})

test('an account begins with what is owed and until when', async () => {
  const words = wordsOf(await portal.text(`/accounts/${home}`))
  expect(words).toContain('₹2,216.00')
  expect(words).toContain('₹785.00 was due on 17 Oct 2026; ₹1,431.00 to pay by 18 Nov 2026')
  expect(words).toContain('All 7 bills were worked out again here')
  expect(words).toContain('Entries 1 to 32 give the fingerprint that the chain has')
  expect(words).toContain('entered by hand, with evidence')
})

test('an account that has only been offered terms says that they were not accepted', async () => {
  const words = wordsOf(await portal.text(`/accounts/${codeOf(waiting)}`))
  expect(words).toContain('Terms were offered, and not accepted yet')
  expect(words).toContain('nothing is charged by it before it is accepted')
  expect(words).toContain('No bill has been issued yet')
})

test('a transaction shows its entries in words, word by word, and raw', async () => {
  const { payments } = await portal.json<{ payments: { transaction: string }[] }>(
    `/accounts/${school}.json`,
  )
  const words = wordsOf(await portal.text(`/transactions/${payments[0]?.transaction}`))
  expect(words).toContain(`₹2,000.00 paid by ${school}, on the chain; balance after it ₹500.00`)
  expect(words).toContain('channel0: on the chain')
  // The amount's word as the chain has it: 200,000 paise.
  expect(words).toContain('0000000000000000000000000000000000000000000000000000000000030d40')
})

test('the same block gives the same page, and a browser that has it is told so', async () => {
  const first = await portal.get('/tariffs')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^W\//)
  const again = await portal.get('/tariffs', { 'if-none-match': tag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('assets are named by their content and kept for a year', async () => {
  const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(await portal.text('/')) ?? []
  const answer = await portal.get(style ?? '')
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  const other = await portal.get('/assets/style.css?v=other')
  expect(other.headers.get('cache-control')).toBe('no-cache')
})

test('lists go on by keys until every entry was shown once', async () => {
  const seen: string[] = []
  let address = '/ledger.json?before=999999-0'
  for (;;) {
    const { entries, next } = await portal.json<EntryList>(address)
    for (const { accountId, seq } of entries) seen.push(`${accountId}/${seq}`)
    if (next === null) break
    address = next.replace('/ledger', '/ledger.json')
  }
  expect(seen).toHaveLength(48)
  expect(new Set(seen).size).toBe(48)
})

interface EntryList {
  entries: { accountId: string; seq: number }[]
  next: string | null
}

test('a portal that is behind the chain says so on every page', async () => {
  await portal.ledger.report({ chainHead: portal.ledger.block + 12 })
  expect(wordsOf(await portal.text('/tariffs'))).toContain('12 blocks behind the chain')
  await portal.ledger.report({ alarm: 'The receipts of block 21 are not what its header says.' })
  expect(wordsOf(await portal.text('/tariffs'))).toContain(
    'The indexer raised an alarm and reads no further than block 20. The receipts of block 21',
  )
  await portal.ledger.report()
})

test('an empty ledger has words of its own', async () => {
  await using empty = await openPortal({ isEmpty: true })
  const answer = await empty.get('/')
  expect(answer.status).toBe(200)
  expect(wordsOf(await answer.text())).toContain('The indexer has not stored a block yet')
  for (const page of [
    '/accounts',
    '/tariffs',
    '/payments',
    '/totals',
    '/ledger',
    '/status',
    '/privacy',
  ])
    expect([page, (await empty.get(page)).status]).toEqual([page, 200])
  expect(await empty.json('/status.json')).toMatchObject({ indexed: null, proven: null })
  expect((await empty.get(`/accounts/${school}`)).status).toBe(404)
})
