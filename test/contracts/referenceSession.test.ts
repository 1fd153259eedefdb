import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIRST_TODAY, type Ledger, newAccount, startLedger } from './ledger.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
})
afterAll(() => ledger[Symbol.asyncDispose]())

const rupees = (amount: bigint): bigint => amount * 10n ** 18n

test('500 kWh at ₹5 make a bill of ₹2,500.00, which ₹2,000 and ₹500 settle', async () => {
  const account = newAccount()
  await ledger.setRate()
  await ledger.agree(account)
  await ledger.act('operations', 'installMeter', account, ledger.installation())
  await ledger.setDay(FIRST_TODAY + 30)

  const billed = await ledger.submit(account, { register: 500_000n, day: FIRST_TODAY + 30 })
  expect(billed.entries.map(({ name, seq }) => `${seq} ${name}`)).toEqual([
    '4 ConsumptionRecorded',
    '5 ChargeApplied',
    '6 BillIssued',
  ])
  expect(billed.entries[0]?.data).toMatchObject({
    bill: 1n,
    meter: ledger.address('meter'),
    kind: 0n,
    previous: 0n,
    present: 500_000n,
    start: BigInt(FIRST_TODAY),
    end: BigInt(FIRST_TODAY + 30),
    wh: 500_000n,
  })
  expect(billed.entries[1]?.data).toMatchObject({
    bill: 1n,
    revision: 0n,
    firstDay: BigInt(FIRST_TODAY),
    numberOfDays: 30n,
    wh: 500_000n,
    tariff: 1n,
    load: 1_000n,
    energy: 250_000n,
    charge: 250_000n,
  })
  expect(billed.entries[2]?.data).toEqual({
    number: 1n,
    start: BigInt(FIRST_TODAY),
    end: BigInt(FIRST_TODAY + 30),
    gross: 250_000n,
    alreadyCharged: 0n,
    rounding: 0n,
    amount: 250_000n,
    dueDay: BigInt(FIRST_TODAY + 45),
    balance: 250_000n,
  })

  const first = await ledger.send('consumer', ['pay', account], rupees(2_000n))
  expect(first.entries[0]?.data).toMatchObject({ amount: 200_000n, channel: 0n, balance: 50_000n })
  const second = await ledger.send('consumer', ['pay', account], rupees(500n))
  expect(second.entries[0]?.data).toMatchObject({ amount: 50_000n, balance: 0n })
  expect(await ledger.account(account)).toMatchObject({ seq: 8n, balance: 0n, bills: 1n })
  expect(await ledger.totals()).toEqual({
    billed: 250_000n,
    adjusted: 0n,
    paid: 250_000n,
    nextTariff: 2n,
  })
})
