import { describe, expect, test } from 'vitest'
import { AbiCoder, keccak256, ZeroAddress } from 'ethers'
import { DOCUMENT, FIRST_TODAY, newAccount, pseudoAccount, refusalOf, ZERO } from './ledger.ts'
import type { Terms } from './samples.ts'
import { useLedger } from './useLedger.ts'

const ledger = useLedger(async (on) => on.setRate())
const day = (offset: number) => BigInt(FIRST_TODAY + offset)
const hashOf = (terms: Terms) =>
  keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ['uint256', 'uint256', 'uint256', 'uint256', 'uint256', 'uint256', 'address'],
      Object.values(terms),
    ),
  )
const propose = (account: string, change: Partial<Terms> = {}) =>
  ledger().act('operations', 'proposeTerms', account, ledger().terms(change))

test('the board proposes and the consumer accepts; both acts are entries with who did them', async () => {
  const account = newAccount()
  const terms = ledger().terms({ instalments: 3n })
  const proposed = await ledger().act('operations', 'proposeTerms', account, terms)
  expect((await ledger().account(account))['proposal']).toBe(hashOf(terms))
  const accepted = await ledger().act('consumer', 'acceptTerms', account, terms)
  expect(proposed.entries).toMatchObject([
    {
      name: 'AgreementProposed',
      account,
      seq: 1,
      data: { ...terms, termsHash: hashOf(terms), by: ledger().address('operations') },
    },
  ])
  expect(accepted.entries).toMatchObject([
    {
      name: 'AgreementAccepted',
      account,
      seq: 2,
      data: { ...terms, termsHash: hashOf(terms), by: ledger().address('consumer') },
    },
  ])
  expect(await ledger().account(account)).toMatchObject({
    seq: 2n,
    proposal: ZERO,
    consumerKey: ledger().address('consumer'),
    realDay: terms.firstDay,
    chargedTo: terms.firstDay,
    closed: false,
  })
})

test('a newer proposal replaces a waiting one', async () => {
  const account = newAccount()
  const [older, newer] = [ledger().terms(), ledger().terms({ load: 2_000n })]
  await ledger().act('operations', 'proposeTerms', account, older)
  await ledger().act('operations', 'proposeTerms', account, newer)
  expect(await refusalOf(ledger().act('consumer', 'acceptTerms', account, older))).toBe(
    `TermsNotProposed(${account}, ${hashOf(older)}, ${hashOf(newer)})`,
  )
  await ledger().act('consumer', 'acceptTerms', account, newer)
})

test('terms are accepted once', async () => {
  const account = newAccount()
  const terms = await ledger().agree(account)
  expect(await refusalOf(ledger().act('consumer', 'acceptTerms', account, terms))).toBe(
    `TermsNotProposed(${account}, ${hashOf(terms)}, ${ZERO})`,
  )
})

describe('every term is held to its range', () => {
  const refused: [field: string, value: bigint, change: Partial<Terms>][] = [
    ['category', 0n, { category: 0n }],
    ['category', 65_536n, { category: 65_536n }],
    ['load', 0n, { load: 0n }],
    ['load', 2n ** 32n, { load: 2n ** 32n }],
    ['cycle', 2n, { cycle: 2n }],
    ['cycle', 24n, { cycle: 24n }],
    ['instalments', 0n, { instalments: 0n }],
    ['instalments', 13n, { instalments: 13n }],
    ['daysToPay', 65_536n, { daysToPay: 65_536n }],
    ['firstDay', 0n, { firstDay: 0n }],
    ['firstDay', 2n ** 32n, { firstDay: 2n ** 32n }],
    ['consumerKey', 0n, { consumerKey: ZeroAddress }],
  ]
  for (const [field, value, change] of refused) {
    test(`${field} ${value} is refused`, async () => {
      expect(await refusalOf(propose(newAccount(), change))).toBe(`OutOfRange(${field}, ${value})`)
    })
  }
  for (const cycle of [0n, 1n, 3n, 6n, 12n]) {
    test(`a cycle of ${cycle} months is allowed`, async () => {
      expect((await propose(newAccount(), { cycle })).entries).toHaveLength(1)
    })
  }
})

test('the accounts of the ledger and of the categories take no agreement', async () => {
  for (const reserved of [0, 1, 65_535]) {
    expect(await refusalOf(propose(pseudoAccount(reserved)))).toBe(
      `ReservedAccount(${pseudoAccount(reserved)})`,
    )
  }
  await propose(pseudoAccount(65_536))
})

