import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { household } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())

const home = codeOf(household)
const hindi = 'यहाँ बिजली का हर बिल एक-एक पंक्ति करके जाँचा जा सकता है'
const assamese = 'ইয়াত প্ৰতিখন বিদ্যুৎ বিল শাৰীয়ে শাৰীয়ে পৰীক্ষা কৰিব পাৰি'

describe('a page', () => {
  test('is told in the language that the browser would rather read', async () => {
    const answer = await portal.get('/', { 'accept-language': 'ta, as;q=0.8, hi;q=0.7' })
    expect(answer.headers.get('content-language')).toBe('as')
    expect(answer.headers.get('vary')).toContain('Accept-Language')
    const text = await answer.text()
    expect(text).toContain('<html lang="as">')
    expect(wordsOf(text)).toContain(assamese)
  })

  test('is told in the language of its address, whatever the browser says', async () => {
    const answer = await portal.get('/?lang=hi', { 'accept-language': 'as' })
    expect(answer.headers.get('content-language')).toBe('hi')
    expect(wordsOf(await answer.text())).toContain(hindi)
  })

  test('falls back to the browser’s language, then to English, where the address names none that there is', async () => {
    const asked = await portal.get('/?lang=ta', { 'accept-language': 'hi' })
    expect(asked.headers.get('content-language')).toBe('hi')
    const plain = await portal.get('/?lang=ta', { 'accept-language': 'ta' })
    expect(plain.headers.get('content-language')).toBe('en')
    expect((await portal.get('/')).headers.get('content-language')).toBe('en')
  })

  test('offers itself in each language, to people and to machines', async () => {
    const text = await portal.text('/ledger?kind=bill')
    for (const language of ['en', 'hi', 'as'])
      expect(text).toContain(
        `<a href="/ledger?kind=bill&amp;lang=${language}" lang="${language}" hreflang="${language}"`,
      )
    expect(text).toContain(
      '<link rel="alternate" hreflang="hi" href="http://localhost/ledger?kind=bill&amp;lang=hi">',
    )
    expect(text).toContain(
      '<link rel="alternate" hreflang="x-default" href="http://localhost/ledger?kind=bill">',
    )
  })

  test('is another page for the cache in another language', async () => {
    const english = await portal.get('/tariffs')
    const tag = english.headers.get('etag') ?? ''
    const hindi = await portal.get('/tariffs', { 'if-none-match': tag, 'accept-language': 'hi' })
    expect(hindi.status).toBe(200)
    const again = await portal.get('/tariffs', {
      'if-none-match': hindi.headers.get('etag') ?? '',
      'accept-language': 'hi',
    })
    expect(again.status).toBe(304)
    expect(again.headers.get('vary')).toContain('Accept-Language')
  })

  test('asks for itself anew in its own language', async () => {
    const text = await portal.text(`/accounts/${home}?lang=as`)
    expect(text).toContain(`data-hx-get="/accounts/${home}?lang=as"`)
    expect(text).toMatch(/data-hx-get="\/pulse\?[^"]*lang=as"/)
  })
})

/** Files are the same in every language. */
const isFile = (href: string) => /^\/(?:assets|export)\/|\.(?:json|csv|xml)(?:\?|$)/.test(href)

test('the language of an address is kept by every link and every form of every page it leads to', async () => {
  const seen = new Set<string>()
  const wanted = ['/?lang=hi']
  for (let page = wanted.pop(); page !== undefined && seen.size < 60; page = wanted.pop()) {
    if (seen.has(page)) continue
    seen.add(page)
    const answer = await portal.get(page)
    if (answer.status === 303) continue
    const text = await answer.text()
    const body = text.slice(text.indexOf('</nav>', text.indexOf('class="languages"')))
    expect([page, text.includes('<html lang="hi">')]).toEqual([page, true])
    for (const [, found] of body.matchAll(/\shref="(\/[^"#]*)/g)) {
      const href = found?.replaceAll('&amp;', '&') ?? ''
      if (isFile(href)) continue
      expect([page, href, /[?&]lang=hi(&|$)/.test(href)]).toEqual([page, href, true])
      wanted.unshift(href)
    }
    const forms = text.match(/<form[^>]* action=/g)?.length ?? 0
    expect(text.match(/<input type="hidden" name="lang" value="hi"/g)?.length ?? 0).toBe(forms)
  }
  expect(seen.size).toBeGreaterThan(40)
})

test('a search leads to a page in the same language', async () => {
  const found = await portal.get(`/search?q=${home}&lang=as`)
  expect(found.headers.get('location')).toBe(`/accounts/${home}?lang=as`)
})

test('data is in English whatever the reader speaks, and its addresses name no language', async () => {
  const headers = { 'accept-language': 'hi' }
  const hindi = await (await portal.get('/ledger.json?lang=hi', headers)).text()
  expect(hindi).toBe(await (await portal.get('/ledger.json')).text())
})
