import { describe, expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf, ZERO } from './ledger.ts'
import { NO_LIMIT, slabs } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 200
let account = ''

/** Three real readings of a month each, 100 kWh a month; ₹5.00 until day 45, ₹10.00 from then on. */
const ledger = useLedger(async (on) => {
  await on.setRate()
  await on.setRate({
    effectiveFrom: BigInt(START + 45),
    slabs: slabs({ upTo: NO_LIMIT, rate: 1_000_000n }),
  })
  account = await on.openAccount({ terms: { firstDay: BigInt(START) } })
  for (const month of [1, 2, 3]) {
    await on.submit(account, { register: BigInt(month) * 100_000n, day: START + 30 * month })
  }
})

/** The reading of month `bill` (1 to 3) as recorded, to be restated. */
const correction = (bill: number, change: Record<string, unknown> = {}) => ({
  bill,
  revision: 1,
  start: START + 30 * (bill - 1),
  end: START + 30 * bill,
  multiplier: 1,
  modulus: 1_000_000_000n,
  carried: 0,
  presentBefore: bill * 100_000,
  grossBefore: [50_000, 75_000, 100_000][bill - 1],
  alreadyCharged: 0,
  present: bill * 100_000,
  rollover: false,
  ...change,
})
const revise = (previous: number, ...corrections: object[]) =>
  ledger().act('operations', 'revise', account, previous, corrections, 3, DOCUMENT)

test('a register between two readings is restated: one bill less, the other more', async () => {
  const { entries } = await revise(0, correction(1, { present: 60_000 }), correction(2))
  expect(entries.map(({ name }) => name)).toEqual([
    'ConsumptionRevised',
    'ChargeApplied',
    'ConsumptionRevised',
    'ChargeApplied',
    'ChargeApplied',
  ])
  expect(entries[0]?.data).toEqual({
    bill: 1n,
    revision: 1n,
    previous: 0n,
    present: 60_000n,
    rollover: false,
    wh: 60_000n,
    grossBefore: 50_000n,
    grossAfter: 30_000n,
    difference: -20_000n,
    reason: 3n,
    document: DOCUMENT,
    balance: 205_000n,
  })
  expect(entries[2]?.data).toMatchObject({
    bill: 2n,
    previous: 60_000n,
    present: 200_000n,
    wh: 140_000n,
    grossAfter: 105_000n,
    difference: 30_000n,
    balance: 235_000n,
  })
  expect(entries[3]?.data).toMatchObject({ bill: 2n, revision: 1n, tariff: 1n, wh: 70_000n })
  expect(entries[4]?.data).toMatchObject({ bill: 2n, revision: 1n, tariff: 2n, wh: 70_000n })
  expect(await ledger().account(account)).toMatchObject({ balance: 235_000n, register: 300_000n })
  expect(await ledger().totals()).toMatchObject({ billed: 235_000n })
})

test('the latest reading may be restated at its end, from which the next one counts', async () => {
  await revise(200_000, correction(3, { present: 250_000 }))
  expect(await ledger().account(account)).toMatchObject({ register: 250_000n, balance: 175_000n })
  const next = await ledger().submit(account, { register: 260_000n, day: START + 121 })
  expect(next.entries[0]?.data).toMatchObject({ previous: 250_000n, wh: 10_000n })
})

test('estimates after the latest reading do not stand in the way', async () => {
  await ledger().act('operations', 'enterReading', account, 2, 400_000, START + 121, false, ZERO)
  await revise(200_000, correction(3, { present: 250_000 }))
  expect(await ledger().account(account)).toMatchObject({ register: 250_000n, estimates: 1n })
})

describe('the last end is fixed', () => {
  const notRevisable = (bill: number) => `NotRevisable(${account}, ${bill})`

  test('where another reading follows', async () => {
    expect(await refusalOf(revise(0, correction(1, { present: 60_000 })))).toBe(notRevisable(1))
  })

  test('where the meter was replaced since', async () => {
    const replacement = ledger().installation({
      day: BigInt(START + 95),
      closing: 310_000n,
      evidence: DOCUMENT,
    })
    await ledger().act('operations', 'installMeter', account, replacement)
    const act = revise(200_000, correction(3, { present: 250_000 }))
    expect(await refusalOf(act)).toBe(notRevisable(3))
  })

  test('and is the register that the account has', async () => {
    const act = revise(200_000, correction(3, { present: 250_000, presentBefore: 299_999 }))
    expect(await refusalOf(act)).toBe(notRevisable(3))
  })
})

