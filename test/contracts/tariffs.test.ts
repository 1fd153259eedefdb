import { describe, expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, newAccount, pseudoAccount, refusalOf } from './ledger.ts'
import { flatRate, NO_LIMIT, type Rate, slabs } from './samples.ts'
import { useLedger } from './useLedger.ts'

const ledger = useLedger()
const set = (change: Partial<Rate>) => ledger().act('tariff', 'setRate', flatRate(change))
const day = (offset: number) => BigInt(FIRST_TODAY + offset)

/** Category 1 issues its first bill, by a rate in force since long. */
async function issueBill(): Promise<void> {
  const account = await ledger().openAccount({ terms: { firstDay: day(-40) } })
  await ledger().submit(account, { register: 1_000n, day: FIRST_TODAY })
}

test('a rate is an entry of its category, word for word as it was sent', async () => {
  const sent = flatRate({
    category: 7n,
    basis: 1n,
    fixedPerKW: 7_000n,
    fixedPerConnection: 50n,
    dutyRate: 500n,
    dutyBase: 15n,
    dutyPerUnit: 6_000n,
    roundTo: 100n,
    orderHash: DOCUMENT,
    slabCount: 2n,
    slabs: slabs(
      { upTo: 120_000n, rate: 530_000n, fuel: -30_000n, subsidy: 30_000n },
      { upTo: NO_LIMIT, rate: 660_000n, fuel: 69_000n },
    ),
  })
  const { entries } = await ledger().act('tariff', 'setRate', sent)
  const { slabs: sentSlabs, ...members } = sent
  expect(entries).toMatchObject([
    { name: 'RateSet', account: pseudoAccount(7), seq: 1, data: members },
  ])
  const words = [...Object.values(members), ...sentSlabs.flatMap((slab) => Object.values(slab))]
  const expected = words.map((word) =>
    BigInt.asUintN(256, BigInt(word)).toString(16).padStart(64, '0'),
  )
  expect(entries[0]?.raw.data).toBe(`0x${expected.join('')}`)
})

test('ids count over all categories, so a rate sent twice is refused', async () => {
  await set({ tariff: 1n })
  await set({ tariff: 2n, category: 2n })
  expect(await refusalOf(set({ tariff: 2n, category: 2n }))).toBe('TariffNotNext(2, 3)')
  expect((await ledger().totals()).nextTariff).toBe(3n)
})

describe('every component is held to its range', () => {
  const top = { upTo: NO_LIMIT, rate: 1n }
  const refused: [field: string, value: bigint, change: Partial<Rate>][] = [
    ['category', 0n, { category: 0n }],
    ['category', 65_536n, { category: 65_536n }],
    ['basis', 2n, { basis: 2n }],
    ['fixedPerKW', 2n ** 32n, { fixedPerKW: 2n ** 32n }],
    ['fixedPerConnection', 2n ** 32n, { fixedPerConnection: 2n ** 32n }],
    ['dutyRate', 65_536n, { dutyRate: 65_536n }],
    ['dutyBase', 16n, { dutyBase: 16n }],
    ['dutyPerUnit', 2n ** 32n, { dutyPerUnit: 2n ** 32n }],
    ['roundTo', 0n, { roundTo: 0n }],
    ['roundTo', 10n, { roundTo: 10n }],
    ['slabCount', 0n, { slabCount: 0n }],
    ['slabCount', 9n, { slabCount: 9n }],
    ['upTo', NO_LIMIT - 1n, { slabs: slabs({ ...top, upTo: NO_LIMIT - 1n }) }],
    ['upTo', 0n, { slabCount: 2n, slabs: slabs({ upTo: 0n, rate: 1n }, top) }],
    ['upTo', NO_LIMIT, { slabCount: 2n, slabs: slabs(top, top) }],
    ['upTo', 5n, { slabCount: 3n, slabs: slabs({ upTo: 5n }, { upTo: 5n }, top) }],
    ['rate', 2n ** 32n, { slabs: slabs({ ...top, rate: 2n ** 32n }) }],
    ['fuel', 2n ** 31n, { slabs: slabs({ ...top, fuel: 2n ** 31n }) }],
    ['subsidy', 2n, { slabs: slabs({ ...top, subsidy: 2n }) }],
    ['slabs', 3n, { slabs: slabs(top, { rate: 3n }) }],
  ]
  for (const [field, value, change] of refused) {
    test(`${field} ${value} is refused`, async () => {
      expect(await refusalOf(set(change))).toBe(`OutOfRange(${field}, ${value})`)
    })
  }

  test('the widest values of all are allowed', async () => {
    const widest = { rate: 2n ** 32n - 1n, fuel: -(2n ** 31n), subsidy: 2n ** 32n - 1n }
    const limits = [1n, 2n, 3n, 4n, 5n, 6n, NO_LIMIT - 1n, NO_LIMIT]
    const { entries } = await set({
      category: 65_535n,
      fixedPerKW: 2n ** 32n - 1n,
      fixedPerConnection: 2n ** 32n - 1n,
      dutyRate: 65_535n,
      dutyPerUnit: 2n ** 32n - 1n,
      slabCount: 8n,
      slabs: limits.map((upTo) => ({ ...widest, upTo })),
    })
    expect(entries).toHaveLength(1)
  })
})

