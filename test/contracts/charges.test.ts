import { describe, expect, test } from 'vitest'
import { type Done, FIRST_TODAY, refusalOf } from './ledger.ts'
import { NO_LIMIT, type Rate, slabs } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 365
const ledger = useLedger()

const partsOf = ({ entries }: Done) =>
  entries.filter(({ name }) => name === 'ChargeApplied').map(({ data }) => data)
const billOf = ({ entries }: Done) => entries.find(({ name }) => name === 'BillIssued')?.data

/** One bill of `days` days and `wh` in a category of its own that has this rate. */
async function charge(
  rate: Partial<Rate>,
  { days, wh, load = 1_000n }: { days: number; wh: bigint; load?: bigint },
): Promise<Done> {
  await ledger().setRate(rate)
  const account = await ledger().openAccount({
    terms: { load, firstDay: BigInt(START) },
    installation: { modulus: NO_LIMIT },
  })
  return ledger().submit(account, { register: wh, day: START + days })
}

/** APDCL tariff order 2023, schedule LT-II Domestic A, in round numbers; duty 5 % of energy and fixed charge. */
const domestic: Partial<Rate> = {
  fixedPerKW: 7_000n,
  dutyRate: 500n,
  dutyBase: 1n | 2n,
  slabCount: 3n,
  slabs: slabs(
    { upTo: 120_000n, rate: 530_000n, fuel: 69_000n, subsidy: 100_000n },
    { upTo: 240_000n, rate: 660_000n, fuel: 69_000n },
    { upTo: NO_LIMIT, rate: 760_000n, fuel: 69_000n },
  ),
}

test('a month of 30 days fills the slabs in order, and every component is on the chain', async () => {
  const [part] = partsOf(await charge(domestic, { days: 30, wh: 300_000n, load: 2_500n }))
  expect(part).toMatchObject({
    wh: 300_000n,
    numberOfDays: 30n,
    load: 2_500n,
    // 120 × 5.30 + 120 × 6.60 + 60 × 7.60
    energy: 188_400n,
    // 300 × 0.69
    fuel: 20_700n,
    // 120 × 1.00
    subsidy: 12_000n,
    // 2.5 × 70.00
    fixedCharge: 17_500n,
    // 5 % of 1,884.00 + 175.00
    duty: 10_295n,
    charge: 188_400n + 20_700n - 12_000n + 17_500n + 10_295n,
  })
})

describe('how days count as months', () => {
  const perMonth = { fixedPerConnection: 36_500n, slabs: slabs({ upTo: NO_LIMIT }) }
  const fixed = async (basis: bigint, days: number) =>
    partsOf(await charge({ ...perMonth, basis }, { days, wh: 0n }))[0]?.['fixedCharge']

  for (const [days, paise] of [
    [25, 36_500n],
    [30, 36_500n],
    [35, 36_500n],
    [36, 43_200n],
    [55, 66_000n],
    [56, 73_000n],
    [66, 73_000n],
    [67, 80_400n],
    [365, 438_000n],
  ] as const) {
    test(`by months: ${days} days of ₹365.00 a month cost ${paise} paise`, async () => {
      expect(await fixed(0n, days)).toBe(paise)
    })
  }
  for (const [days, paise] of [
    [30, 36_500n],
    [31, 37_717n],
    [45, 54_750n],
  ] as const) {
    test(`by days: ${days} days of ₹365.00 a month cost ${paise} paise`, async () => {
      expect(await fixed(1n, days)).toBe(paise)
    })
  }

  test('slab limits grow with the months, rounded down', async () => {
    const rate = {
      basis: 1n,
      slabCount: 2n,
      slabs: slabs({ upTo: 100_001n, rate: 100_000n }, { upTo: NO_LIMIT, rate: 200_000n }),
    }
    // 100,001 × 31 / 30 = 103,334.37 Wh: 103.334 × 1.00 + 96.666 × 2.00
    const [part] = partsOf(await charge(rate, { days: 31, wh: 200_000n }))
    expect(part?.['energy']).toBe(10_333n + 19_333n)
  })
})

