import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesOf } from '../../contracts/events/hex.ts'
import { parseDay } from '../../contracts/rules/day.ts'
import { connect } from '../../migrations/connect.ts'
import { ageOf, ages, dueDaysOf } from '../../portal/board/ages.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { accountOf, codeFor, situations } from './situations.ts'

const today = parseDay('2026-07-20')

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

interface BoardJson {
  ageing: {
    categories: { category: number; overduePaise: Record<string, string>; owedPaise: string }[]
    total: Record<'notDuePaise' | 'heldBackPaise' | 'creditPaise' | 'owedPaise', string> & {
      overduePaise: Record<string, string>
    }
    owedPaise: string
    agrees: boolean | null
  }
  receipts: { days: { day: string; channel: string; receivedPaise: string; returned: number }[] }
}
interface AccountsJson {
  accounts: { code: string; balancePaise: string }[]
  together: { owedPaise: string; creditPaise: string; isBehind: boolean }
}
interface AccountJson {
  account: { balancePaise: string; due: { day: string; leftPaise: string; isOverdue: boolean }[] }
  bills: { heldBackPaise: string }[]
}

test('the ageing is the sum of what every account’s own page says is due, overdue and held back', async () => {
  const { ageing } = await town.json<BoardJson>('/board.json')
  const overdue = Object.fromEntries(ages.map(({ id }) => [id, 0n]))
  let [notDue, held, owed] = [0n, 0n, 0n]
  for (const situation of situations) {
    const { account, bills } = await town.json<AccountJson>(`/accounts/${codeFor(situation)}.json`)
    owed += BigInt(account.balancePaise)
    for (const bill of bills) held += BigInt(bill.heldBackPaise)
    for (const { day, leftPaise, isOverdue } of account.due) {
      const age = ageOf(parseDay(day), today)
      expect(age !== null).toBe(isOverdue)
      if (age === null) notDue += BigInt(leftPaise)
      else overdue[age.id] = (overdue[age.id] ?? 0n) + BigInt(leftPaise)
    }
  }
  const text = (sums: Record<string, bigint>) =>
    Object.fromEntries(Object.entries(sums).map(([id, sum]) => [id, String(sum)]))
  expect(ageing.total.overduePaise).toEqual(text(overdue))
  expect(ageing.total).toMatchObject({
    notDuePaise: String(notDue),
    heldBackPaise: String(held),
    owedPaise: String(owed),
  })
  expect(held).toBeGreaterThan(0n)
  expect(ageing).toMatchObject({ agrees: true, owedPaise: String(owed) })
})

interface DueJson {
  together: { sums: number; amountPaise: string }
  sums: { account: string; amountPaise: string }[]
}
const sumOf = (amounts: readonly string[]) =>
  String(amounts.reduce((total, amount) => total + BigInt(amount), 0n))

test('each amount of the ageing leads to the sums that make it, whose total stands above them', async () => {
  const { ageing } = await town.json<BoardJson>('/board.json')
  let found = 0
  for (const { category, overduePaise } of ageing.categories) {
    const amounts = { ...overduePaise, overdue: sumOf(Object.values(overduePaise)) }
    for (const [age, amount] of Object.entries(amounts)) {
      const { sums, together } = await town.json<DueJson>(
        `/due.json?category=${category}&age=${age}`,
      )
      found += sums.length
      expect(sumOf(sums.map(({ amountPaise }) => amountPaise))).toBe(amount)
      expect(together).toEqual({ sums: sums.length, amountPaise: amount })
    }
  }
  expect(found).toBeGreaterThan(0)
  for (const age of ['not-due', 'held', 'credit']) {
    const { sums, together } = await town.json<DueJson>(`/due.json?age=${age}`)
    const amountPaise = sumOf(sums.map(({ amountPaise }) => amountPaise))
    expect(together).toEqual({ sums: sums.length, amountPaise })
  }
  const words = await town.words('/due?age=held')
  expect(words).toContain('Held back by open disputes')
  expect(words).toContain(codeFor('open'))
})

test('what is overdue in all leads to all that is overdue', async () => {
  const board = await (await town.get('/board')).text()
  const [, address = '', amount = ''] =
    /class="total">.*?<a href="(\/due\?age=overdue)"><span class="money">([^<]+)/s.exec(board) ?? []
  expect(await town.words(address)).toMatch(
    new RegExp(`Overdue All categories\\. The whole ageing \\d+ sums, together ${amount}\\.`),
  )
})

