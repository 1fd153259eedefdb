import { describe, expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf, ZERO } from './ledger.ts'
import { NO_LIMIT, slabs } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 200
const ledger = useLedger(async (on) => on.setRate())

const open = (terms = {}) => ledger().openAccount({ terms: { firstDay: BigInt(START), ...terms } })
const estimate = (account: string, register: bigint, day: number) =>
  ledger().act('operations', 'enterReading', account, 2, register, day, false, ZERO)

test('an estimate is a bill of the whole time since the last real reading, and needs no evidence', async () => {
  const account = await open()
  const { entries } = await estimate(account, 100_000n, START + 30)
  expect(entries.map(({ name }) => name)).toEqual([
    'ConsumptionRecorded',
    'ChargeApplied',
    'BillIssued',
  ])
  expect(entries[0]?.data).toMatchObject({ kind: 2n, previous: 0n, present: 100_000n })
  expect(await ledger().account(account)).toMatchObject({
    register: 0n,
    realDay: BigInt(START),
    chargedTo: BigInt(START + 30),
    alreadyCharged: 50_000n,
    estimates: 1n,
  })
})

test('the second estimate and the real reading deduct what was already charged', async () => {
  const account = await open()
  await estimate(account, 100_000n, START + 30)
  const second = await estimate(account, 220_000n, START + 60)
  expect(second.entries[0]?.data).toMatchObject({ start: BigInt(START), wh: 220_000n })
  expect(second.entries.at(-1)?.data).toMatchObject({
    start: BigInt(START),
    gross: 110_000n,
    alreadyCharged: 50_000n,
    amount: 60_000n,
    balance: 110_000n,
  })
  const real = await ledger().submit(account, { register: 150_000n, day: START + 70 })
  expect(real.entries[0]?.data).toMatchObject({ previous: 0n, wh: 150_000n })
  expect(real.entries.at(-1)?.data).toMatchObject({
    number: 3n,
    gross: 75_000n,
    alreadyCharged: 110_000n,
    amount: -35_000n,
    balance: 75_000n,
  })
  expect(await ledger().account(account)).toMatchObject({
    alreadyCharged: 0n,
    estimates: 0n,
    chargedTo: BigInt(START + 70),
  })
})

test('there are at most two in a row', async () => {
  const account = await open()
  await estimate(account, 1n, START + 30)
  await estimate(account, 2n, START + 60)
  expect(await refusalOf(estimate(account, 3n, START + 91))).toBe(`TooManyEstimates(${account})`)
  await ledger().submit(account, { register: 3n, day: START + 91 })
  await estimate(account, 4n, START + 121)
})

test('the true-up is charged across a tariff change inside the estimated time', async () => {
  await ledger().setRate({
    effectiveFrom: BigInt(START + 30),
    slabs: slabs({ upTo: NO_LIMIT, rate: 1_000_000n }),
  })
  const account = await open()
  await estimate(account, 100_000n, START + 45)
  const { entries } = await ledger().submit(account, { register: 120_000n, day: START + 60 })
  const parts = entries.filter(({ name }) => name === 'ChargeApplied').map(({ data }) => data)
  expect(parts).toMatchObject([
    { firstDay: BigInt(START), wh: 60_000n, tariff: 1n, charge: 30_000n },
    { firstDay: BigInt(START + 30), wh: 60_000n, tariff: 2n, charge: 60_000n },
  ])
  // 45 days: 66,666 Wh at ₹5 and 33,334 Wh at ₹10
  expect(entries.at(-1)?.data).toMatchObject({ gross: 90_000n, alreadyCharged: 66_667n })
})

test('already charged sums what was asked, rounding included', async () => {
  await ledger().setRate({
    category: 2n,
    roundTo: 100n,
    slabs: slabs({ upTo: NO_LIMIT, rate: 1_490n }),
  })
  const account = await open({ category: 2n })
  const first = await estimate(account, 100_000n, START + 30)
  expect(first.entries.at(-1)?.data).toMatchObject({ gross: 149n, rounding: -49n, amount: 100n })
  const real = await ledger().submit(account, { register: 100_000n, day: START + 60 })
  expect(real.entries.at(-1)?.data).toMatchObject({
    gross: 149n,
    alreadyCharged: 100n,
    rounding: -49n,
    amount: 0n,
  })
})

describe('a reading inside the estimated time', () => {
  test('is refused, the day that was charged to is named', async () => {
    const account = await open()
    await estimate(account, 1n, START + 30)
    expect(await refusalOf(ledger().submit(account, { register: 1n, day: START + 30 }))).toBe(
      `PeriodNotAfter(${account}, ${START + 30}, ${START + 30})`,
    )
  })
})

test('a final reading trues up, too, and closes', async () => {
  const account = await open()
  await estimate(account, 100_000n, START + 30)
  const act = ledger().act(
    'operations',
    'enterReading',
    account,
    3,
    40_000,
    START + 31,
    false,
    DOCUMENT,
  )
  expect((await act).entries.at(-1)?.data).toMatchObject({ amount: -30_000n, balance: 20_000n })
})
