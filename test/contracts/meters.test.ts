import { describe, expect, test } from 'vitest'
import { ZeroAddress } from 'ethers'
import { DOCUMENT, FIRST_TODAY, newAccount, refusalOf } from './ledger.ts'
import type { Installation } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 60
const ledger = useLedger(async (on) => on.setRate())

const agreed = async (): Promise<string> => {
  const account = newAccount()
  await ledger().agree(account, { firstDay: BigInt(START) })
  return account
}
const install = (account: string, change: Partial<Installation> = {}) =>
  ledger().act(
    'operations',
    'installMeter',
    account,
    ledger().installation({ day: BigInt(START), ...change }),
  )
const metered = async (change: Partial<Installation> = {}): Promise<string> => {
  const account = await agreed()
  await install(account, change)
  return account
}

test('the first meter is an entry with its first register and carries nothing', async () => {
  const account = await agreed()
  const { entries } = await install(account, { register: 42_000n, multiplier: 20n })
  expect(entries).toMatchObject([
    {
      name: 'MeterInstalled',
      account,
      seq: 3,
      data: {
        meter: ledger().address('meter'),
        day: BigInt(START),
        multiplier: 20n,
        register: 42_000n,
        modulus: 1_000_000_000n,
        closing: 0n,
        rollover: false,
        carried: 0n,
      },
    },
  ])
  expect(await ledger().account(account)).toMatchObject({
    meter: ledger().address('meter'),
    multiplier: 20n,
    register: 42_000n,
    modulus: 1_000_000_000n,
    realDay: BigInt(START),
    chargedTo: BigInt(START),
    carried: 0n,
  })
})

test('without a meter there is no reading', async () => {
  const account = await agreed()
  const act = ledger().act('operations', 'enterReading', account, 1, 1, START + 30, false, DOCUMENT)
  expect(await refusalOf(act)).toBe(`NoMeter(${account})`)
})

describe('every value of an installation is held to its range', () => {
  const refused: [field: string, value: bigint, change: Partial<Installation>][] = [
    ['meter', 0n, { meter: ZeroAddress }],
    ['multiplier', 0n, { multiplier: 0n }],
    ['multiplier', 2n ** 32n, { multiplier: 2n ** 32n }],
    ['modulus', 0n, { modulus: 0n }],
    ['modulus', 2n ** 64n, { modulus: 2n ** 64n }],
    ['register', 1_000n, { register: 1_000n, modulus: 1_000n }],
    ['closing', 5n, { closing: 5n }],
  ]
  for (const [field, value, change] of refused) {
    test(`${field} ${value} is refused`, async () => {
      expect(await refusalOf(install(await agreed(), change))).toBe(
        `OutOfRange(${field}, ${value})`,
      )
    })
  }
})

test('a first meter is installed from the first day of the agreement until today', async () => {
  const account = await agreed()
  for (const day of [START - 1, FIRST_TODAY + 1]) {
    expect(await refusalOf(install(account, { day: BigInt(day) }))).toBe(
      `MeterDayNotAllowed(${account}, ${day}, ${START}, ${FIRST_TODAY})`,
    )
  }
})

test('no reading is of a day before the meter was there', async () => {
  const account = await metered({ day: BigInt(START + 40) })
  const act = ledger().submit(account, { register: 1n, day: START + 39 })
  expect(await refusalOf(act)).toBe(
    `MeterDayNotAllowed(${account}, ${START + 39}, ${START + 40}, ${FIRST_TODAY})`,
  )
  await ledger().submit(account, { register: 1n, day: START + 40 })
})