test('what is owed leads to the accounts that owe it, in all and by category', async () => {
  const { ageing } = await town.json<BoardJson>('/board.json')
  const html = await (await town.get('/board')).text()
  expect(html).toContain('href="/accounts?sort=-balance"')
  let [owed, credit, listed] = [0n, 0n, 0]
  for (const { category, owedPaise } of ageing.categories) {
    expect(html).toContain(`href="/accounts?category=${category}&amp;sort=-balance"`)
    const { accounts, together } = await town.json<AccountsJson>(
      `/accounts.json?category=${category}&sort=-balance`,
    )
    const sum = (sign: bigint) =>
      accounts
        .map(({ balancePaise }) => sign * BigInt(balancePaise))
        .reduce((total, balance) => total + (balance > 0n ? balance : 0n), 0n)
    expect(together).toEqual({
      owedPaise: String(sum(1n)),
      creditPaise: String(sum(-1n)),
      isBehind: false,
    })
    expect(sum(1n) - sum(-1n)).toBe(BigInt(owedPaise))
    owed += sum(1n)
    credit += sum(-1n)
    listed += accounts.length
  }
  expect(credit).toBeGreaterThan(0n)
  const { accounts, together } = await town.json<AccountsJson>('/accounts.json?sort=balance')
  expect(together).toEqual({
    owedPaise: String(owed),
    creditPaise: String(credit),
    isBehind: false,
  })
  expect(String(owed - credit)).toBe(ageing.owedPaise)
  expect(accounts.length).toBeGreaterThanOrEqual(listed)
  // Each as its own page has it.
  for (const { code, balancePaise } of accounts) {
    const { account } = await town.json<AccountJson>(`/accounts/${code}.json`)
    expect([code, account.balancePaise]).toEqual([code, balancePaise])
  }
})

test('the totals by due day are those of the open sums', async () => {
  await using db = connect(town.database.url, { max: 1 })
  const sums = await db
    .selectFrom('open_sum')
    .select(({ fn }) => [
      'category',
      'kind',
      'due_day',
      fn.countAll<number>().as('sums'),
      fn.sum<bigint>('amount_paise').as('amount_paise'),
    ])
    .groupBy(['category', 'kind', 'due_day'])
    .orderBy('category')
    .orderBy('kind')
    .orderBy('due_day')
    .execute()
  const totals = db.selectFrom('open_total').selectAll().orderBy('category').orderBy('kind')
  expect(await totals.orderBy('due_day').execute()).toEqual(sums)
  expect(sums.length).toBeGreaterThan(5)
})

test('receipts by day and channel are those that the ledger lists, a returned cheque beside them', async () => {
  await using db = connect(town.database.url, { max: 1 })
  const { total } = await db
    .selectFrom('payment')
    .select(({ fn }) => fn.sum<bigint>('amount_paise').as('total'))
    .executeTakeFirstOrThrow()
  let to = '2026-07-20'
  let [received, returned] = [0n, 0]
  for (let page = 0; page < 20; page++) {
    const { receipts } = await town.json<BoardJson & { receipts: { from: string } }>(
      `/board.json?to=${to}`,
    )
    for (const day of receipts.days) {
      received += BigInt(day.receivedPaise)
      returned += day.returned
    }
    const earlier = /\?to=([\d-]+)#receipts" rel="next"/.exec(
      await (await town.get(`/board?to=${to}`)).text(),
    )
    if (earlier?.[1] === undefined) break
    to = earlier[1]
  }
  expect({ received, returned }).toEqual({ received: total, returned: 1 })
})

test('each number of receipts leads to just these', async () => {
  const html = await (await town.get('/board?to=2026-03-20')).text()
  const links = [...html.matchAll(/href="(\/payments\?channel=[^"]+)">(\d+)<\/a>/g)]
  expect(links.length).toBeGreaterThan(1)
  for (const [, address = '', received] of links) {
    const asked = address.replaceAll('&amp;', '&')
    const { payments } = await town.json<{ payments: unknown[] }>(asked.replace('?', '.json?'))
    expect([asked, payments.length]).toEqual([asked, Number(received)])
  }
})

test('while accounts are still being added up, the page says so instead of FAIL', async () => {
  await using db = connect(town.database.url, { max: 1 })
  const account = bytesOf(accountOf('open'))
  await db.insertInto('stale_account').values({ account }).execute()
  expect(await town.words('/board')).toContain('Some accounts are still being added up')
  await db.deleteFrom('stale_account').execute()
  expect(await town.words('/board')).toContain('PASS: the ageing adds up to what is owed')
})

test('an ageing that does not add up is the first thing on the page, with both values', async () => {
  await using db = connect(town.database.url, { max: 1 })
  const more = (paise: bigint) =>
    db
      .updateTable('open_total')
      .set(({ eb }) => ({ amount_paise: eb('amount_paise', '+', paise as never) }))
      .where('kind', '=', 'held')
      .execute()
  await more(12_345n)
  expect(await town.words('/board')).toMatch(
    /FAIL: the ageing adds up to .* The difference is \+₹123\.45/,
  )
  await more(-12_345n)
})

test('a day or column that is none is refused with what to give', async () => {
  expect((await town.get('/board?to=yesterday')).status).toBe(400)
  expect(await town.words('/due?age=old')).toContain('Columns are 0-30, 31-60')
  expect((await town.get('/due?after=x')).status).toBe(400)
})

test('every overdue day falls in one age, and each age finds its own due days', () => {
  for (const age of ages) {
    const { first, last } = dueDaysOf(age, today)
    expect([ageOf(first, today)?.id, ageOf(last, today)?.id]).toEqual([age.id, age.id])
  }
  expect(ageOf(today, today)).toBeNull()
})
