import { afterAll, beforeAll, expect, test } from 'vitest'
import { hexOf } from '../../contracts/events/hex.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { outlierRules, outliers } from '../../contracts/rules/outliers.ts'
import { connect } from '../../migrations/connect.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor } from './situations.ts'

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

/** What the rule lists, account by account from all its rows. */
const byTheRule = async () => {
  await using db = connect(town.database.url, { max: 1 })
  const readings = await db
    .selectFrom('reading')
    .innerJoin('block', 'block.number', 'reading.block_number')
    .selectAll('reading')
    .select('block.timestamp')
    .orderBy('reading.seq')
    .execute()
  const agreements = await db.selectFrom('agreement').selectAll().orderBy('seq').execute()
  const accounts = Map.groupBy(readings, ({ account }) => hexOf(account))
  return [...accounts].flatMap(([account, rows]) => {
    const termsOf = (seq: number, end: number) =>
      agreements.findLast(
        (each) => hexOf(each.account) === account && each.seq < seq && each.first_day < end,
      )
    return outliers(
      rows.map((row) => {
        const terms = termsOf(row.seq, row.end_day)
        return {
          seq: row.seq,
          isEstimated: row.kind === 2,
          wh: row.wh,
          start: row.start_day,
          end: row.end_day,
          rollover: row.rollover,
          recorded: dayInIndia(row.timestamp),
          terms: terms === undefined ? null : { load: terms.load_w, isSession: terms.cycle === 0 },
        }
      }),
    ).map((outlier) => ({ account, ...outlier }))
  })
}

const inOrder = <Row extends { account: string; seq: number; rule: string }>(rows: Row[]): Row[] =>
  rows.toSorted((a, b) =>
    `${a.account}/${a.seq}/${a.rule}`.localeCompare(`${b.account}/${b.seq}/${b.rule}`),
  )

test('the rows of what stands out are those that the rule makes of all readings', async () => {
  await using db = connect(town.database.url, { max: 1 })
  const rows = await db
    .selectFrom('outlier')
    .select(['account', 'seq', 'rule', 'measured', 'expected'])
    .execute()
  const expected = inOrder(await byTheRule())
  expect(inOrder(rows.map((row) => ({ ...row, account: hexOf(row.account) })))).toEqual(expected)
  expect(new Set(expected.map(({ rule }) => rule))).toEqual(new Set(outlierRules))
  const totals = await db
    .selectFrom('outlier_total')
    .select(({ fn }) => ['rule', fn.sum<bigint>('outliers').as('outliers')])
    .groupBy('rule')
    .execute()
  for (const { rule, outliers } of totals)
    expect(expected.filter((each) => each.rule === rule).length).toBe(Number(outliers))
})

test('entries by key and kind are those of the rows', async () => {
  await using db = connect(town.database.url, { max: 1 })
  const counted = await db
    .selectFrom('entry')
    .innerJoin('transaction', (join) =>
      join
        .onRef('transaction.block_number', '=', 'entry.block_number')
        .onRef('transaction.transaction_index', '=', 'entry.transaction_index'),
    )
    .select(({ fn }) => ['sender', 'kind', fn.countAll<number>().as('entries')])
    .where('kind', 'not in', ['charge', 'bill'])
    .groupBy(['sender', 'kind'])
    .execute()
  const readings = new Set(['reading', 'manual', 'estimated', 'final'])
  const totals = await db.selectFrom('actor_total').selectAll().execute()
  for (const { sender, kind, entries } of counted) {
    const own = totals.filter(
      (total) =>
        hexOf(total.sender) === hexOf(sender) &&
        (kind === 'reading' ? readings.has(total.kind) : total.kind === kind),
    )
    expect([kind, own.reduce((sum, total) => sum + total.entries, 0)]).toEqual([kind, entries])
  }
  expect(counted.length).toBeGreaterThan(10)
})

test('a list states its rule, what was measured beside what is usual, and what was corrected', async () => {
  const page = await town.words('/outliers?rule=high')
  expect(page).toContain(
    'more than 3 times the median of the account’s last 6 bills from real readings (at least 3 of them), and at least 1 kWh a day',
  )
  expect(page).toContain(
    `${codeFor('outlying')}bill 41 Apr to 30 Apr 2026 (30 days)23.333 kWh a day; the median is 6.129 kWh`,
  )
  expect(await town.words('/outliers?rule=jump')).toMatch(
    new RegExp(`${codeFor('revised')} ?bill 2 corrected`),
  )
  expect(await town.words('/outliers?rule=zero')).toMatch(
    new RegExp(`${codeFor('outlying')} ?bill 5.*no units in 31 days`),
  )
  expect(await town.words('/outliers?rule=late')).toContain('11 days after its last day')
  const overview = await town.words('/outliers')
  for (const name of ['Far more than usual', 'No units at all', 'Recorded late', 'Jul'])
    expect(overview).toContain(name)
})

test('a number of a month leads to just these readings, and to their file', async () => {
  const page = await (await town.get('/outliers')).text()
  const links = [...page.matchAll(/href="(\/outliers\?rule=(\w+)&amp;from=[^"]+)">(\d+)<\/a>/g)]
  expect(links.length).toBeGreaterThan(5)
  for (const [, address = '', rule, n] of links) {
    const asked = address.replaceAll('&amp;', '&')
    const { outliers } = await town.json<{ outliers: unknown[] }>(asked.replace('?', '.json?'))
    expect([asked, outliers.length]).toEqual([asked, Number(n)])
    const csv = await (await town.get(asked.replace('?', '.csv?'))).text()
    expect(csv.trim().split('\r\n')).toHaveLength(Number(n) + 1)
    expect(rule).toBeDefined()
  }
  const of = (month: string) => `/outliers?rule=late&from=${month}-01&to=${month}-28`
  expect(await town.words(of('2026-02'))).toContain('Recorded from 1 Feb 2026 to 28 Feb 2026.')
  expect(await town.words(of('2999-01'))).toContain('None so far.')
})

test('a list goes on page by page, and a rule that is none is refused', async () => {
  const { outliers } = await town.json<{ outliers: { account: string }[] }>(
    '/outliers.json?rule=late',
  )
  expect(outliers.length).toBeGreaterThan(0)
  const csv = await (await town.get('/outliers.csv?rule=late')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(outliers.length + 1)
  expect(csv).toContain(`${codeFor('outlying')},6,2026-06-01,2026-07-01,20000,11,7,false`)
  expect((await town.get('/outliers?rule=odd')).status).toBe(400)
  expect(await town.words('/outliers?rule=late&before=1-0')).toContain('None before this.')
})
