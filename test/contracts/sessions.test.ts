import { expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf } from './ledger.ts'
import { NO_LIMIT, slabs } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 100
const ledger = useLedger(async (on) => on.setRate({ fixedPerConnection: 3_000n }))

const open = (category = 1n) =>
  ledger().openAccount({ terms: { category, cycle: 0n, firstDay: BigInt(START) } })
const submit = (account: string, register: bigint, day: number) =>
  ledger().submit(account, { register, day })

test('each session is a bill, several of them on one day', async () => {
  const account = await open()
  await submit(account, 10_000n, START + 1)
  const { entries } = await submit(account, 30_000n, START + 1)
  expect(entries.map(({ data }) => data)).toMatchObject([
    { start: BigInt(START + 1), end: BigInt(START + 1), wh: 20_000n },
    {
      firstDay: BigInt(START + 1),
      numberOfDays: 0n,
      wh: 20_000n,
      energy: 10_000n,
      charge: 10_000n,
    },
    { number: 2n, start: BigInt(START + 1), end: BigInt(START + 1), amount: 10_000n },
  ])
})

test('only a session within a day bears no fixed charge', async () => {
  const account = await open()
  const first = await submit(account, 10_000n, START + 30)
  expect(first.entries[1]?.data).toMatchObject({ numberOfDays: 30n, fixedCharge: 3_000n })
  const second = await submit(account, 20_000n, START + 30)
  expect(second.entries[1]?.data).toMatchObject({ numberOfDays: 0n, fixedCharge: 0n })
})

test('a session within a day is priced as of the day before', async () => {
  await ledger().setRate({
    effectiveFrom: BigInt(START + 10),
    slabs: slabs({ upTo: NO_LIMIT, rate: 1_000_000n }),
  })
  const account = await open()
  await submit(account, 1_000n, START + 10)
  const within = await submit(account, 2_000n, START + 10)
  expect(within.entries[1]?.data).toMatchObject({ tariff: 1n, energy: 500n })
  await submit(account, 3_000n, START + 11)
  const later = await submit(account, 4_000n, START + 11)
  expect(later.entries[1]?.data).toMatchObject({ tariff: 2n, energy: 1_000n })
})

test('none ends on the first day of the agreement', async () => {
  const account = await open()
  expect(await refusalOf(submit(account, 1n, START))).toBe(
    `PeriodNotAfter(${account}, ${START}, ${START})`,
  )
})

test('none ends before the last one', async () => {
  const account = await open()
  await submit(account, 1n, START + 5)
  expect(await refusalOf(submit(account, 2n, START + 4))).toBe(
    `PeriodNotAfter(${account}, ${START + 4}, ${START + 5})`,
  )
})

test('a session uses energy, so the same reading is not recorded twice', async () => {
  const account = await open()
  await submit(account, 1n, START + 1)
  expect(await refusalOf(submit(account, 1n, START + 1))).toBe(
    `EmptySession(${account}, ${START + 1})`,
  )
})

test('a station closes with a final reading, used or not', async () => {
  const account = await open()
  await submit(account, 1n, START + 1)
  const act = ledger().act('operations', 'enterReading', account, 3, 1, START + 1, false, DOCUMENT)
  expect((await act).entries.at(-1)?.data).toMatchObject({ amount: 0n })
})

test('sessions are read, not estimated', async () => {
  const account = await open()
  const act = ledger().act('operations', 'enterReading', account, 2, 1, START + 1, false, DOCUMENT)
  expect(await refusalOf(act)).toBe('OutOfRange(kind, 2)')
})

test('only a tariff of one slab prices sessions', async () => {
  const tariff = await ledger().setRate({
    category: 2n,
    slabCount: 2n,
    slabs: slabs({ upTo: 1_000n }, { upTo: NO_LIMIT }),
  })
  const account = await open(2n)
  expect(await refusalOf(submit(account, 1n, START + 1))).toBe(`SessionNeedsOneSlab(${tariff}, 2)`)
})

test('later terms leave a session of the day charged to as it is', async () => {
  const account = await open()
  await submit(account, 1n, START + 1)
  // Terms from tomorrow on leave this session to the terms of its own day.
  await ledger().agree(account, { firstDay: BigInt(START + 2), load: 2_000n, cycle: 0n })
  const { entries } = await submit(account, 2n, START + 1)
  expect(entries[1]?.data).toMatchObject({ load: 1_000n })
})
