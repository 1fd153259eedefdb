import { describe, expect, test } from 'vitest'
import { id } from 'ethers'
import { DOCUMENT, newAccount, pseudoAccount, refusalOf, ZERO } from './ledger.ts'
import { useLedger } from './useLedger.ts'

const PAISA = 10n ** 16n
const account = newAccount()
const ledger = useLedger(async (on) => on.agree(account))
const pay = (wei: bigint, of = account) => ledger().send('consumer', ['pay', of], wei)
const post = (channel: number, amount: bigint, reference: string, of = account) =>
  ledger().act('cashier', 'postReceipt', of, channel, amount, reference)
const reverse = (channel: number, amount: bigint, reference: string, of = account, reason = 1) =>
  ledger().act('cashier', 'reverseReceipt', of, channel, amount, reference, reason)

describe('a native payment', () => {
  test('is an entry with payer, paise and the balance after it, and stays in the contract', async () => {
    const { entries } = await pay(12_345n * PAISA)
    expect(entries).toMatchObject([
      {
        name: 'PaymentMade',
        account,
        seq: 3,
        data: {
          payer: ledger().address('consumer'),
          amount: 12_345n,
          channel: 0n,
          receiptReference: ZERO,
          balance: -12_345n,
        },
      },
    ])
    expect(await ledger().provider.getBalance(ledger().contract)).toBe(12_345n * PAISA)
    expect(await ledger().totals()).toMatchObject({ paid: 12_345n })
  })

  test('comes from anyone', async () => {
    const { entries } = await ledger().send('stranger', ['pay', account], PAISA)
    expect(entries[0]?.data).toMatchObject({ payer: ledger().address('stranger') })
  })

  test('of nothing or of a fraction of a paisa is refused', async () => {
    expect(await refusalOf(pay(0n))).toBe('InvalidAmount(0)')
    expect(await refusalOf(pay(PAISA - 1n))).toBe(`InvalidAmount(${PAISA - 1n})`)
    expect(await refusalOf(pay(PAISA + 1n))).toBe(`InvalidAmount(${PAISA + 1n})`)
  })

  test('to an unknown account, a category or the ledger is refused', async () => {
    for (const other of [newAccount(), pseudoAccount(1), pseudoAccount(0)]) {
      expect(await refusalOf(pay(PAISA, other))).toBe(`UnknownAccount(${other})`)
    }
  })
})

describe('a receipt', () => {
  for (const [channel, name] of [
    [1, 'cash'],
    [2, 'UPI'],
    [3, 'bank'],
    [4, 'card'],
  ] as const) {
    test(`of money by ${name} is an entry with its reference`, async () => {
      const { entries } = await post(channel, 200_000n, DOCUMENT)
      expect(entries).toMatchObject([
        {
          name: 'PaymentMade',
          data: {
            payer: `0x${'0'.repeat(40)}`,
            amount: 200_000n,
            channel: BigInt(channel),
            receiptReference: DOCUMENT,
            balance: -200_000n,
          },
        },
      ])
    })
  }

  test('is posted once, whatever the account, channel and amount of the second posting', async () => {
    const other = newAccount()
    await ledger().agree(other)
    await post(1, 100n, DOCUMENT)
    const used = `ReferenceUsed(${DOCUMENT})`
    expect(await refusalOf(post(1, 100n, DOCUMENT))).toBe(used)
    expect(await refusalOf(post(2, 500n, DOCUMENT, other))).toBe(used)
    await ledger().act('board', 'grantRole', id('CASHIER'), ledger().address('stranger'))
    const byAnother = ledger().act('stranger', 'postReceipt', account, 1, 100n, DOCUMENT)
    expect(await refusalOf(byAnother)).toBe(used)
  })

  test('of nothing, of more than an int64, by no channel or without a reference is refused', async () => {
    expect(await refusalOf(post(1, 0n, DOCUMENT))).toBe('InvalidAmount(0)')
    expect(await refusalOf(post(1, 2n ** 63n, DOCUMENT))).toBe(`OutOfRange(amount, ${2n ** 63n})`)
    expect(await refusalOf(post(0, 1n, DOCUMENT))).toBe('OutOfRange(channel, 0)')
    expect(await refusalOf(post(5, 1n, DOCUMENT))).toBe('OutOfRange(channel, 5)')
    expect(await refusalOf(post(1, 1n, ZERO))).toBe('OutOfRange(receiptReference, 0)')
  })

  test('that takes the balance below an int64 is refused', async () => {
    await post(1, 2n ** 63n - 1n, DOCUMENT)
    await post(1, 1n, id('one more fits'))
    expect(await refusalOf(post(1, 1n, id('another does not')))).toBe(
      `OutOfRange(balance, ${2n ** 256n - 2n ** 63n - 1n})`,
    )
  })
})

describe('a reversal', () => {
  test('takes the receipt back, with its reason; the reference stays used', async () => {
    await post(3, 5_000n, DOCUMENT)
    const { entries } = await reverse(3, 5_000n, DOCUMENT, account, 7)
    expect(entries).toMatchObject([
      {
        name: 'PaymentReversed',
        data: {
          receiptReference: DOCUMENT,
          amount: 5_000n,
          channel: 3n,
          reason: 7n,
          balance: 0n,
        },
      },
    ])
    expect(await ledger().totals()).toMatchObject({ paid: 0n })
    expect(await refusalOf(reverse(3, 5_000n, DOCUMENT))).toBe(`UnknownReceipt(${DOCUMENT})`)
    expect(await refusalOf(post(3, 5_000n, DOCUMENT))).toBe(`ReferenceUsed(${DOCUMENT})`)
  })

  test('names account, channel and amount of the receipt', async () => {
    const other = newAccount()
    await ledger().agree(other)
    await post(3, 5_000n, DOCUMENT)
    const unknown = `UnknownReceipt(${DOCUMENT})`
    expect(await refusalOf(reverse(3, 5_000n, DOCUMENT, other))).toBe(unknown)
    expect(await refusalOf(reverse(2, 5_000n, DOCUMENT))).toBe(unknown)
    expect(await refusalOf(reverse(3, 4_999n, DOCUMENT))).toBe(unknown)
    expect(await refusalOf(reverse(3, 5_000n, DOCUMENT, account, 65_536))).toBe(
      'OutOfRange(reason, 65536)',
    )
  })

  test('of a native payment is impossible: it has no reference', async () => {
    await pay(PAISA)
    expect(await refusalOf(reverse(0, 1n, ZERO))).toBe(`UnknownReceipt(${ZERO})`)
  })
})

describe('a sweep', () => {
  test('sends all native payments to the treasury, as an entry of account 0', async () => {
    await pay(300n * PAISA)
    const before = await ledger().provider.getBalance(ledger().address('treasury'))
    const { entries } = await ledger().act('stranger', 'sweep')
    expect(entries).toMatchObject([
      {
        name: 'TreasurySwept',
        account: pseudoAccount(0),
        seq: 6,
        data: { amount: 300n, treasury: ledger().address('treasury') },
      },
    ])
    expect(await ledger().provider.getBalance(ledger().contract)).toBe(0n)
    const after = await ledger().provider.getBalance(ledger().address('treasury'))
    expect(after - before).toBe(300n * PAISA)
    expect(await ledger().account(account)).toMatchObject({ balance: -300n })
  })

  test('of nothing is refused', async () => {
    expect(await refusalOf(ledger().act('stranger', 'sweep'))).toBe('SweepFailed(0)')
  })
})