describe('rounding is half away from zero, once a line', () => {
  const energy = (rate: bigint, fuel: bigint) =>
    charge({ slabs: slabs({ upTo: NO_LIMIT, rate, fuel }) }, { days: 30, wh: 1_000n })

  test('half a paisa of energy is a paisa', async () => {
    expect(partsOf(await energy(500n, 0n))[0]).toMatchObject({ energy: 1n })
  })
  test('less is none', async () => {
    expect(partsOf(await energy(499n, 0n))[0]).toMatchObject({ energy: 0n })
  })
  test('half a paisa of a fuel credit is a paisa of credit', async () => {
    expect(partsOf(await energy(0n, -500n))[0]).toMatchObject({ fuel: -1n, charge: -1n })
  })
})

describe('duty', () => {
  const duty = async (dutyBase: bigint, fuel = 100_000n) => {
    const rate = {
      dutyRate: 1_000n,
      dutyBase,
      fixedPerConnection: 4_000n,
      slabs: slabs({ upTo: NO_LIMIT, rate: 500_000n, fuel, subsidy: 200_000n }),
    }
    // energy ₹50.00, fixed ₹40.00, fuel ₹10.00, subsidy ₹20.00
    return partsOf(await charge(rate, { days: 30, wh: 10_000n }))[0]?.['duty']
  }
  for (const [base, paise] of [
    [0n, 0n],
    [1n, 500n],
    [2n, 400n],
    [4n, 100n],
    [8n, 0n],
    [9n, 300n],
    [15n, 800n],
  ] as const) {
    test(`10 % on the components of mask ${base} is ${paise} paise`, async () => {
      expect(await duty(base)).toBe(paise)
    })
  }
  test('is never below zero', async () => {
    expect(await duty(4n, -100_000n)).toBe(0n)
  })
  test('per unit comes on top', async () => {
    const rate = { dutyPerUnit: 6_000n, slabs: slabs({ upTo: NO_LIMIT }) }
    expect(partsOf(await charge(rate, { days: 30, wh: 10_000n }))[0]).toMatchObject({ duty: 60n })
  })
})

describe('a bill is a whole multiple of roundTo, the difference a line of its own', () => {
  const bill = async (paisePerKWh: bigint, roundTo: bigint) =>
    billOf(
      await charge(
        { roundTo, slabs: slabs({ upTo: NO_LIMIT, rate: paisePerKWh * 1_000n }) },
        { days: 30, wh: 1_000n },
      ),
    )
  test('₹1.49 is ₹1', async () => {
    expect(await bill(149n, 100n)).toMatchObject({ gross: 149n, rounding: -49n, amount: 100n })
  })
  test('₹1.50 is ₹2', async () => {
    expect(await bill(150n, 100n)).toMatchObject({ gross: 150n, rounding: 50n, amount: 200n })
  })
  test('₹1.49 stays where paise are billed', async () => {
    expect(await bill(149n, 1n)).toMatchObject({ gross: 149n, rounding: 0n, amount: 149n })
  })
})