describe('the day a rate starts', () => {
  test('may be past before the category has issued a bill, so that a history can be loaded', async () => {
    await set({ effectiveFrom: day(-400) })
    expect((await set({ tariff: 2n, effectiveFrom: day(-399) })).entries).toHaveLength(1)
  })

  test("is later than the category's last one", async () => {
    await set({ effectiveFrom: day(-10) })
    const again = set({ tariff: 2n, effectiveFrom: day(-10) })
    expect(await refusalOf(again)).toBe(
      `TariffDayNotAllowed(1, ${day(-10)}, ${day(-9)}, ${day(366)})`,
    )
    await set({ tariff: 2n, category: 2n, effectiveFrom: day(-10) })
  })

  test('is at most 366 days ahead', async () => {
    expect(await refusalOf(set({ effectiveFrom: day(367) }))).toBe(
      `TariffDayNotAllowed(1, ${day(367)}, 0, ${day(366)})`,
    )
    await set({ effectiveFrom: day(366) })
  })

  test('is tomorrow or later once the category has issued a bill: nobody reprices today', async () => {
    await set({})
    await issueBill()
    expect(await refusalOf(set({ tariff: 2n, effectiveFrom: day(0) }))).toBe(
      `TariffDayNotAllowed(1, ${day(0)}, ${day(1)}, ${day(366)})`,
    )
    await set({ tariff: 2n, effectiveFrom: day(1) })
  })
})

describe('withdrawing', () => {
  const withdraw = (tariff: number) => ledger().act('tariff', 'withdrawRate', tariff)

  test('a rate not yet in force, so that its day is free again', async () => {
    await set({})
    await issueBill()
    await set({ tariff: 2n, effectiveFrom: day(20) })
    const { entries } = await withdraw(2)
    expect(entries).toMatchObject([
      {
        name: 'RateWithdrawn',
        account: pseudoAccount(1),
        seq: 3,
        data: { tariff: 2n, category: 1n, effectiveFrom: day(20) },
      },
    ])
    await set({ tariff: 3n, effectiveFrom: day(10) })
  })

  test('a rate in force, as long as the category has issued no bill', async () => {
    await set({ effectiveFrom: day(-400) })
    await withdraw(1)
    expect((await set({ tariff: 2n, effectiveFrom: day(-500) })).entries).toHaveLength(1)
  })

  test('is refused for a rate in force that has priced its category', async () => {
    await set({})
    await issueBill()
    expect(await refusalOf(withdraw(1))).toBe(`TariffInForce(1, 1, ${day(0)})`)
  })

  test('is refused for one that is unknown or was withdrawn', async () => {
    expect(await refusalOf(withdraw(1))).toBe('UnknownTariff(1)')
    await set({})
    await withdraw(1)
    expect(await refusalOf(withdraw(1))).toBe('UnknownTariff(1)')
  })

  test('one among several leaves the others in order', async () => {
    await set({ effectiveFrom: 1n })
    await set({ tariff: 2n, effectiveFrom: day(-30) })
    await set({ tariff: 3n, effectiveFrom: day(-20) })
    await set({ tariff: 4n, effectiveFrom: day(-10) })
    await withdraw(2)
    const account = await ledger().openAccount({ terms: { firstDay: day(-40) } })
    const { entries } = await ledger().submit(account, { register: 40n, day: FIRST_TODAY })
    const parts = entries.filter(({ name }) => name === 'ChargeApplied')
    expect(parts.map(({ data }) => [data['tariff'], data['numberOfDays']])).toEqual([
      [1n, 20n],
      [3n, 10n],
      [4n, 10n],
    ])
  })
})

test('without a rate for its first day a stretch is not charged', async () => {
  const account = newAccount()
  await set({ effectiveFrom: day(-20) })
  await ledger().agree(account, { firstDay: day(-40) })
  await ledger().act(
    'operations',
    'installMeter',
    account,
    ledger().installation({ day: day(-40) }),
  )
  const act = ledger().submit(account, { register: 1n, day: FIRST_TODAY })
  expect(await refusalOf(act)).toBe(`NoTariff(1, ${day(-40)})`)
})