test('readings that do not follow one another are refused', async () => {
  expect(await refusalOf(revise(0, correction(1), correction(3)))).toBe(
    `NotRevisable(${account}, 3)`,
  )
})

test('a stretch that is none, or reaches beyond the last real reading, is refused', async () => {
  for (const change of [{ end: START - 1 }, { start: 0 }, { start: START + 90, end: START + 91 }]) {
    expect(await refusalOf(revise(0, correction(1, change)))).toBe(`NotRevisable(${account}, 1)`)
  }
})

test('a stretch before the agreement has no terms', async () => {
  const act = revise(0, correction(1, { start: START - 1 }))
  expect(await refusalOf(act)).toBe(`NoTerms(${account}, ${START - 1})`)
})

test('revisions of a bill are numbered, and each number is used once', async () => {
  const refused = (revision: number) => `RevisionNotNext(${account}, 1, ${revision})`
  expect(await refusalOf(revise(0, correction(1, { revision: 2 })))).toBe(refused(2))
  await revise(0, correction(1))
  expect(await refusalOf(revise(0, correction(1)))).toBe(refused(1))
  await revise(0, correction(1, { revision: 2 }))
})

test('only bills that were issued are revised', async () => {
  for (const bill of [0, 4]) {
    expect(await refusalOf(revise(0, correction(1, { bill })))).toBe(
      `UnknownBill(${account}, ${bill})`,
    )
  }
})

test('a revision needs a document, and values within their ranges', async () => {
  const act = (reason: number, document: string) =>
    ledger().act('operations', 'revise', account, 0, [correction(1)], reason, document)
  expect(await refusalOf(act(1, ZERO))).toBe(`EvidenceMissing(${account})`)
  expect(await refusalOf(act(65_536, DOCUMENT))).toBe('OutOfRange(reason, 65536)')
  for (const [field, value] of [
    ['grossBefore', 2n ** 63n],
    ['alreadyCharged', 2n ** 63n],
    ['carried', 2n ** 64n],
    ['multiplier', 2n ** 32n],
    ['modulus', 2n ** 64n],
  ] as const) {
    expect(await refusalOf(revise(0, correction(1, { [field]: value })))).toBe(
      `OutOfRange(${field}, ${value})`,
    )
  }
})

test('a restated register rolled over exactly where it is below the one before', async () => {
  const rolled = correction(3, { present: 190_000, modulus: 200_001n, rollover: true })
  const { entries } = await revise(200_000, rolled)
  expect(entries[0]?.data).toMatchObject({ rollover: true, wh: 190_001n })
  const restated = { revision: 2, presentBefore: 190_000, present: 180_000 }
  expect(await refusalOf(revise(200_000, correction(3, restated)))).toBe(
    `RegisterBackwards(${account}, 180000, 200000)`,
  )
})

test('what was already charged and how bills round stays as it was', async () => {
  await ledger().setRate({ category: 2n, roundTo: 100n })
  const other = await ledger().openAccount({
    terms: { category: 2n, firstDay: BigInt(START) },
  })
  await ledger().act('operations', 'enterReading', other, 2, 3_000, START + 30, false, ZERO)
  // Estimate: 1,500 → ₹15. Real: 5,100 − 1,500 = 3,600 → ₹36.
  await ledger().submit(other, { register: 10_200n, day: START + 60 })
  const named = correction(1, {
    bill: 2,
    end: START + 60,
    presentBefore: 10_200,
    grossBefore: 5_100,
    alreadyCharged: 1_500,
    present: 10_100,
  })
  const done = await ledger().act('operations', 'revise', other, 0, [named], 1, DOCUMENT)
  // 5,050 − 1,500 = 3,550 → ₹36, half away from zero
  expect(done.entries[0]?.data).toMatchObject({ grossAfter: 5_050n, difference: 0n })
})