describe('a stretch is cut', () => {
  test('where the tariff changes, the energy by days, rounded down and the rest later', async () => {
    await ledger().setRate()
    await ledger().setRate({
      effectiveFrom: BigInt(START + 10),
      slabs: slabs({ upTo: NO_LIMIT, rate: 1_000_000n }),
    })
    const account = await ledger().openAccount({ terms: { firstDay: BigInt(START) } })
    const done = await ledger().submit(account, { register: 100_000n, day: START + 30 })
    expect(partsOf(done)).toMatchObject([
      { firstDay: BigInt(START), numberOfDays: 10n, wh: 33_333n, tariff: 1n, energy: 16_667n },
      { firstDay: BigInt(START + 10), numberOfDays: 20n, wh: 66_667n, tariff: 2n, energy: 66_667n },
    ])
    expect(billOf(done)).toMatchObject({ gross: 83_334n, amount: 83_334n })
  })

  test('where the terms change: load and category by their days, days to pay by the last', async () => {
    await ledger().setRate({ fixedPerKW: 3_000n })
    await ledger().setRate({ category: 2n, slabs: slabs({ upTo: NO_LIMIT, rate: 100_000n }) })
    const account = await ledger().openAccount({ terms: { firstDay: BigInt(START) } })
    await ledger().agree(account, { firstDay: BigInt(START + 12), load: 3_000n })
    await ledger().agree(account, { firstDay: BigInt(START + 21), category: 2n, daysToPay: 30n })
    const done = await ledger().submit(account, { register: 30_000n, day: START + 30 })
    expect(partsOf(done)).toMatchObject([
      {
        numberOfDays: 12n,
        wh: 12_000n,
        tariff: 1n,
        load: 1_000n,
        fixedCharge: 1_200n,
        energy: 6_000n,
      },
      {
        numberOfDays: 9n,
        wh: 9_000n,
        tariff: 1n,
        load: 3_000n,
        fixedCharge: 2_700n,
        energy: 4_500n,
      },
      { numberOfDays: 9n, wh: 9_000n, tariff: 2n, load: 1_000n, fixedCharge: 0n, energy: 900n },
    ])
    expect(billOf(done)).toMatchObject({ amount: 15_300n, dueDay: BigInt(FIRST_TODAY + 30) })
  })

  test('not on its own first or last day', async () => {
    await ledger().setRate()
    await ledger().setRate({ effectiveFrom: BigInt(START) })
    await ledger().setRate({ effectiveFrom: BigInt(START + 30) })
    const account = await ledger().openAccount({ terms: { firstDay: BigInt(START) } })
    const done = await ledger().submit(account, { register: 1_000n, day: START + 30 })
    expect(partsOf(done)).toMatchObject([{ tariff: 2n, numberOfDays: 30n, wh: 1_000n }])
  })

  test('and the parts always add up', async () => {
    await ledger().setRate()
    for (const offset of [3, 7, 8, 19, 23]) {
      await ledger().setRate({ effectiveFrom: BigInt(START + offset) })
    }
    const account = await ledger().openAccount({ terms: { firstDay: BigInt(START) } })
    const parts = partsOf(await ledger().submit(account, { register: 1_001n, day: START + 29 }))
    expect(parts.map(({ wh }) => wh)).toEqual([103n, 138n, 35n, 379n, 138n, 208n])
    expect(parts.reduce((total, { wh }) => total + (wh as bigint), 0n)).toBe(1_001n)
  })
})

describe('a sum that does not fit is refused by its name', () => {
  const most = 2n ** 32n - 1n
  const huge = { days: 30, wh: 2n ** 63n }
  const refused: [field: string, rate: Partial<Rate>, value: bigint][] = [
    [
      'energy',
      { slabs: slabs({ upTo: NO_LIMIT, rate: most }) },
      (huge.wh * most + 500_000n) / 1_000_000n,
    ],
    [
      'fuel',
      { slabs: slabs({ upTo: NO_LIMIT, fuel: -(2n ** 31n) }) },
      2n ** 256n - (huge.wh * 2n ** 31n + 500_000n) / 1_000_000n,
    ],
    [
      'duty',
      { dutyPerUnit: most, slabs: slabs({ upTo: NO_LIMIT }) },
      (huge.wh * most + 500_000n) / 1_000_000n,
    ],
  ]
  for (const [field, rate, value] of refused) {
    test(`${field} of a part`, async () => {
      expect(await refusalOf(charge(rate, huge))).toBe(`OutOfRange(${field}, ${value})`)
    })
  }
})