describe('a replacement', () => {
  const second = () => ({
    meter: ledger().address('secondMeter'),
    day: BigInt(START + 20),
    closing: 7_000n,
    register: 100n,
    multiplier: 3n,
    evidence: DOCUMENT,
  })

  test('carries what the old meter counted into the next bill, by the old factor', async () => {
    const account = await metered({ register: 1_000n, multiplier: 2n })
    const { entries } = await install(account, second())
    expect(entries[0]?.data).toMatchObject({ closing: 7_000n, carried: 12_000n, register: 100n })
    const reading = { register: 1_100n, day: START + 30 }
    expect(await refusalOf(ledger().submit(account, reading, 'meter'))).toBe(
      `NotSignedByMeter(${account}, ${ledger().address('meter')}, ${ledger().address('secondMeter')})`,
    )
    const billed = await ledger().submit(account, reading, 'secondMeter')
    expect(billed.entries[0]?.data).toMatchObject({
      meter: ledger().address('secondMeter'),
      previous: 100n,
      present: 1_100n,
      multiplier: 3n,
      carried: 12_000n,
      start: BigInt(START),
      wh: 15_000n,
    })
    expect(await ledger().account(account)).toMatchObject({ carried: 0n, register: 1_100n })
  })

  test('happens twice in a cycle, carrying both', async () => {
    const account = await metered()
    await install(account, second())
    const day = BigInt(START + 25)
    const { entries } = await install(account, { ...second(), day, closing: 600n, register: 0n })
    expect(entries[0]?.data).toMatchObject({ carried: 7_000n + 500n * 3n })
  })

  test('needs evidence', async () => {
    const account = await metered()
    const act = install(account, { ...second(), evidence: `0x${'0'.repeat(64)}` })
    expect(await refusalOf(act)).toBe(`EvidenceMissing(${account})`)
  })

  test('is not before the last real reading, nor before the last replacement', async () => {
    const account = await metered()
    await ledger().submit(account, { register: 500n, day: START + 30 })
    expect(await refusalOf(install(account, second()))).toBe(
      `MeterDayNotAllowed(${account}, ${START + 20}, ${START + 30}, ${FIRST_TODAY})`,
    )
    await install(account, { ...second(), day: BigInt(START + 50) })
    expect(await refusalOf(install(account, { ...second(), day: BigInt(START + 49) }))).toBe(
      `MeterDayNotAllowed(${account}, ${START + 49}, ${START + 50}, ${FIRST_TODAY})`,
    )
  })

  test('may fall into an estimated period, whose true-up counts both meters', async () => {
    const account = await metered()
    await ledger().act('operations', 'enterReading', account, 2, 9_000, START + 30, false, DOCUMENT)
    await install(account, second())
    await ledger().setDay(START + 61)
    const { entries } = await ledger().submit(
      account,
      { register: 200n, day: START + 61 },
      'secondMeter',
    )
    expect(entries[0]?.data).toMatchObject({ carried: 7_000n, wh: 7_300n, start: BigInt(START) })
    expect(entries.at(-1)?.data).toMatchObject({
      gross: 3_650n,
      alreadyCharged: 4_500n,
      amount: -850n,
    })
  })

  test('does not read out less than the last register, unless it rolled over', async () => {
    const account = await metered({ register: 8_000n, modulus: 10_000n })
    expect(await refusalOf(install(account, second()))).toBe(
      `RegisterBackwards(${account}, 7000, 8000)`,
    )
    const { entries } = await install(account, { ...second(), rollover: true })
    expect(entries[0]?.data).toMatchObject({ rollover: true, carried: 9_000n })
  })

  test('is refused for a closed account', async () => {
    const account = await metered()
    await ledger().act('operations', 'enterReading', account, 3, 1, START + 5, false, DOCUMENT)
    expect(await refusalOf(install(account, second()))).toBe(`AccountClosed(${account})`)
  })

  test('is refused where what it carries is more than a uint64 holds', async () => {
    const top = 2n ** 64n - 1n
    const account = await metered({ modulus: top, multiplier: 2n })
    expect(await refusalOf(install(account, { ...second(), closing: top - 1n }))).toBe(
      `OutOfRange(carried, ${2n * (top - 1n)})`,
    )
  })
})
