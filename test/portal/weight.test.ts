import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { formatDay, parseDay, startOfDay } from '../../contracts/rules/day.ts'
import { dayNumber, watt } from '../../contracts/rules/units.ts'
import { Board } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'
import { word } from './writtenLedger.ts'

/** Bytes of a page's HTML, so that it comes at once over a slow line. */
const MOST = 60_000
const long = word('an account of eight years')
const YEARS_IN_MONTHS = 96
const FIRST_DAY = parseDay('2018-01-01')
const languages = ['en', 'hi', 'as']

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal({ isEmpty: true })
  const board = new Board(portal.ledger)
  board.setRate({
    category: 2,
    effectiveFrom: '2018-01-01',
    slabs: [{ upToKWh: null, rate: '5.70', fuel: '0.30', subsidy: '0.75' }],
    orderHash: word('order of 2018'),
  })
  const terms = { category: 2, load: watt(2000n), cycle: 1, instalments: 1, daysToPay: 15 }
  const customers = [long, ...Array.from({ length: 40 }, (_, i) => word(`neighbour ${i}`))].map(
    (account) => board.connect(account, { ...terms, firstDay: FIRST_DAY }, '1000'),
  )
  await portal.ledger.mine(startOfDay(FIRST_DAY))
  for (let month = 1; month <= YEARS_IN_MONTHS; month++) {
    const end = dayNumber(FIRST_DAY + Math.floor((month * 1461) / 48))
    const [customer] = customers
    if (customer === undefined) break
    board.read(customer, customer.register + 200_000n, formatDay(end), formatDay(end))
    board.pay(customer, customer.balance, 2, `receipt ${month}`)
    await portal.ledger.mine(startOfDay(end))
  }
  // One batch of the board: all neighbours at once.
  board.readTogether(customers.slice(1), 900_000n, '2018-12-31')
  await portal.ledger.mine(startOfDay(dayNumber(FIRST_DAY + 365 * 8 + 10)))
})
afterAll(() => portal[Symbol.asyncDispose]())

const account = `/accounts/${codeOf(long)}`

const batch = async (): Promise<string> => {
  const { entries } = await portal.json<{ entries: { transaction: string }[] }>('/ledger.json')
  return `/transactions/${entries[0]?.transaction}`
}

test.each(languages)('no page is heavier than 60 kB (%s)', async (lang) => {
  const pages = [account, `${account}/bills/50`, '/accounts', '/ledger', '/payments', '/tariffs/1']
  const lists = ['/ledger?kind=bill', '/ledger?kind=reading', '/due', '/blocks/98']
  for (const address of [...pages, ...lists, await batch()]) {
    const html = await portal.text(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`)
    expect([address, Buffer.byteLength(html) < MOST]).toEqual([address, true])
  }
})

test('a page loads one style sheet and no script but htmx and its few lines', async () => {
  const html = await portal.text(account)
  expect(html.match(/<link rel="stylesheet"/g)).toHaveLength(1)
  expect([...html.matchAll(/<script src="\/assets\/(\w+)\.js/g)].map(([, name]) => name)).toEqual([
    'htmx',
    'live',
  ])
  expect(html).not.toMatch(/<script>|<style/)
})

test('a long account is told in parts: each entry on one of them', async () => {
  const seen = new Set<string>()
  let address: string | undefined = account
  let parts = 0
  while (address !== undefined) {
    const html: string = await portal.text(address)
    for (const [, number] of html.matchAll(/>Bill (\d+)<\/a>/g)) seen.add(number ?? '')
    address = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]
    parts++
  }
  expect(seen.size).toBe(YEARS_IN_MONTHS)
  expect(parts).toBe(14)
  expect(wordsOf(await portal.text(account))).toContain('those of entries 360 to 387 of 387')
  expect((await portal.get(`${account}?before=0`)).status).toBe(400)
})

test('a batch has a sentence for each entry, which leads to its raw record', async () => {
  const address = await batch()
  const html = await portal.text(address)
  const [, one] = /<a href="([^"]+\?log=7)"/.exec(html) ?? []
  const entry = await portal.text(one ?? '')
  expect(entry.match(/<article/g)).toHaveLength(1)
  expect(entry).toContain('Raw log 7')
  expect(entry).toContain(`href="${address}"`)
  expect((await portal.get(`${address}?log=x`)).status).toBe(400)
})
