import { describe, expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, newAccount, refusalOf, ZERO } from './ledger.ts'
import type { Installation, Terms } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 60
const END = START + 30
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const ledger = useLedger(async (on) => on.setRate())

const open = (change: { terms?: Partial<Terms>; installation?: Partial<Installation> } = {}) =>
  ledger().openAccount({ ...change, terms: { firstDay: BigInt(START), ...change.terms } })
const enter = (account: string, kind: number, register: bigint, day: number, evidence = DOCUMENT) =>
  ledger().act('operations', 'enterReading', account, kind, register, day, false, evidence)

describe('a signed reading', () => {
  const notSigned = (account: string, signer: string) =>
    `NotSignedByMeter(${account}, ${signer}, ${ledger().address('meter')})`

  test('is refused with the signature of another key, which is named', async () => {
    const account = await open()
    const act = ledger().submit(account, { register: 1n, day: END }, 'secondMeter')
    expect(await refusalOf(act)).toBe(notSigned(account, ledger().address('secondMeter')))
  })

  test('is refused for any other register, day or account than was signed', async () => {
    const [account, other] = [await open(), await open()]
    const { r, yParityAndS } = await ledger().sign(account, 1_000n, END, 'meter')
    const variants = [
      [account, 1_001n, END],
      [account, 1_000n, END + 1],
      [other, 1_000n, END],
    ] as const
    for (const [of, register, day] of variants) {
      const act = ledger().act(
        'stranger',
        'submitReading',
        of,
        register,
        day,
        false,
        r,
        yParityAndS,
      )
      expect(await refusalOf(act)).toMatch(/^NotSignedByMeter\(/)
    }
  })

  test('is refused with the other s that fits the same r', async () => {
    const account = await open()
    const { r, s } = await ledger().sign(account, 1_000n, END, 'meter')
    const other = `0x${(ORDER - BigInt(s)).toString(16)}`
    const act = ledger().act('stranger', 'submitReading', account, 1_000n, END, false, r, other)
    expect(await refusalOf(act)).toMatch(/^NotSignedByMeter\(/)
  })

  test('is refused with a signature that recovers nobody', async () => {
    const account = await open()
    const act = ledger().act('stranger', 'submitReading', account, 1_000n, END, false, ZERO, ZERO)
    expect(await refusalOf(act)).toBe(notSigned(account, `0x${'0'.repeat(40)}`))
  })

  test('is recorded once', async () => {
    const account = await open()
    await ledger().submit(account, { register: 1n, day: END })
    expect(await refusalOf(ledger().submit(account, { register: 1n, day: END }))).toBe(
      `PeriodNotAfter(${account}, ${END}, ${END})`,
    )
  })
})

describe('an entered reading', () => {
  test('is manual or final with the hash of some evidence', async () => {
    const account = await open()
    for (const kind of [1, 3]) {
      expect(await refusalOf(enter(account, kind, 1n, END, ZERO))).toBe(
        `EvidenceMissing(${account})`,
      )
    }
    const { entries } = await enter(account, 1, 1n, END)
    expect(entries[0]?.data).toMatchObject({ kind: 1n, evidence: DOCUMENT })
  })

  test('is never of the kind that only a meter signs, nor of an unknown one', async () => {
    const account = await open()
    for (const kind of [0, 4]) {
      expect(await refusalOf(enter(account, kind, 1n, END))).toBe(`OutOfRange(kind, ${kind})`)
    }
  })

  test('closes the account where it is final; what is owed can still be paid', async () => {
    const account = await open()
    const { entries } = await enter(account, 3, 1_000n, START + 7)
    expect(entries.at(-1)?.data).toMatchObject({ amount: 500n, end: BigInt(START + 7) })
    expect(await ledger().account(account)).toMatchObject({ closed: true })
    const closed = `AccountClosed(${account})`
    expect(await refusalOf(ledger().submit(account, { register: 2_000n, day: END }))).toBe(closed)
    expect(await refusalOf(enter(account, 1, 2_000n, END))).toBe(closed)
    await ledger().send('stranger', ['pay', account], 5n * 10n ** 18n)
    expect(await ledger().account(account)).toMatchObject({ balance: 0n })
  })
})

describe('the day of a reading', () => {
  test('has begun', async () => {
    const account = await open()
    const act = ledger().submit(account, { register: 1n, day: FIRST_TODAY + 1 })
    expect(await refusalOf(act)).toBe(`FutureDay(${FIRST_TODAY + 1}, ${FIRST_TODAY})`)
    await ledger().submit(account, { register: 1n, day: FIRST_TODAY })
  })

  test('is after the end of the bill before', async () => {
    const account = await open()
    for (const day of [START - 1, START]) {
      expect(await refusalOf(ledger().submit(account, { register: 1n, day }))).toBe(
        `PeriodNotAfter(${account}, ${day}, ${START})`,
      )
    }
    await ledger().submit(account, { register: 1n, day: END })
    expect(await refusalOf(ledger().submit(account, { register: 2n, day: END - 1 }))).toBe(
      `PeriodNotAfter(${account}, ${END - 1}, ${END})`,
    )
  })
})

describe('the register', () => {
  test('counts times the multiplying factor', async () => {
    const account = await open({ installation: { multiplier: 40n, register: 100n } })
    const { entries } = await ledger().submit(account, { register: 350n, day: END })
    expect(entries[0]?.data).toMatchObject({ previous: 100n, multiplier: 40n, wh: 10_000n })
  })

  test('may stand still: a bill of nothing used', async () => {
    const account = await open({ installation: { register: 100n } })
    const { entries } = await ledger().submit(account, { register: 100n, day: END })
    expect(entries.at(-1)?.data).toMatchObject({ gross: 0n, amount: 0n })
  })

  test('does not go back', async () => {
    const account = await open({ installation: { register: 100n } })
    expect(await refusalOf(ledger().submit(account, { register: 99n, day: END }))).toBe(
      `RegisterBackwards(${account}, 99, 100)`,
    )
  })

  test('is below the one at which it rolls over', async () => {
    const account = await open({ installation: { modulus: 1_000n } })
    expect(await refusalOf(ledger().submit(account, { register: 1_000n, day: END }))).toBe(
      'OutOfRange(register, 1000)',
    )
  })

  test('counts on across a rollover that is said', async () => {
    const account = await open({ installation: { register: 9_990n, modulus: 10_000n } })
    const reading = { register: 5n, day: END, rollover: true }
    const { entries } = await ledger().submit(account, reading)
    expect(entries[0]?.data).toMatchObject({ rollover: true, wh: 15n })
  })

  test('did not roll over where it did not go back', async () => {
    const account = await open({ installation: { register: 100n } })
    const reading = { register: 100n, day: END, rollover: true }
    expect(await refusalOf(ledger().submit(account, reading))).toBe(
      `NoRollover(${account}, 100, 100)`,
    )
  })

  test('rolls over by no more than the load can use in the time and a day', async () => {
    const limit = 1_000n * 24n * 31n
    const modulus = 10_000_000n
    const account = await open({ installation: { register: modulus - limit, modulus } })
    const over = { register: 1n, day: END, rollover: true }
    expect(await refusalOf(ledger().submit(account, over))).toBe(
      `RolloverTooLarge(${account}, ${limit + 1n}, ${limit})`,
    )
    const { entries } = await ledger().submit(account, { ...over, register: 0n })
    expect(entries[0]?.data).toMatchObject({ wh: limit })
  })

  test('makes no more energy than a uint64 holds', async () => {
    const modulus = 2n ** 64n - 1n
    const account = await open({ installation: { multiplier: 2n, modulus } })
    const act = ledger().submit(account, { register: modulus - 1n, day: END })
    expect(await refusalOf(act)).toBe(`OutOfRange(wh, ${2n * (modulus - 1n)})`)
  })
})

test('an account that nobody agreed to has no readings', async () => {
  const account = newAccount()
  expect(await refusalOf(ledger().submit(account, { register: 1n, day: END }))).toBe(
    `UnknownAccount(${account})`,
  )
})