test('before an agreement is accepted nothing can be recorded', async () => {
  const account = newAccount()
  await propose(account)
  const acts = [
    ledger().act('operations', 'installMeter', account, ledger().installation()),
    ledger().submit(account, { register: 1n, day: FIRST_TODAY }),
    ledger().act('operations', 'enterReading', account, 1, 1, FIRST_TODAY, false, DOCUMENT),
    ledger().send('consumer', ['pay', account], 10n ** 16n),
    ledger().act('cashier', 'postReceipt', account, 1, 1, DOCUMENT),
    ledger().act('operations', 'adjust', account, 1, 1, 0, DOCUMENT),
    ledger().act('operations', 'revise', account, 0, [], 1, DOCUMENT),
    ledger().act('consumer', 'dispute', account, 1, 1, DOCUMENT),
    ledger().act('regulator', 'resolveDispute', account, 1, 0, DOCUMENT),
  ]
  const refusals = await Promise.all(acts.map(refusalOf))
  expect(new Set(refusals)).toEqual(new Set([`UnknownAccount(${account})`]))
})

describe('who accepts', () => {
  const notConsumer = (account: string, caller: string, key: string) =>
    `NotConsumer(${account}, ${ledger().address(caller as 'board')}, ${ledger().address(key as 'board')})`

  test('the first terms only the key that they name, not even the regulator', async () => {
    const account = newAccount()
    await propose(account)
    for (const party of ['regulator', 'operations', 'stranger'] as const) {
      const act = ledger().act(party, 'acceptTerms', account, ledger().terms())
      expect(await refusalOf(act)).toBe(notConsumer(account, party, 'consumer'))
    }
  })

  test('a new key is accepted by the present key, not by itself; from then on it acts', async () => {
    const account = newAccount()
    await ledger().agree(account)
    const change = { firstDay: day(10), consumerKey: ledger().address('stranger') }
    await propose(account, change)
    const terms = ledger().terms(change)
    expect(await refusalOf(ledger().act('stranger', 'acceptTerms', account, terms))).toBe(
      notConsumer(account, 'stranger', 'consumer'),
    )
    await ledger().act('consumer', 'acceptTerms', account, terms)
    expect((await ledger().account(account))['consumerKey']).toBe(ledger().address('stranger'))
    await ledger().agree(account, { ...change, firstDay: day(20) }, 'stranger')
  })

  test('where the key is lost the regulator accepts', async () => {
    const account = newAccount()
    await ledger().agree(account)
    const consumerKey = ledger().address('stranger')
    await ledger().agree(account, { firstDay: day(10), consumerKey }, 'regulator')
    expect(await ledger().account(account)).toMatchObject({ consumerKey })
  })
})

describe('the first day of new terms', () => {
  const tooEarly = (account: string, first: number, earliest: number) =>
    `TermsTooEarly(${account}, ${day(first)}, ${day(earliest)})`
  const accept = (account: string, change: Partial<Terms>) => ledger().agree(account, change)

  test('is on the end of the last charged period or later', async () => {
    const account = await ledger().openAccount({ terms: { firstDay: day(-60) } })
    await ledger().submit(account, { register: 1n, day: FIRST_TODAY - 30 })
    expect(await refusalOf(accept(account, { firstDay: day(-31) }))).toBe(
      tooEarly(account, -31, -30),
    )
    await accept(account, { firstDay: day(-30) })
  })

  test('leaves an estimated period alone, too', async () => {
    const account = await ledger().openAccount({ terms: { firstDay: day(-60) } })
    await ledger().act(
      'operations',
      'enterReading',
      account,
      2,
      1,
      FIRST_TODAY - 30,
      false,
      DOCUMENT,
    )
    expect(await refusalOf(accept(account, { firstDay: day(-31) }))).toBe(
      tooEarly(account, -31, -30),
    )
  })

  test('is later than the first day of the terms before', async () => {
    const account = newAccount()
    await accept(account, { firstDay: day(5) })
    expect(await refusalOf(accept(account, { firstDay: day(5), load: 2n }))).toBe(
      tooEarly(account, 5, 6),
    )
    await accept(account, { firstDay: day(6), load: 2n })
  })

  test('is after the last day of a session, which another session may share', async () => {
    const account = await ledger().openAccount({ terms: { cycle: 0n, firstDay: day(-60) } })
    await ledger().submit(account, { register: 1n, day: FIRST_TODAY - 30 })
    expect(await refusalOf(accept(account, { cycle: 0n, firstDay: day(-30) }))).toBe(
      tooEarly(account, -30, -29),
    )
    await accept(account, { cycle: 0n, firstDay: day(-29) })
  })
})

test('a closed account takes no further terms', async () => {
  const account = await ledger().openAccount({ terms: { firstDay: day(-60) } })
  await propose(account, { firstDay: day(1) })
  await ledger().act('operations', 'enterReading', account, 3, 1, FIRST_TODAY, false, DOCUMENT)
  const closed = `AccountClosed(${account})`
  expect(await refusalOf(propose(account))).toBe(closed)
  const accept = ledger().act(
    'consumer',
    'acceptTerms',
    account,
    ledger().terms({ firstDay: day(1) }),
  )
  expect(await refusalOf(accept)).toBe(closed)
})
