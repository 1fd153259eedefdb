import { expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf, ZERO } from './ledger.ts'
import { useLedger } from './useLedger.ts'

let account = ''
const ledger = useLedger(async (on) => {
  await on.setRate()
  account = await on.openAccount({ terms: { firstDay: BigInt(FIRST_TODAY - 30) } })
  await on.submit(account, { register: 1_000n, day: FIRST_TODAY })
})
const adjust = (amount: bigint, { bill = 1, reason = 2, document = DOCUMENT } = {}) =>
  ledger().act('operations', 'adjust', account, amount, reason, bill, document)

test('an adjustment is an entry with its sign, reason, bill, document and who posted it', async () => {
  const { entries } = await adjust(-300n)
  expect(entries).toMatchObject([
    {
      name: 'AdjustmentPosted',
      account,
      data: {
        amount: -300n,
        reason: 2n,
        bill: 1n,
        document: DOCUMENT,
        by: ledger().address('operations'),
        balance: 200n,
      },
    },
  ])
  expect(await ledger().totals()).toMatchObject({ adjusted: -300n, billed: 500n })
})

test('opening arrears belong to bill 0', async () => {
  const { entries } = await adjust(40n, { bill: 0 })
  expect(entries[0]?.data).toMatchObject({ bill: 0n, balance: 540n })
})

test('above the limit either way it is for the regulator', async () => {
  expect(await refusalOf(adjust(100_001n))).toBe('NeedsRegulator(100001, 100000)')
  expect(await refusalOf(adjust(-100_001n))).toBe('NeedsRegulator(-100001, 100000)')
  await adjust(100_000n)
  const act = ledger().act('regulator', 'adjust', account, -500_000n, 2, 1, DOCUMENT)
  expect((await act).entries[0]?.data).toMatchObject({ by: ledger().address('regulator') })
})

test('it is not nothing, fits, names a known bill and reason, and has a document', async () => {
  expect(await refusalOf(adjust(0n))).toBe('InvalidAmount(0)')
  expect(await refusalOf(adjust(2n ** 63n))).toBe(`OutOfRange(amount, ${2n ** 63n})`)
  expect(await refusalOf(adjust(-(2n ** 255n)))).toBe(`OutOfRange(amount, ${2n ** 255n})`)
  expect(await refusalOf(adjust(1n, { bill: 2 }))).toBe(`UnknownBill(${account}, 2)`)
  expect(await refusalOf(adjust(1n, { reason: 65_536 }))).toBe('OutOfRange(reason, 65536)')
  expect(await refusalOf(adjust(1n, { document: ZERO }))).toBe(`EvidenceMissing(${account})`)
})
