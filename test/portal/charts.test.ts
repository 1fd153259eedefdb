import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { household } from './exampleLedger.ts'
import { openPortal, type OpenPortal, wordsOf } from './openPortal.ts'

let portal: OpenPortal
let page: string
beforeAll(async () => {
  portal = await openPortal()
  page = await portal.text(`/accounts/${codeOf(household)}`)
})
afterAll(() => portal?.[Symbol.asyncDispose]())

interface Months {
  usageByMonth: { month: string; wh: string; days: number; basis: string; bills: number[] }[]
  moneyByMonth: { month: string; askedPaise: string; paidPaise: string; owedPaise: string }[]
  account: { balancePaise: string }
  bills: { wh: string }[]
}
const data = () => portal.json<Months>(`/accounts/${codeOf(household)}.json`)

const charts = () =>
  [...page.matchAll(/<svg\s+class="chart"[\s\S]*?<\/svg>(?=\s*<ul)/g)].map(([svg]) => svg)

describe('the charts of an account', () => {
  test('have a name and a description that says what they show', () => {
    const [usage, money] = charts()
    expect(usage).toMatch(/role="img"\s+aria-labelledby="usage-title usage-desc"/)
    expect(wordsOf(usage ?? '')).toContain(
      'Bars for 7 months: from 198.25 kWh to 295.162 kWh a month, most of them in June 2026. None is an estimate.',
    )
    expect(money).toMatch(/<title id="paid-title">Bills and payments by month<\/title>/)
  })

  test('show the months that the table beneath tells in numbers', async () => {
    const { usageByMonth, bills } = await data()
    expect(usageByMonth.map(({ month, days, basis }) => [month, days, basis]).slice(0, 3)).toEqual([
      ['2026-04', 30, 'read'],
      ['2026-05', 31, 'read'],
      ['2026-06', 30, 'read'],
    ])
    const sum = (each: { wh: string }[]) => each.reduce((total, { wh }) => total + BigInt(wh), 0n)
    expect(sum(usageByMonth)).toBe(sum(bills))
    const [usage] = charts()
    const [, bars = ''] = /<path class="bar"[^>]* d="([^"]+)"/.exec(usage ?? '') ?? []
    expect(bars.match(/M[^z]+z/g)).toHaveLength(usageByMonth.length)
    const words = wordsOf(page)
    for (const { month } of usageByMonth) expect(words).toContain(monthName(month))
  })

  test('of money add up to what is owed', async () => {
    const { moneyByMonth, account } = await data()
    let owed = 0n
    for (const { askedPaise, paidPaise, owedPaise } of moneyByMonth) {
      owed += BigInt(askedPaise) - BigInt(paidPaise)
      expect(owedPaise).toBe(String(owed))
    }
    expect(account.balancePaise).toBe(String(owed))
  })

  test('need no script, no inline style and no colour to be told apart', () => {
    for (const chart of charts()) expect(chart).not.toMatch(/style=|<script|#[0-9a-f]{6}/)
    expect(charts()[1]).toContain('fill="url(#paid-hatched)"')
  })
})

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )
