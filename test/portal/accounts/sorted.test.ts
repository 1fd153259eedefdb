import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../../migrations/connect.ts'
import { type OpenPortal, openPortal, wordsOf } from '../openPortal.ts'

interface Line {
  readonly code: string
  readonly category: number | null
  readonly balancePaise: string
}
interface Answer {
  readonly together: { owedPaise: string; creditPaise: string; isBehind: boolean }
  readonly accounts: Line[]
  readonly next: string | null
}

let portal: OpenPortal
let db: ReturnType<typeof connect>
beforeAll(async () => {
  portal = await openPortal()
  db = connect(portal.database.url, { max: 1 })
  // 350 accounts: four pages, credits and debts, each balance ten times and over the ends of pages.
  await sql`delete from account_balance`.execute(db)
  await sql`
    insert into account_balance
      select sha256(i::text::bytea), i % 3, -900 + 100 * ((i * 7919) % 35)
      from generate_series(1, 350) as i
  `.execute(db)
  await sql`
    insert into agreement (account, seq, block_number, transaction_index, log_index, category, load_w, cycle, instalments,
        days_to_pay, first_day, consumer_key, terms_hash, by)
      select account, 2, 1, 0, 0, category, 1000, 1, 1, 15, 0, '', '', '' from account_balance where category > 0
  `.execute(db)
})
afterAll(async () => {
  await db.destroy()
  await portal[Symbol.asyncDispose]()
})

const allOf = async (query: string): Promise<Line[]> => {
  const accounts: Line[] = []
  let next: string | null = `/accounts?${query}`
  while (next !== null) {
    const page: Answer = await portal.json(next.replace('/accounts?', '/accounts.json?'))
    accounts.push(...page.accounts)
    next = page.next
  }
  return accounts
}

const orders = {
  code: (a: Line, b: Line) => (a.code < b.code ? -1 : Number(a.code > b.code)),
  balance: (a: Line, b: Line) => Number(a.balancePaise) - Number(b.balancePaise),
}

test.each(Object.entries(orders))(
  'accounts are sorted by %s either way, of all categories or one, over all pages, each once, and in the file too',
  async (column, compare) => {
    for (const category of [undefined, 0, 1, 2])
      for (const sort of [column, `-${column}`]) {
        const query = `sort=${sort}${category === undefined ? '' : `&category=${category}`}`
        const accounts = await allOf(query)
        const expected = [350, 116, 117, 117][category === undefined ? 0 : category + 1]
        expect([query, accounts.length]).toEqual([query, expected])
        expect(new Set(accounts.map(({ code }) => code)).size).toBe(expected)
        const way = sort.startsWith('-') ? -1 : 1
        for (const [i, account] of accounts.entries())
          expect(way * compare(accounts[i - 1] ?? account, account)).toBeLessThanOrEqual(0)
        expect(new Set(accounts.map((account) => account.category ?? 0))).toEqual(
          new Set(category === undefined ? [0, 1, 2] : [category]),
        )
        const file = await portal.text(`/accounts.csv?${query}`)
        const rows = parse<Record<string, string>>(file, { columns: true })
        expect(rows.map((row) => [row['account'], row['balancePaise']])).toEqual(
          accounts.map(({ code, balancePaise }) => [code, balancePaise]),
        )
      }
  },
)

test('the largest debt and the largest credit are the first that their orders show', async () => {
  const first = async (sort: string) => (await allOf(`sort=${sort}`))[0]?.balancePaise
  expect([await first('-balance'), await first('balance')]).toEqual(['2500', '-900'])
  expect(wordsOf(await portal.text('/accounts?sort=balance'))).toContain('−₹9.00')
})

test('accounts come in the order of their codes unless another is asked for, and its headings sort them', async () => {
  expect(await allOf('')).toEqual(await allOf('sort=code'))
  const usual = await portal.text('/accounts')
  expect(usual).toMatch(/<th scope="col"\s+aria-sort="ascending"><a href="[^"]*sort=-code">Account/)
  expect(usual).toContain('<a href="/accounts?sort=-balance">Owed')
  const most = await portal.text('/accounts?category=2&sort=-balance&lang=en')
  expect(most.match(/aria-sort/g)).toHaveLength(1)
  expect(most).toMatch(
    /aria-sort="descending"><a href="\/accounts\?category=2&amp;sort=balance&amp;lang=en">Owed/,
  )
  // What goes on, and what is narrowed, keep the order.
  expect(most).toMatch(/href="\/accounts\?category=2&amp;sort=-balance&amp;after=[^"]*" rel="next"/)
  expect(most).toContain('<input type="hidden" name="sort" value="-balance">')
  expect(most).toContain('href="/accounts.csv?category=2&amp;sort=-balance"')
})

test('a category that was chosen is not said again in every row', async () => {
  const headings = async (address: string) =>
    (await portal.text(address)).match(/<th scope="col"/g)?.length
  expect(await headings('/accounts')).toBe(3)
  expect(await headings('/accounts?category=1')).toBe(2)
  expect(await portal.text('/accounts?category=1')).toMatch(/<option value="1" selected>/)
  // It can be chosen though no tariff names it; without an agreement is a choice too.
  expect(await portal.text('/accounts?category=777')).toMatch(/<option value="777" selected>/)
  expect(await portal.text('/accounts?category=0')).toMatch(/<option value="0" selected>/)
})

test.each([
  ['sort=size', 'sorted by one of code, balance'],
  ['sort=owed', '"owed" is no order of this list'],
  ['category=domestic', '"domestic" is not a category'],
  ['after=0x12', '"0x12" is no place in this list'],
])('%s is refused in words', async (query, sentence) => {
  const answer = await portal.get(`/accounts?${query}`)
  expect(answer.status).toBe(400)
  expect(wordsOf(await answer.text())).toContain(sentence)
})

test('a category without an account says so, and so does a place behind the last one', async () => {
  const none = wordsOf(await portal.text('/accounts?category=777'))
  expect(none).toContain('No account is of this category.')
  expect(none).not.toContain('All of it as one CSV file')
  const last = `after=0-0x${'ff'.repeat(32)}`
  expect(wordsOf(await portal.text(`/accounts?${last}`))).toContain('No account follows this one.')
})

test('while accounts are being worked out the list says so, and asks for itself again', async () => {
  const seen = (html: string) => /\/pulse\?block=(-?\d+)/.exec(html)?.[1]
  expect(seen(await portal.text('/accounts'))).not.toBe('-1')
  await sql`insert into stale_account values ('\\x01')`.execute(db)
  try {
    const behind = await portal.get('/accounts?category=777')
    expect(behind.headers.get('etag')).toBeNull()
    const html = await behind.text()
    expect(wordsOf(html)).toContain('Some accounts have new entries that this list does not hold')
    expect(wordsOf(html)).not.toContain('No account is of this category.')
    expect(seen(html)).toBe('-1')
    expect((await portal.json<Answer>('/accounts.json')).together.isBehind).toBe(true)
  } finally {
    await sql`delete from stale_account`.execute(db)
  }
})
