import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../contracts/rules/day.ts'
import { connect } from '../../migrations/connect.ts'
import { type Cursor, readCursor } from '../../portal/list/cursor.ts'
import { readFilter } from '../../portal/ledger/filter.ts'
import { findEntries } from '../../portal/ledger/search.ts'
import { openLedger } from '../../portal/readOnly.ts'
import { wordsOf } from './openPortal.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, type Situation } from './situations.ts'

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

interface Listed {
  entries: {
    event: string
    account: string
    seq: number
    block: number
    transaction: string
    sender: string
    logIndex: number
    fields: Record<string, string | number>
    estimate?: { state: string; follows: number | null; correctedBy: number | null }
  }[]
  trend: { unit: string; stretches: { from: string; entries: Record<string, number> }[] }
  next: string | null
}

/** Every page of a list, one after the other. */
const whole = async (query: string): Promise<Listed['entries']> => {
  const entries: Listed['entries'] = []
  let address: string | null = `/ledger?${query}`
  while (address !== null) {
    const page: Listed = await town.json<Listed>(address.replace('/ledger', '/ledger.json'))
    entries.push(...page.entries)
    address = page.next
  }
  return entries
}

const billsOf = (entries: Listed['entries'], situation: Situation) =>
  entries
    .filter(({ account }) => account === codeFor(situation))
    .map(({ fields }) => fields['bill'])

