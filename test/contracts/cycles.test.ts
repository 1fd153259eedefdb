import { describe, expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf } from './ledger.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 800
const ledger = useLedger(async (on) => on.setRate())

const open = (cycle: bigint, firstDay = START) =>
  ledger().openAccount({ terms: { cycle, firstDay: BigInt(firstDay) } })
const submit = (account: string, register: bigint, day: number) =>
  ledger().submit(account, { register, day })
const enter = (account: string, kind: number, register: bigint, day: number) =>
  ledger().act('operations', 'enterReading', account, kind, register, day, false, DOCUMENT)
const notEnded = (account: string, end: number, earliest: number) =>
  `CycleNotEnded(${account}, ${end}, ${earliest})`

describe('the first bill ends 5 days before the agreed end at the earliest', () => {
  const earliest = { 1: 30 - 5, 3: 91 - 5, 6: 182 - 5, 12: 365 - 5 }
  for (const [months, days] of Object.entries(earliest)) {
    test(`in a cycle of ${months} months after ${days} days`, async () => {
      const account = await open(BigInt(months))
      expect(await refusalOf(submit(account, 1n, START + days - 1))).toBe(
        notEnded(account, START + days - 1, START + days),
      )
      await submit(account, 1n, START + days)
    })
  }
})

test('agreed ends are counted from the first day, so early bills do not shift them', async () => {
  const account = await open(1n)
  // E(1) = 30, E(2) = 60, E(3) = 91
  await submit(account, 1n, START + 25)
  expect(await refusalOf(submit(account, 2n, START + 54))).toBe(
    notEnded(account, START + 54, START + 55),
  )
  await submit(account, 2n, START + 55)
  expect(await refusalOf(submit(account, 3n, START + 85))).toBe(
    notEnded(account, START + 85, START + 86),
  )
  await submit(account, 3n, START + 86)
})

test('after a late bill the next agreed end counts, not the one missed', async () => {
  const account = await open(1n)
  await submit(account, 1n, START + 54)
  expect(await refusalOf(submit(account, 2n, START + 54))).toMatch(/^PeriodNotAfter/)
  await submit(account, 2n, START + 55)
  expect(await refusalOf(submit(account, 3n, START + 85))).toBe(
    notEnded(account, START + 85, START + 86),
  )
})

test('a bill over several cycles is allowed', async () => {
  const account = await open(1n)
  const { entries } = await submit(account, 1n, START + 400)
  expect(entries.at(-1)?.data).toMatchObject({ end: BigInt(START + 400) })
})

test('an estimate waits for the end of the cycle, too', async () => {
  const account = await open(1n)
  expect(await refusalOf(enter(account, 2, 1n, START + 24))).toBe(
    notEnded(account, START + 24, START + 25),
  )
})

test('a real reading that ends a row of estimates waits for nothing', async () => {
  const account = await open(1n)
  await enter(account, 2, 1n, START + 30)
  const { entries } = await submit(account, 5n, START + 31)
  expect(entries[0]?.data).toMatchObject({ start: BigInt(START), end: BigInt(START + 31) })
  expect(await refusalOf(submit(account, 6n, START + 32))).toBe(
    notEnded(account, START + 32, START + 55),
  )
})

test('a final reading waits for nothing', async () => {
  const account = await open(12n)
  expect((await enter(account, 3, 1n, START + 1)).entries).toHaveLength(3)
})

describe('terms with another cycle', () => {
  test('count from their own first day, on which one bill may end exactly', async () => {
    const account = await open(3n)
    await submit(account, 1n, START + 91)
    await ledger().agree(account, { cycle: 1n, firstDay: BigInt(START + 100) })
    // By the old cycle of three months the next bill ends from E(2) − 5 = 177 on, or on day 100 exactly.
    expect(await refusalOf(submit(account, 2n, START + 99))).toBe(
      notEnded(account, START + 99, START + 177),
    )
    expect(await refusalOf(submit(account, 2n, START + 101))).toBe(
      notEnded(account, START + 101, START + 125),
    )
    await submit(account, 2n, START + 100)
    expect(await refusalOf(submit(account, 3n, START + 124))).toBe(
      notEnded(account, START + 124, START + 125),
    )
    await submit(account, 3n, START + 125)
  })

  test('do not oblige a bill to end on their first day', async () => {
    const account = await open(3n)
    await submit(account, 1n, START + 91)
    await ledger().agree(account, { cycle: 1n, firstDay: BigInt(START + 100) })
    const { entries } = await submit(account, 2n, START + 125)
    expect(entries.filter(({ name }) => name === 'ChargeApplied')).toHaveLength(2)
  })

  test('with the same cycle keep its ends', async () => {
    const account = await open(1n)
    await submit(account, 1n, START + 30)
    await ledger().agree(account, { load: 2_000n, firstDay: BigInt(START + 40) })
    expect(await refusalOf(submit(account, 2n, START + 40))).toBe(
      notEnded(account, START + 40, START + 55),
    )
    await submit(account, 2n, START + 55)
  })
})
