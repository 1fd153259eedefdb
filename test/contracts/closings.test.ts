import { expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, noonOf, pseudoAccount, refusalOf } from './ledger.ts'
import { useLedger } from './useLedger.ts'

const ledger = useLedger(async (on) => on.setRate())
const close = () => ledger().act('stranger', 'closeMonth')
const monthsSince1970 = (day: number): bigint => {
  const date = new Date(day * 86_400_000)
  return BigInt((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth())
}

test('a closing sums the acts since the last one, and what it closes with the next opens', async () => {
  const account = await ledger().openAccount({
    terms: { firstDay: BigInt(FIRST_TODAY - 60) },
  })
  await ledger().submit(account, { register: 10_000n, day: FIRST_TODAY - 30 })
  await ledger().act('cashier', 'postReceipt', account, 1, 3_000, DOCUMENT)
  await ledger().act('operations', 'adjust', account, -500, 1, 1, DOCUMENT)
  const first = await close()
  expect(first.entries).toEqual([
    expect.objectContaining({
      name: 'PeriodClosed',
      account: pseudoAccount(0),
      seq: 6,
      data: {
        month: monthsSince1970(FIRST_TODAY),
        opening: 0n,
        billed: 5_000n,
        adjusted: -500n,
        paid: 3_000n,
        closing: 1_500n,
      },
    }),
  ])
  await ledger().act('cashier', 'reverseReceipt', account, 1, 3_000, DOCUMENT, 1)
  await ledger().setDay(FIRST_TODAY + 30)
  const second = await close()
  expect(second.entries[0]?.data).toMatchObject({
    opening: 1_500n,
    billed: 0n,
    adjusted: 0n,
    paid: -3_000n,
    closing: 4_500n,
  })
  expect(await ledger().account(account)).toMatchObject({ balance: 4_500n })
})

test('a month is closed once, at any of its days; the next from its first day in India', async () => {
  const month = monthsSince1970(FIRST_TODAY)
  await close()
  expect(await refusalOf(close())).toBe(`MonthClosed(${month})`)
  // 2023-07-01 begins in India at 18:30 UTC on 30 June.
  const july = FIRST_TODAY + 30
  await ledger().setTime(noonOf(july) - 43_200 - 1 - 30)
  expect(await refusalOf(close())).toBe(`MonthClosed(${month})`)
  await ledger().setTime(noonOf(july) - 43_200)
  expect((await close()).entries[0]?.data).toMatchObject({ month: month + 1n })
})

test('months are counted as the civil calendar does, leap years and centuries included', async () => {
  const days = ['2024-01-31', '2024-02-29', '2024-03-01', '2025-02-28', '2025-12-31', '2100-03-01']
  for (const date of days) {
    const day = Date.parse(date) / 86_400_000
    await ledger().setDay(day)
    expect((await close()).entries[0]?.data).toMatchObject({ month: monthsSince1970(day) })
  }
})