describe('the ledger', () => {
  test('lists estimates that followed another and were later corrected by a reading, and says by which', async () => {
    const entries = await whole('kind=estimated-again-corrected')
    expect(entries.map(({ account }) => account)).toEqual([codeFor('estimated')])
    expect(entries[0]?.fields['bill']).toBe(4)
    expect(entries[0]?.estimate).toEqual({ state: 'as usual', follows: 3, correctedBy: 5 })
    const words = await town.words('/ledger?kind=estimated-again-corrected')
    expect(words).toContain('Estimates that followed another, and were later corrected')
    expect(words).toContain('It followed the estimate of bill 3')
    expect(words).toMatch(/Corrected by the reading of bill 5: [+−][\d.,]+ kWh beyond/)
  })

  test('lists every estimate, those flagged that depart from the rule or rest on nothing', async () => {
    const entries = await whole('kind=estimated')
    expect(billsOf(entries, 'estimated')).toEqual([4, 3])
    expect(billsOf(entries, 'odd')).toEqual([3, 1])
    const states = entries
      .filter(({ account }) => account === codeFor('odd'))
      .map(({ estimate }) => estimate?.state)
    expect(states).toEqual(['departs', 'groundless'])
    expect(await town.words('/ledger?kind=estimated')).toContain('It departs from the rule')
  })

  test('lists readings entered by hand, and no others', async () => {
    const entries = await whole('kind=manual')
    expect(entries.length).toBeGreaterThan(0)
    expect(new Set(entries.map(({ fields }) => fields['kind']))).toEqual(new Set([1]))
  })

  test('goes through everything page by page, nothing twice and nothing left out', async () => {
    await using db = connect(town.database.url, { max: 1 })
    const { count } = await db
      .selectFrom('entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const entries = await whole('')
    const places = entries.map(({ block, logIndex }) => `${block}/${logIndex}`)
    expect(new Set(places).size).toBe(count)
    expect(entries.length).toBe(count)
  })

  test('keeps to an account, a category, a period and amounts, all in the address', async () => {
    const own = await whole(`account=${codeFor('estimated')}&kind=bill`)
    expect(own.map(({ fields }) => fields['number'])).toEqual([5, 4, 3, 2, 1])
    const station = await whole('kind=bill&category=3')
    expect(new Set(station.map(({ account }) => account))).toEqual(new Set([codeFor('station')]))
    const rates = await whole('kind=rate&category=3')
    expect(rates.map(({ fields }) => fields['category'])).toEqual([3])
    const april = await whole('kind=bill&from=2026-04-01&to=2026-04-30')
    const all = await whole('kind=bill')
    expect(april.length).toBeGreaterThan(0)
    expect(april).toEqual(all.filter(({ block }) => april.some((each) => each.block === block)))
    const asked = all.filter(({ fields }) => {
      const amount = Number(fields['amountPaise'])
      return Math.abs(amount) >= 100_000 && Math.abs(amount) <= 200_000
    })
    expect(await whole('kind=bill&least=1,000&most=2000')).toEqual(asked)
    expect(asked.length).toBeGreaterThan(0)
    expect(await whole('kind=bill&from=2027-01-01')).toEqual([])
  })

  test('looks through so many entries for a page at most, says so, and goes on where it ended', async () => {
    await using db = openLedger(town.database.readerUrl)
    const filter = readFilter({ kind: 'bill', category: '3' })
    const found: number[] = []
    let [pages, place] = [0, null as Cursor | null]
    for (;;) {
      const page = await findEntries(
        db,
        filter,
        { isOldestFirst: false, place },
        parseDay('2026-07-15'),
        {
          lookThrough: 5,
        },
      )
      expect(page.isUnfinished).toBe(page.next !== null)
      found.push(...page.entries.map(({ at }) => at.block))
      pages++
      if (page.next === null) break
      place = readCursor(page.next)
    }
    const atOnce = await whole('kind=bill&category=3')
    expect(found).toEqual(atOnce.map(({ block }) => block))
    expect(pages).toBeGreaterThan(5)
  })

  test('keeps what was asked for in its form and in the links to older entries', async () => {
    const html = await (await town.get('/ledger?kind=charge&category=2&from=2026-01-05')).text()
    expect(html).toContain('<option value="charge" selected>')
    expect(html).toContain('<option value="2" selected>')
    expect(html).toContain('/ledger?kind=charge&amp;category=2&amp;from=2026-01-05&amp;before=')
  })

  test('says where its chart counts more than its list is narrowed to, and shows that after the list', async () => {
    const ofWhole = 'These count the whole ledger: they are not narrowed'
    const file = 'All of it as one CSV file'
    for (const narrowed of ['category=3', 'actor=CASHIER', `account=${codeFor('open')}`])
      expect((await town.words(`/ledger?kind=bill&${narrowed}`)).split(file)[1]).toContain(ofWhole)
    const [above, list] = (await town.words('/ledger?kind=bill&from=2026-01-01')).split(file)
    expect(above).toContain('Month by month')
    expect(list).not.toContain('Month by month')
    expect(above).not.toContain(ofWhole)
  })

  test('says how many of what by month, with rates, and by day in a short period', async () => {
    const words = await town.words('/ledger?kind=estimated')
    expect(words).toMatch(/April 2026 ?1?\d* ?\d+ ?\d+\.\d%/)
    const page = await town.words('/ledger')
    // Of July's six readings one was recorded late.
    expect(page).toMatch(/By hand ?Late ?Corrections/)
    expect(page).toMatch(/July 2026 ?6 ?0 ?0 ?1 \(16\.7%\)/)
    const byMonth = (await town.json<Listed>('/ledger.json')).trend.stretches
    expect(byMonth.filter(({ entries }) => (entries['late'] ?? 0) > 0)).toMatchObject([
      { from: '2026-07-01', entries: { reading: 6, late: 1 } },
    ])
    const { trend } = await town.json<Listed>('/ledger.json?from=2026-04-01&to=2026-04-05')
    expect(trend.unit).toBe('day')
    expect(trend.stretches.map(({ from }) => from)).toContain('2026-04-01')
  })

  test('counts a late reading once the indexer has found it, which may be after its block', async () => {
    const late = async () =>
      (await town.json<Listed>('/ledger.json')).trend.stretches
        .map(({ entries }) => entries['late'] ?? 0)
        .reduce((sum, count) => sum + count, 0)
    const before = await late()
    await using db = connect(town.database.url, { max: 1 })
    await sql`update outlier_total set outliers = outliers + 1 where rule = 'late'`.execute(db)
    expect(await late()).toBe(before + 1)
    await sql`update outlier_total set outliers = outliers - 1 where rule = 'late'`.execute(db)
  })

  test('draws each rate beside the others, and a list’s own alone', async () => {
    const chartsOf = async (address: string) =>
      (await (await town.get(address)).text()).match(/<svg\s+class="chart"[\s\S]*?<\/svg>/g) ?? []
    const charts = await chartsOf('/ledger')
    expect(charts.map((chart) => /<title[^>]*>([^,]*?) in per cent/.exec(chart)?.[1])).toEqual([
      'Estimates',
      'Read by hand',
      'Recorded late',
      'Corrections',
      'Adjustments',
      'Disputes',
    ])
    // The one late reading among July's six.
    expect(wordsOf(charts[2] ?? '')).toContain('to 16.7%, the most in July 2026')
    for (const chart of charts) expect(chart).not.toMatch(/style=|<script|#[0-9a-f]{6}/)
    const own = await chartsOf('/ledger?kind=payment_reversal')
    expect(own.map(wordsOf).join()).toContain('Payments taken back in per cent of payments')
    // What no total counts has none; and a chart stands where a list begins.
    expect(await chartsOf('/ledger?kind=estimated-again')).toEqual([])
    expect(await chartsOf('/ledger?kind=bill&before=9999999-0')).toEqual([])
  })

  test('says when each entry was recorded, and in a list by whom in which role', async () => {
    const march = 'from=2026-03-01&to=2026-03-31'
    const words = await town.words(`/ledger?kind=adjustment&least=1000&${march}`)
    expect(words).toContain('This is all of it: 1 entry.')
    expect(words).toMatch(/₹1,845\.00 credited to .{13}, .*5 Mar 2026, by the regulatorentry \d+/)
    expect(await town.words('/ledger?kind=dispute')).toMatch(/\d{4}, by the consumer’s keyentry/)
    expect(await town.words('/ledger?kind=manual')).toMatch(/by the board’s operationsentry/)
    const [adjusted] = await whole('kind=adjustment&least=1000&from=2026-03-01&to=2026-03-31')
    const { roles } = await town.json<{ roles: { role: string; holder: string }[] }>('/actors.json')
    const regulator = roles.find(({ role }) => role === 'REGULATOR')
    expect(adjusted?.sender).toBe(regulator?.holder)
    const transaction = await town.words(`/transactions/${adjusted?.transaction}`)
    expect(transaction).toMatch(/Sent by ?0x[0-9a-f]{40}, the regulator/)
  })

  test('counts each day as its rows do', async () => {
    await using db = connect(town.database.url, { max: 1 })
    const { rows } = await sql`
      select (timestamp + 19800) / 86400 as day, kind, count(*) as entries from (
        select kind, block_number from entry
        union all select (array['manual', 'estimated', 'final'])[kind], block_number from reading where kind > 0
        union all select 'account', block_number from account
      ) as entry join block on block.number = block_number group by 1, 2 order by 1, 2
    `.execute(db)
    const totals = db.selectFrom('day_total').select(['day', 'kind', 'entries'])
    expect(await totals.orderBy('day').orderBy('kind').execute()).toEqual(rows)
  })

  test.each([
    ['from=2026-05-02&to=2026-05-01', 'The first day is after the last one'],
    ['least=5', 'the entries asked for have none'],
    ['kind=bill&least=many', '"many" is not an amount'],
    ['category=all', '"all" is not a category'],
    ['account=K7Q29', 'That can’t be looked up'],
  ])('refuses %s with what to do', async (query, words) => {
    expect((await town.get(`/ledger?${query}`)).status).toBe(400)
    expect(await town.words(`/ledger?${query}`)).toContain(words)
  })
})
