import { expect, test } from 'vitest'
import { AbiCoder, keccak256, toBeHex } from 'ethers'
import { DOCUMENT, FIRST_TODAY, newAccount, pseudoAccount, ZERO } from './ledger.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 100
const coder = AbiCoder.defaultAbiCoder()
const account = newAccount()

/** Every kind of event but a closed account's. */
const ledger = useLedger(async (on) => {
  await on.setRate()
  await on.setRate({ effectiveFrom: BigInt(START + 10) })
  await on.setRate({ effectiveFrom: BigInt(FIRST_TODAY + 10) })
  await on.act('tariff', 'withdrawRate', 3)
  await on.agree(account, { firstDay: BigInt(START) })
  await on.act('operations', 'installMeter', account, on.installation({ day: BigInt(START) }))
  await on.submit(account, { register: 9_000n, day: START + 30 })
  await on.act('operations', 'enterReading', account, 2, 20_000, START + 60, false, DOCUMENT)
  await on.send('consumer', ['pay', account], 10n ** 18n)
  await on.act('cashier', 'postReceipt', account, 1, 50, DOCUMENT)
  await on.act('cashier', 'reverseReceipt', account, 1, 50, DOCUMENT, 1)
  await on.act('consumer', 'dispute', account, 1, 10, DOCUMENT)
  await on.act('regulator', 'resolveDispute', account, 1, 1, DOCUMENT)
  await on.act('operations', 'revise', account, 0, [correctionOfBill1], 1, DOCUMENT)
  await on.act('operations', 'adjust', account, -10, 1, 1, DOCUMENT)
  await on.act('stranger', 'sweep')
  await on.act('stranger', 'closeMonth')
})

const correctionOfBill1 = {
  bill: 1,
  revision: 1,
  start: START,
  end: START + 30,
  multiplier: 1,
  modulus: 1_000_000_000n,
  carried: 0,
  presentBefore: 9_000,
  grossBefore: 4_500,
  alreadyCharged: 0,
  present: 8_000,
  rollover: false,
}

const history = async (of: string) => {
  const logs = await ledger().provider.getLogs({ address: ledger().contract, fromBlock: 0 })
  return logs.filter(({ topics }) => topics.length === 3 && topics[1] === of)
}

for (const [name, of, entries] of [
  ['an account', account, 19],
  ['a category', pseudoAccount(1), 4],
  ['the ledger', pseudoAccount(0), 7],
] as const) {
  test(`the head of ${name} recomputes from the data of its logs, numbered without gaps`, async () => {
    const logs = await history(of)
    let head = ZERO
    for (const [index, { topics, data }] of logs.entries()) {
      expect(Number(topics[2])).toBe(index + 1)
      head = keccak256(
        coder.encode(
          ['bytes32', 'bytes32', 'uint256', 'bytes32'],
          [head, topics[0], index + 1, keccak256(data)],
        ),
      )
    }
    expect(logs).toHaveLength(entries)
    expect(await ledger().account(of)).toMatchObject({ head, seq: BigInt(entries) })
  })
}

test('head and number stand in storage where the README says', async () => {
  const place = BigInt(keccak256(coder.encode(['bytes32', 'uint256'], [account, 1])))
  const slot = (offset: bigint) =>
    ledger().provider.getStorage(ledger().contract, toBeHex(place + offset, 32))
  const state = await ledger().account(account)
  expect(await slot(0n)).toBe(state['head'])
  const hot = BigInt(await slot(1n))
  expect(hot & 0xffffffffn).toBe(state['seq'])
  expect(BigInt.asIntN(64, hot >> 32n)).toBe(state['balance'])
  expect((hot >> 96n) & (2n ** 64n - 1n)).toBe(state['register'])
  expect((hot >> 160n) & 0xffffffffn).toBe(state['realDay'])
  expect((hot >> 192n) & 0xffffffffn).toBe(state['bills'])
})

test('an account that nobody heard of is all zero', async () => {
  expect(await ledger().account(newAccount())).toMatchObject({
    head: ZERO,
    seq: 0n,
    balance: 0n,
    bills: 0n,
    chargedTo: 0n,
    proposal: ZERO,
    closed: false,
  })
})
