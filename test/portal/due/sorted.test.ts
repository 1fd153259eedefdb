import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../../migrations/connect.ts'
import { type OpenPortal, openPortal } from '../openPortal.ts'

interface Sum {
  readonly account: string
  readonly bill: number
  readonly dueDay: string
  readonly amountPaise: string
}

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
  const db = connect(portal.database.url, { max: 1 })
  // 250 sums of 90 accounts: three pages, with equal amounts and equal days among them.
  await sql`delete from open_sum`.execute(db)
  await sql`
    insert into open_sum
      select sha256((i % 90)::text::bytea), 'due', i, 90000 + i % 40, 1 + i % 2, 100 + (i * 7919) % 60
      from generate_series(1, 250) as i
  `.execute(db)
  await db.destroy()
})
afterAll(() => portal[Symbol.asyncDispose]())

const allOf = async (sort: string): Promise<Sum[]> => {
  const sums: Sum[] = []
  let next: string | null = `/due.json?age=not-due&sort=${sort}`
  while (next !== null) {
    const page: { sums: Sum[]; next: string | null } = await portal.json(
      next.replace('/due?', '/due.json?'),
    )
    sums.push(...page.sums)
    next = page.next
  }
  return sums
}

const orders = {
  due: (a: Sum, b: Sum) => a.dueDay.localeCompare(b.dueDay),
  amount: (a: Sum, b: Sum) => Number(a.amountPaise) - Number(b.amountPaise),
  account: (a: Sum, b: Sum) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0),
}

test.each(Object.entries(orders))(
  'open sums are sorted by %s either way, over all pages, each once, and in the file too',
  async (column, compare) => {
    for (const sort of [column, `-${column}`]) {
      const sums = await allOf(sort)
      expect(new Set(sums.map(({ bill }) => bill)).size).toBe(250)
      expect(sums).toHaveLength(250)
      const way = sort.startsWith('-') ? -1 : 1
      for (const [i, sum] of sums.entries())
        expect(way * compare(sums[i - 1] ?? sum, sum)).toBeLessThanOrEqual(0)
      const file = await portal.text(`/due.csv?age=not-due&sort=${sort}`)
      const rows = parse<Record<string, string>>(file, { columns: true })
      expect(rows.map((row) => row['bill'])).toEqual(sums.map(({ bill }) => String(bill)))
    }
  },
)

test('the headings say by what the sums are sorted, and sort them otherwise', async () => {
  const usual = await portal.text('/due?age=not-due')
  expect(usual).toMatch(/<th scope="col"\s+aria-sort="ascending"><a href="[^"]*sort=-due">Due/)
  const byAmount = await portal.text('/due?age=not-due&sort=-amount&lang=en')
  expect(byAmount.match(/aria-sort/g)).toHaveLength(1)
  const [, link = ''] =
    /class="figure" aria-sort="descending"><a href="([^"]*)">Amount/.exec(byAmount) ?? []
  expect(link).toBe('/due?age=not-due&amp;sort=amount&amp;lang=en')
  // What goes on keeps the order.
  expect(byAmount).toMatch(/href="\/due\?age=not-due&amp;sort=-amount&amp;after=[^"]*" rel="next"/)
})

test('a category that was chosen is not said again in every row', async () => {
  const headings = async (address: string) =>
    (await portal.text(address)).match(/<th scope="col"/g)?.length
  expect(await headings('/due?age=not-due')).toBe(5)
  expect(await headings('/due?age=not-due&category=1')).toBe(4)
})

test('a list has its file below it, an empty one at the foot of the page alone', async () => {
  const files = async (address: string) =>
    (await portal.text(address)).match(/href="\/due\.csv/g)?.length
  expect(await files('/due?age=not-due')).toBe(2)
  expect(await files('/due?age=not-due&category=777')).toBe(1)
})

test('without an age it is all that is overdue', async () => {
  expect(await portal.text('/due')).toContain('<h1>Overdue</h1>')
})

test('an order that there is none of is refused in words', async () => {
  const answer = await portal.get('/due?sort=size')
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('sorted by one of due, amount, account')
})
