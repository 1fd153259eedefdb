import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hex } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { parseDay } from '../../contracts/rules/day.ts'
import { watt } from '../../contracts/rules/units.ts'
import { Board } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'
import { word } from './writtenLedger.ts'

const monthly: Hex = `0x71b04c2d98e5a3${'04'.repeat(25)}`
const quarterly: Hex = `0x5d20f9a1c36b7e${'05'.repeat(25)}`
const rate = {
  category: 2,
  effectiveFrom: '2024-04-01',
  slabs: [{ upToKWh: null, rate: '6' }],
  fixedPerKW: '50',
  orderHash: word('order of 2024'),
}
const terms = { category: 2, load: watt(2000n), instalments: 1, daysToPay: 15 }

/** Noon of a day in India, in seconds. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00+05:30`) / 1000

const firstOf = (month: number): string =>
  `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal({ isEmpty: true })
  const board = new Board(portal.ledger)
  board.setRate(rate)
  const from = { firstDay: parseDay('2025-01-01') }
  const home = board.connect(monthly, { ...terms, ...from, cycle: 1 }, '0')
  const farm = board.connect(quarterly, { ...terms, ...from, cycle: 3 }, '0')
  await portal.ledger.mine(noon('2025-01-01'))
  // 100 kWh in the first month, 10 more each month: a year later it is 120 kWh more. A rise from April 2026.
  let [register, used] = [0n, 100n]
  for (let month = 1; month <= 18; month++) {
    register += used * 1000n
    used += 10n
    board.read(home, register, firstOf(month), firstOf(month))
    if (month % 3 === 0) board.read(farm, register, firstOf(month), firstOf(month))
    if (month === 14) board.setRate({ ...rate, effectiveFrom: '2026-04-01', fixedPerKW: '65' })
    await portal.ledger.mine(noon(firstOf(month)))
  }
  await portal.ledger.report()
})
afterAll(() => portal?.[Symbol.asyncDispose]())

interface Compared {
  comparisons: {
    with: number
    differencePaise: string
    causes: { kind: string; amountPaise: string }[]
  }[]
}
const compared = async (account: Hex, bill: number) =>
  (await portal.json<Compared>(`/accounts/${codeOf(account)}/bills/${bill}.json`)).comparisons

describe('a bill beside that of the same days of last year', () => {
  test('is told only once there was such a bill', async () => {
    expect(await compared(monthly, 12)).toMatchObject([{ with: 11 }])
    expect(await compared(monthly, 13)).toMatchObject([{ with: 12 }, { with: 1 }])
    expect(await compared(quarterly, 6)).toMatchObject([{ with: 5 }, { with: 2 }])
  })

  test('asks more for the units, at the rate of last year, where the rate is the same', async () => {
    // January 2026 with 220 kWh, January 2025 with 100 kWh, both of 31 days: 120 kWh at ₹6.
    expect((await compared(monthly, 13))[1]).toEqual({
      with: 1,
      differencePaise: '72000',
      causes: [{ kind: 'units', amountPaise: '72000' }],
    })
  })

  test('asks more for the new tariff, which is named, apart from the units', async () => {
    // April: 120 kWh more at ₹6, and ₹15 more for each of 2 kW.
    expect((await compared(monthly, 16))[1]).toEqual({
      with: 4,
      differencePaise: '75000',
      causes: [
        { kind: 'units', amountPaise: '72000' },
        { kind: 'rate', amountPaise: '3000' },
      ],
    })
    const words = wordsOf(await portal.text(`/accounts/${codeOf(monthly)}/bills/16`))
    expect(words).toMatch(
      /The same days of last year: bill 4, 1 Apr to 30 Apr 2025 \(30 days\) ?It asked ?₹880.00 ?120 kWh more used ?\+₹720.00 ?tariff 2 instead of tariff 1 ?\+₹30.00 ?This bill asks, \+₹750.00 ?₹1,630.00/,
    )
  })

  test('sets the quarter beside the quarter', async () => {
    // April to June: 120 kWh more in each month, and the fixed charge of three months.
    const [, lastYear] = await compared(quarterly, 6)
    expect(lastYear?.causes).toEqual([
      { kind: 'units', amountPaise: String(3 * 120 * 600) },
      { kind: 'rate', amountPaise: '9000' },
    ])
  })
})

test('a bill beside the one before names days where there were fewer of them', async () => {
  // February 2025 has 28 days, but months count as months: only the units differ. A tariff by days would differ in days.
  expect((await compared(monthly, 2))[0]).toMatchObject({
    with: 1,
    causes: [{ kind: 'units', amountPaise: '6000' }],
  })
})
