import { expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf, ZERO } from './ledger.ts'
import { useLedger } from './useLedger.ts'

let account = ''
const ledger = useLedger(async (on) => {
  await on.setRate()
  account = await on.openAccount({ terms: { firstDay: BigInt(FIRST_TODAY - 30) } })
  await on.submit(account, { register: 1_000n, day: FIRST_TODAY })
})
const dispute = (bill: number, amount: bigint) =>
  ledger().act('consumer', 'dispute', account, bill, amount, DOCUMENT)
const resolve = (bill: number, outcome: number, document = DOCUMENT) =>
  ledger().act('regulator', 'resolveDispute', account, bill, outcome, document)

test('a dispute is an entry with the sum and the hash of its reason; it changes no balance', async () => {
  const { entries } = await dispute(1, 200n)
  expect(entries).toMatchObject([
    { name: 'BillDisputed', account, data: { bill: 1n, amount: 200n, reasonHash: DOCUMENT } },
  ])
  expect(await ledger().account(account)).toMatchObject({ balance: 500n })
})

test('it is resolved once, upheld or granted, and may then be raised anew', async () => {
  for (const outcome of [0, 1]) {
    await dispute(1, 200n)
    const { entries } = await resolve(1, outcome)
    expect(entries).toMatchObject([
      { name: 'DisputeResolved', data: { bill: 1n, outcome: BigInt(outcome), document: DOCUMENT } },
    ])
    expect(await refusalOf(resolve(1, outcome))).toBe(`DisputeState(${account}, 1, false)`)
  }
})

test('a bill is disputed once at a time', async () => {
  await dispute(1, 200n)
  expect(await refusalOf(dispute(1, 100n))).toBe(`DisputeState(${account}, 1, true)`)
})

test('only bills that were issued are disputed or resolved', async () => {
  for (const bill of [0, 2]) {
    expect(await refusalOf(dispute(bill, 1n))).toBe(`UnknownBill(${account}, ${bill})`)
    expect(await refusalOf(resolve(bill, 0))).toBe(`UnknownBill(${account}, ${bill})`)
  }
})

test('the sum is above zero and fits, the decision has a document and a known outcome', async () => {
  expect(await refusalOf(dispute(1, 0n))).toBe('InvalidAmount(0)')
  expect(await refusalOf(dispute(1, 2n ** 63n))).toBe(`OutOfRange(amount, ${2n ** 63n})`)
  await dispute(1, 1n)
  expect(await refusalOf(resolve(1, 0, ZERO))).toBe(`EvidenceMissing(${account})`)
  expect(await refusalOf(resolve(1, 2))).toBe('OutOfRange(outcome, 2)')
})
