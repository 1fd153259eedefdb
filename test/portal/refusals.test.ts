import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { portal as portalApp } from '../../portal/app.ts'
import { openLedger } from '../../portal/readOnly.ts'
import { createClient } from '../../migrations/connect.ts'
import { freePort } from '../machine/freePort.ts'
import { household } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())

const home = codeOf(household)

describe('what can’t be looked up gets a sentence with the value and a way on', () => {
  test.each([
    ['/accounts/HH0Z5-9PGFF-G', 400, '"HH0Z5-9PGFF-G" is no account code'],
    ['/accounts/HH0Z5', 400, 'it has 5 symbols, a code has 11'],
    ['/accounts/K7Q29-XMD4T-B', 400, '"K7Q29-XMD4T-B" is no account code'],
    [`/accounts/${codeOf(`0x${'ab'.repeat(32)}`)}`, 404, 'has an entry in this ledger'],
    [`/accounts/${home}/bills/8`, 404, `Account ${home} has no bill 8. Its last one is bill 7`],
    [`/accounts/${home}/bills/minus`, 400, '"minus" is not a bill’s number'],
    ['/tariffs/9', 404, 'There is no tariff 9'],
    ['/tariffs/-1', 400, '"-1" is not a tariff’s number'],
    ['/blocks/999', 404, 'There is no block 999 in this ledger. Blocks 1 to 20 are stored'],
    ['/blocks/1e3', 400, '"1e3" is not a block’s number'],
    ['/references/0x12', 400, '"0x12" is not a receipt’s reference'],
    [`/references/0x${'0'.repeat(64)}`, 404, 'This is no receipt’s reference'],
    ['/transactions/0x12', 400, '"0x12" is not a transaction’s hash'],
    [`/transactions/0x${'0'.repeat(64)}`, 404, 'recorded anything in this ledger'],
    ['/ledger?kind=secrets', 400, '"secrets" is not a kind of entry'],
    ['/ledger?before=now', 400, '"now" is no place in this list'],
    ['/payments?before=1', 400, '"1" is no place in this list'],
    ['/accounts?after=x', 400, '"x" is no place in this list'],
    ['/search?q=', 400, 'Nothing was typed'],
    ['/search?q=bill+7', 400, 'does not say of which account'],
    ['/search?q=0x1234', 400, 'it has 4 digits after 0x instead of 64'],
    [`/search?q=0x${'7'.repeat(64)}`, 404, 'Nothing in this ledger has the hash'],
    ['/nowhere', 404, 'There is no page at /nowhere'],
    ['/assets/secrets.js', 404, 'No such file'],
    ['/pulse?block=x', 400, 'for the portal’s own pages'],
  ])('%s → %i %s', async (address, status, sentence) => {
    const answer = await portal.get(address)
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(wordsOf(text)).toContain(sentence)
    expect(text).toContain('role="search"')
    expect(text).not.toMatch(/\s+at .*\.ts/)
  })

  test('what was typed is shown as text, never as a tag', async () => {
    const typed = '"><script>alert(1)</script>'
    for (const address of [
      `/search?q=${encodeURIComponent(typed)}`,
      `/accounts/${encodeURIComponent(typed)}`,
      `/ledger?kind=${encodeURIComponent(typed)}`,
      `/${encodeURIComponent(typed)}`,
    ]) {
      const answer = await portal.get(address)
      expect(answer.status).toBeLessThan(500)
      expect(await answer.text()).not.toContain('<script>alert')
    }
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'BREW'])(
    '%s is refused: the portal only reads',
    async (method) => {
      const db = openLedger(portal.database.readerUrl)
      const app = portalApp({ db, witness: portal.node })
      const answer = await app.request('/accounts', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
      await db[Symbol.asyncDispose]()
    },
  )
})

describe('the search field leads to what was typed', () => {
  test.each([
    [home, `/accounts/${home}`],
    [home.toLowerCase().replaceAll('-', ' '), `/accounts/${home}`],
    [home.replaceAll('0', 'o'), `/accounts/${home}`],
    [`${home}/5`, `/accounts/${home}/bills/5`],
    [`${home} bill 5`, `/accounts/${home}/bills/5`],
    ['14', '/blocks/14'],
    ['block 10,482', '/blocks/10482'],
    [household, `/accounts/${household}`],
  ])('%s → %s', async (typed, address) => {
    const answer = await portal.get(`/search?q=${encodeURIComponent(typed)}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(address)
  })

  test('a transaction, a receipt’s reference and a block are found by their hashes', async () => {
    const { payments } = await portal.json<{
      payments: { transaction: string; reference: string; channel: string }[]
    }>(`/accounts/${home}.json`)
    const [first] = payments
    const { block } = await portal.json<{ block: { hash: string } }>('/blocks/5.json')
    const found = async (typed: string | undefined) =>
      (await portal.get(`/search?q=${typed}`)).headers.get('location')
    expect(await found(first?.transaction)).toBe(`/transactions/${first?.transaction}`)
    expect(await found(first?.reference)).toBe(`/references/${first?.reference}`)
    expect(await found(block.hash)).toBe('/blocks/5')
    // A native payment has no reference, and nobody's is all zero.
    expect((await portal.get(`/search?q=0x${'0'.repeat(64)}`)).status).toBe(404)
  })
})

describe('the database', () => {
  test('that is not there gets a page that says so, and a status that says to come back', async () => {
    const db = openLedger(`postgres://reader:x@127.0.0.1:${await freePort()}/gone`)
    const app = portalApp({ db, witness: portal.node })
    for (const address of ['/', '/accounts', '/status.json', '/search?q=14']) {
      const answer = await app.request(address)
      expect([address, answer.status]).toEqual([address, 503])
      expect(answer.headers.get('retry-after')).toBe('10')
      expect(wordsOf(await answer.text())).toContain('The portal’s database does not answer')
    }
    await db[Symbol.asyncDispose]()
  })

  test('that drops its connections is asked again', async () => {
    expect((await portal.get('/tariffs')).status).toBe(200)
    const owner = createClient(portal.database.url)
    await owner.connect()
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = $1 and datname = current_database()`,
      ['wattledger portal'],
    )
    await owner.end()
    const statuses: number[] = []
    for (let attempt = 0; attempt < 5 && !statuses.includes(200); attempt++)
      statuses.push((await portal.get('/tariffs')).status)
    expect(statuses.at(-1)).toBe(200)
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true)
  })

  test('that takes too long is given up on, in words', async () => {
    const owner = createClient(portal.database.url)
    await owner.connect()
    // Nobody can read the rates until this transaction ends; the reader's own limit ends its wait.
    await owner.query('begin; lock table rate in access exclusive mode')
    const hurried = new URL(portal.database.readerUrl)
    hurried.searchParams.set('options', '-c statement_timeout=200')
    const db = openLedger(hurried.href)
    const answer = await portalApp({ db, witness: portal.node }).request('/tariffs')
    expect(answer.status).toBe(503)
    expect(wordsOf(await answer.text())).toContain('This page took too long')
    await db[Symbol.asyncDispose]()
    await owner.query('rollback')
    await owner.end()
  })

  test('that ends a page to end a deadlock says to come back', async () => {
    const owner = createClient(portal.database.url)
    await owner.connect()
    // As the indexer does when it builds indexes: it takes what the page reads last, then what the page read first.
    await owner.query('begin; lock table payment_reversal in access exclusive mode')
    const reading = portal.get('/payments')
    await expect
      .poll(async () => {
        const { rows } = await owner.query<{ waits: boolean }>(
          `select exists (select from pg_locks where not granted
             and relation = 'payment_reversal'::regclass) as waits`,
        )
        return rows[0]?.waits
      })
      .toBe(true)
    await owner.query('lock table payment in access exclusive mode')
    await owner.query('rollback')
    await owner.end()
    const answer = await reading
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
  })

  test('is opened by a role that can’t write', async () => {
    const reader = createClient(portal.database.readerUrl)
    await reader.connect()
    await expect(reader.query('delete from payment')).rejects.toThrow(/read-only|permission denied/)
    await reader.end()
  })
})
