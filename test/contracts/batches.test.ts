import { expect, test } from 'vitest'
import { id } from 'ethers'
import { type Call, DOCUMENT, FIRST_TODAY, newAccount, refusalOf, roleOf } from './ledger.ts'
import { useLedger } from './useLedger.ts'

const ledger = useLedger(async (on) => on.setRate())
const START = FIRST_TODAY - 60

test('a batch does several acts in one transaction, in order', async () => {
  const account = newAccount()
  const terms = ledger().terms({ firstDay: BigInt(START) })
  const installation = ledger().installation({ day: BigInt(START) })
  await ledger().agree(account, terms)
  const { entries } = await ledger().batch('operations', [
    ['installMeter', account, installation],
    ['enterReading', account, 1, 1_000n, START + 30, false, DOCUMENT],
    ['enterReading', account, 1, 2_000n, START + 60, false, DOCUMENT],
  ])
  expect(entries.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8, 9])
})

test('200 signed readings fit into one transaction that anyone may send', async () => {
  const accounts = Array.from({ length: 200 }, newAccount)
  const terms = ledger().terms({ firstDay: BigInt(START) })
  const installation = ledger().installation({ day: BigInt(START) })
  const each = (call: (account: string) => Call) => accounts.map(call)
  await ledger().batch(
    'operations',
    each((account) => ['proposeTerms', account, terms]),
  )
  await ledger().batch(
    'consumer',
    each((account) => ['acceptTerms', account, terms]),
  )
  await ledger().batch(
    'operations',
    each((account) => ['installMeter', account, installation]),
  )
  const readings = accounts.map((account) =>
    ledger().signedReading(account, { register: 100_000n, day: START + 30 }),
  )
  const { entries, gasUsed } = await ledger().batch('stranger', await Promise.all(readings))
  expect(entries.filter(({ name }) => name === 'BillIssued')).toHaveLength(200)
  expect(gasUsed / 200).toBeLessThan(55_000)
})

test('if one act is refused none is done, and the error names its place and its reason', async () => {
  const account = newAccount()
  await ledger().agree(account)
  const receipt = (amount: number, name: string): Call => [
    'postReceipt',
    account,
    1,
    amount,
    id(name),
  ]
  const before = await ledger().account(account)
  const act = ledger().batch('cashier', [receipt(1, 'a'), receipt(2, 'b'), receipt(3, 'a')])
  expect(await refusalOf(act)).toBe(`BatchRefused(2, ReferenceUsed(${id('a')}))`)
  expect(await ledger().account(account)).toEqual(before)
  expect((await ledger().batch('cashier', [receipt(1, 'a')])).entries).toHaveLength(1)
})

test("the caller's rights apply to each act of a batch", async () => {
  const act = ledger().batch('cashier', [
    ['grantRole', roleOf('CASHIER'), ledger().address('stranger')],
  ])
  expect(await refusalOf(act)).toBe(
    `BatchRefused(0, AccessControlUnauthorizedAccount(${ledger().address('cashier')}, ${roleOf('BOARD')}))`,
  )
})

test('a batch carries no native units, so none are counted twice', async () => {
  const account = newAccount()
  await ledger().agree(account)
  const pay: Call = ['pay', account]
  expect(await refusalOf(ledger().batch('consumer', [pay]))).toBe(
    'BatchRefused(0, InvalidAmount(0))',
  )
})

test('what is no act of the contract is refused at its place, without a reason', async () => {
  const act = ledger().act('stranger', 'batch', ['0x12345678'])
  expect(await refusalOf(act)).toBe('BatchRefused(0, 0x)')
})
