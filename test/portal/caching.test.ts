import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { createClient } from '../../migrations/connect.ts'
import { entryTables } from '../../migrations/tables.ts'
import { portal as portalApp } from '../../portal/app.ts'
import { openLedger } from '../../portal/readOnly.ts'
import { household } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())
afterEach(() => {
  portal.node.says = 'the truth'
})

const account = `/accounts/${codeOf(household)}`
const pages = ['/', '/accounts', account, `${account}/bills/6`, '/tariffs', '/tariffs/2']
const lists = ['/payments', '/totals', '/board', '/due', '/ledger', '/blocks/14']

const tagOf = async (address: string, headers: Record<string, string> = {}): Promise<string> =>
  (await portal.get(address, headers)).headers.get('etag') ?? ''

describe('a browser that has the page of this block', () => {
  test.each([...pages, ...lists, `${account}.json`])('%s is told so', async (address) => {
    const tag = await tagOf(address)
    expect(tag).toMatch(/^W\/"/)
    const again = await portal.get(address, { 'if-none-match': `"other", ${tag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(tag)
    expect(again.headers.get('cache-control')).toBe('no-cache')
    expect(again.headers.get('vary')).toMatch(/Accept-Encoding/)
  })

  test('is told so before any table of entries is read, where others are told that it takes too long', async () => {
    const owner = createClient(portal.database.url)
    await owner.connect()
    const all = [...pages, ...lists]
    const tags = new Map<string, string>()
    const hurried = new URL(portal.database.readerUrl)
    hurried.searchParams.set('options', '-c statement_timeout=300')
    await using db = openLedger(hurried.href)
    const app = portalApp({ db, witness: portal.node })
    for (const address of all)
      tags.set(address, (await app.request(address)).headers.get('etag') ?? '')
    const tables = ['account', 'day_total', 'open_sum', 'open_total', ...Object.keys(entryTables)]
    await owner.query(
      `begin; lock table ${tables.map((name) => `"${name}"`).join()} in access exclusive mode`,
    )
    try {
      for (const address of all) {
        const headers = { 'if-none-match': tags.get(address) ?? '' }
        expect([address, (await app.request(address, { headers })).status]).toEqual([address, 304])
      }
      // From now on nothing is kept from before.
      await portal.ledger.report()
      for (const address of ['/ledger', account]) {
        const answer = await app.request(address)
        expect([answer.status, answer.headers.get('etag')]).toEqual([503, null])
        expect(wordsOf(await answer.text())).toContain('This page took too long')
      }
    } finally {
      await owner.query('rollback')
      await owner.end()
    }
  })

  test('gets the page of the next block', async () => {
    const tags = await Promise.all(pages.map((address) => tagOf(address)))
    await portal.ledger.mine(1_794_310_000)
    await portal.ledger.report()
    for (const [i, address] of pages.entries()) {
      const answer = await portal.get(address, { 'if-none-match': tags[i] ?? '' })
      expect([address, answer.status]).toEqual([address, 200])
    }
  })

  test('has another one in each language', async () => {
    const hindi = { 'accept-language': 'hi' }
    const tag = await tagOf('/accounts', hindi)
    expect((await portal.get('/accounts', { 'if-none-match': tag })).status).toBe(200)
    const again = await portal.get('/accounts', { ...hindi, 'if-none-match': tag })
    expect(again.status).toBe(304)
    expect(again.headers.get('vary')).toBe('Accept-Language, Accept-Encoding')
  })
})

test('what the node said is part of the tag, and a page that could not ask it has none', async () => {
  const agreed = await tagOf(account)
  portal.node.says = 'another head'
  await portal.ledger.report()
  expect(await tagOf(account)).not.toBe(agreed)
  portal.node.says = 'nothing'
  await portal.ledger.report()
  expect(await tagOf(account)).toBe('')
})

describe('a page that was just answered', () => {
  /** The second of two answers, between which the node falls silent: only what was kept still has a tag. */
  const again = async (address: string, headers: Record<string, string> = {}): Promise<string> => {
    portal.node.says = 'the truth'
    const first = await portal.get(address)
    portal.node.says = 'nothing'
    const second = await portal.get(address, headers)
    const isSame = (await second.text()) === (await first.text())
    return isSame ? (second.headers.get('etag') ?? '') : ''
  }

  // Whoever writes anywhere in this Postgres ends what is kept, so that it may take more than one try.
  test.each([account, `${account}.json`])('%s is answered so again', (address) =>
    expect.poll(() => again(address), { timeout: 20_000 }).toMatch(/^W\/"/),
  )

  test('is another one in another language', async () => {
    expect(await again(account, { 'accept-language': 'as' })).toBe('')
  })

  test('is not kept where the node could not be asked', async () => {
    portal.node.says = 'nothing'
    await portal.ledger.report()
    expect(await tagOf(account)).toBe('')
    portal.node.says = 'the truth'
    expect(await tagOf(account)).toMatch(/^W\/"/)
  })
})

test('a row that somebody alters shows, with the same tag, however often the page was told before', async () => {
  const told = async () => {
    await portal.ledger.report()
    const page = await portal.get(account)
    return { tag: page.headers.get('etag'), text: await page.text() }
  }
  const [, , third, fourth] = [await told(), await told(), await told(), await told()]
  expect(fourth).toEqual(third)
  const owner = createClient(portal.database.url)
  await owner.connect()
  // Of the tariff that its bills are worked out by: the account's own head stays.
  const change = (by: number) =>
    owner.query('update rate set round_to_paise = round_to_paise + $1 where category = 2', [by])
  try {
    await change(1)
    const altered = await told()
    expect(altered.tag).toBe(fourth?.tag)
    expect(altered.text).not.toBe(fourth?.text)
    await change(-1)
    expect(await told()).toEqual(fourth)
  } finally {
    await owner.end()
  }
})

describe('pages are packed', () => {
  test.each(['/', `${account}.json`])('%s where the peer takes it', async (address) => {
    const plain = await portal.get(address)
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('vary')).toMatch(/Accept-Encoding/)
    const packed = await portal.get(address, { 'accept-encoding': 'br;q=0.5, gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'))
    const text = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()
    expect(text).toBe(await plain.text())
  })

  test.each(['', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, br'])(
    'and not for %s',
    async (takes) => {
      const answer = await portal.get('/', { 'accept-encoding': takes })
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(await answer.text()).toContain('</html>')
    },
  )

  test('the news that nothing changed is no text to pack', async () => {
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': await tagOf('/accounts') }
    const answer = await portal.get('/accounts', headers)
    expect(answer.status).toBe(304)
    expect(answer.headers.get('content-encoding')).toBeNull()
  })
})
