import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSituations, type OpenSituations } from '../openSituations.ts'
import { codeFor } from '../situations.ts'

type Rows = Record<string, string>[]

/** Follows a list's pages to its end. */
const pagesOf = async <Item>(town: OpenSituations, address: string, name: string) => {
  const items: Item[] = []
  let next: string | null = address
  while (next !== null) {
    const [path, query] = next.split('?')
    const page: Record<string, unknown> = await town.json(`${path}.json?${query ?? ''}`)
    items.push(...(page[name] as Item[]))
    next = (page['next'] as string | null | undefined) ?? null
  }
  return items
}

describe('every list', () => {
  let town: OpenSituations
  const rows = async (address: string): Promise<Rows> => {
    const answer = await town.get(address)
    expect([address, answer.status]).toEqual([address, 200])
    return parse(await answer.text(), { columns: true })
  }
  beforeAll(async () => {
    town = await openSituations()
  })
  afterAll(() => town[Symbol.asyncDispose]())

  test.each([
    '/ledger',
    '/ledger?kind=estimated',
    '/ledger?kind=estimated-again-corrected',
    '/ledger?kind=revision',
    '/ledger?kind=dispute',
    '/ledger?kind=bill&category=2&sort=oldest',
    '/ledger?kind=reading&from=2026-02-01&to=2026-04-30',
    '/ledger?kind=rate',
    '/ledger?kind=role_change',
  ])('of entries, %s, is one CSV file with the rows of all its pages', async (address) => {
    const entries = await pagesOf<Entry>(town, address, 'entries')
    const [path, query] = address.split('?')
    const file = await rows(`${path}.csv?${query ?? ''}`)
    expect(file.length).toBeGreaterThan(0)
    const placeOf = (row: { accountId?: unknown; seq?: unknown }) =>
      `${String(row.accountId)}/${String(row.seq)}`
    expect(file.map(placeOf)).toEqual(entries.map(placeOf))
    for (const [i, { fields }] of entries.entries()) {
      // A list of one kind has its fields as columns, the whole ledger in one of its own.
      const row = file[i] ?? {}
      const together = JSON.parse(row['fields'] ?? '{}') as Record<string, unknown>
      for (const [name, value] of Object.entries(fields))
        expect([name, row[name] ?? String(together[name])]).toEqual([name, String(value)])
    }
  })

  test.each([
    ['/accounts', 'accounts', { code: 'account' }],
    ['/due?age=0-30', 'sums', {}],
    ['/due?age=not-due', 'sums', {}],
    ['/due?age=held', 'sums', {}],
    ['/payments', 'payments', {}],
    ['/payments?channel=cash&sort=oldest', 'payments', {}],
    ['/tariffs', 'tariffs', {}],
  ])('%s is one CSV file with the rows of all its pages', async (address, name, renamed) => {
    const items = await pagesOf<Record<string, unknown>>(town, address, name)
    const [path, query] = address.split('?')
    const file = await rows(`${path}.csv?${query ?? ''}`)
    expect(file.length).toBe(items.length)
    const names: Readonly<Record<string, string>> = renamed
    for (const [i, item] of items.entries())
      for (const [field, value] of Object.entries(item)) {
        const cell = file[i]?.[names[field] ?? field]
        const isThere = cell !== undefined && (value === null || typeof value !== 'object')
        expect([field, isThere ? cell : '']).toEqual([field, isThere ? textOf(value) : ''])
      }
  })

  test('of a block, an account and a tariff has all of it, where the page shows some', async () => {
    const all = await rows('/ledger.csv')
    const block = all.filter((row) => row['block'] === all[0]?.['block'])
    expect(await rows(`/blocks/${all[0]?.['block']}.csv`)).toEqual(block.toReversed())
    const code = codeFor('money')
    const own = all.filter((row) => row['account'] === code)
    expect(own.length).toBeGreaterThan(10)
    expect(await rows(`/accounts/${code}.csv`)).toEqual(own.toReversed())
    const priced = (await rows('/ledger.csv?kind=charge')).filter((row) => row['tariff'] === '2')
    const ofTariff = await rows('/tariffs/2.csv')
    expect(ofTariff).toEqual(priced.map((row) => ({ ...row, isSuperseded: 'false' })))
  })

  test('of receipts by day adds up to the payments, and that of months to the closings', async () => {
    const days = await rows('/board.csv')
    const sum = (all: Rows, name: string) =>
      all.reduce((total, row) => total + BigInt(row[name] ?? 0), 0n)
    expect(sum(days, 'receivedPaise')).toBe(sum(await rows('/payments.csv'), 'amountPaise'))
    const months = await rows('/totals.csv')
    for (const { agrees, closedMonth, ...row } of months) {
      expect([closedMonth, agrees]).toEqual([closedMonth, closedMonth === '' ? '' : 'true'])
      const opening = BigInt(row['hereOpeningPaise'] ?? '')
      expect(opening + sum([row], 'hereBilledPaise') + sum([row], 'hereAdjustedPaise')).toBe(
        sum([row], 'herePaidPaise') + sum([row], 'hereClosingPaise'),
      )
    }
  })

  test('links to its file, as narrowed and from the top, and what is no list says so', async () => {
    const narrowed = await (await town.get('/ledger?kind=bill&before=999999-0')).text()
    expect(narrowed).toContain('href="/ledger.csv?kind=bill"')
    const none = await town.get('/status.csv')
    expect([none.status, none.headers.get('content-type')]).toEqual([
      404,
      'text/plain; charset=UTF-8',
    ])
    expect(await none.text()).toContain('There is no list at /status.csv')
  })
})

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)

interface Entry {
  readonly accountId: string
  readonly seq: number
  readonly fields: Record<string, unknown>
}
