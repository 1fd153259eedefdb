import { expect, test, describe } from 'vitest'
import { id } from 'ethers'
import {
  type Call,
  DOCUMENT,
  FIRST_TODAY,
  type Ledger,
  newAccount,
  type Party,
  pseudoAccount,
  refusalOf,
  roleOf,
} from './ledger.ts'
import { flatRate } from './samples.ts'
import { useLedger } from './useLedger.ts'

const START = FIRST_TODAY - 70
const account = newAccount()
const everyone = [
  'board',
  'regulator',
  'tariff',
  'operations',
  'cashier',
  'consumer',
  'stranger',
] as const satisfies Party[]

/** An account on which every act is allowed to somebody: two bills, the first disputed, a waiting proposal, a receipt. */
const ledger = useLedger(async (on) => {
  await on.setRate()
  await on.agree(account, { firstDay: BigInt(START) })
  await on.act('operations', 'installMeter', account, on.installation({ day: BigInt(START) }))
  await on.submit(account, { register: 1_000n, day: START + 30 })
  await on.submit(account, { register: 2_000n, day: START + 60 })
  await on.act('consumer', 'dispute', account, 1, 100, DOCUMENT)
  await on.act('operations', 'proposeTerms', account, laterTerms(on))
  await on.act('cashier', 'postReceipt', account, 1, 500, DOCUMENT)
})

const laterTerms = (on: Ledger) => on.terms({ firstDay: BigInt(FIRST_TODAY + 1), load: 2_000n })

interface Act {
  name: string
  call: (on: Ledger) => Call | Promise<Call>
  by: readonly Party[]
  /** How the others are refused; the error of AccessControl names the caller and the role. */
  refusal: (caller: string) => string
  value?: bigint
}

const needs = (role: string) => (caller: string) =>
  `AccessControlUnauthorizedAccount(${caller}, ${roleOf(role)})`
const notConsumer = (caller: string) =>
  `NotConsumer(${account}, ${caller}, ${ledger().address('consumer')})`

const correction = {
  bill: 2,
  revision: 1,
  start: START + 30,
  end: START + 60,
  multiplier: 1,
  modulus: 1_000_000_000n,
  carried: 0,
  presentBefore: 2_000,
  grossBefore: 500,
  alreadyCharged: 0,
  present: 1_500,
  rollover: false,
}

const acts: Act[] = [
  {
    name: 'set a rate',
    call: () => ['setRate', flatRate({ tariff: 2n, category: 2n })],
    by: ['tariff'],
    refusal: needs('TARIFF'),
  },
  {
    name: 'withdraw a rate',
    call: async (on) => {
      const tariff = await on.setRate({ category: 2n })
      return ['withdrawRate', tariff]
    },
    by: ['tariff'],
    refusal: needs('TARIFF'),
  },
  {
    name: 'propose terms',
    call: (on) => ['proposeTerms', account, laterTerms(on)],
    by: ['operations'],
    refusal: needs('OPERATIONS'),
  },
  {
    name: 'accept terms',
    call: (on) => ['acceptTerms', account, laterTerms(on)],
    by: ['consumer', 'regulator'],
    refusal: notConsumer,
  },
  {
    name: 'replace a meter',
    call: (on) => [
      'installMeter',
      account,
      on.installation({ day: BigInt(FIRST_TODAY), closing: 2_000n, evidence: DOCUMENT }),
    ],
    by: ['operations'],
    refusal: needs('OPERATIONS'),
  },
  ...[1, 2, 3].map((kind): Act => ({
    name: `enter ${['a manual', 'an estimated', 'a final'][kind - 1]} reading`,
    call: async (on) => {
      await on.setDay(START + 90)
      return ['enterReading', account, kind, 3_000, START + 90, false, DOCUMENT]
    },
    by: ['operations'],
    refusal: needs('OPERATIONS'),
  })),
  {
    name: 'revise a reading',
    call: () => ['revise', account, 1_000, [correction], 1, DOCUMENT],
    by: ['operations'],
    refusal: needs('OPERATIONS'),
  },
  {
    name: 'adjust up to the limit',
    call: () => ['adjust', account, -100_000, 1, 0, DOCUMENT],
    by: ['operations'],
    refusal: needs('OPERATIONS'),
  },
  {
    name: 'adjust above the limit',
    call: () => ['adjust', account, -100_001, 1, 0, DOCUMENT],
    by: ['regulator'],
    refusal: () => 'NeedsRegulator(-100001, 100000)',
  },
  {
    name: 'post a receipt',
    call: () => ['postReceipt', account, 2, 100, id('receipt')],
    by: ['cashier'],
    refusal: needs('CASHIER'),
  },
  {
    name: 'reverse a receipt',
    call: () => ['reverseReceipt', account, 1, 500, DOCUMENT, 1],
    by: ['cashier'],
    refusal: needs('CASHIER'),
  },
  {
    name: 'dispute a bill',
    call: () => ['dispute', account, 2, 100, DOCUMENT],
    by: ['consumer'],
    refusal: notConsumer,
  },
  {
    name: 'resolve a dispute',
    call: () => ['resolveDispute', account, 1, 0, DOCUMENT],
    by: ['regulator'],
    refusal: needs('REGULATOR'),
  },
  {
    name: 'submit a reading that the meter signed',
    call: async (on) => {
      await on.setDay(START + 90)
      return on.signedReading(account, { register: 3_000n, day: START + 90 })
    },
    by: everyone,
    refusal: String,
  },
  {
    name: 'pay',
    call: () => ['pay', account],
    by: everyone,
    refusal: String,
    value: 10n ** 16n,
  },
  { name: 'close a month', call: () => ['closeMonth'], by: everyone, refusal: String },
  {
    name: 'sweep to the treasury',
    call: async (on) => {
      await on.send('consumer', ['pay', account], 10n ** 16n)
      return ['sweep']
    },
    by: everyone,
    refusal: String,
  },
  ...['TARIFF', 'OPERATIONS', 'CASHIER', 'BOARD'].flatMap((role): Act[] =>
    ['grantRole', 'revokeRole'].map((act) => ({
      name: `${act} ${role}`,
      call: (on) => [act, roleOf(role), on.address('secondMeter')],
      by: ['board'],
      refusal: needs('BOARD'),
    })),
  ),
  ...['grantRole', 'revokeRole'].map((act): Act => ({
    name: `${act} REGULATOR`,
    call: (on) => [act, roleOf('REGULATOR'), on.address('secondMeter')],
    by: ['regulator'],
    refusal: needs('REGULATOR'),
  })),
  {
    name: "grant AccessControl's default admin",
    call: (on) => ['grantRole', `0x${'0'.repeat(64)}`, on.address('board')],
    by: [],
    refusal: (caller) => `AccessControlUnauthorizedAccount(${caller}, 0x${'0'.repeat(64)})`,
  },
]

describe('who may do what', () => {
  for (const { name, call, by, refusal, value = 0n } of acts) {
    test(`${by.length === everyone.length ? 'anyone' : by.join(' or ') || 'nobody'} may ${name}`, async () => {
      const asked = await call(ledger())
      for (const party of everyone) {
        const before = await ledger().snapshot()
        const outcome = await refusalOf(ledger().send(party, asked, value))
        const expected = by.includes(party) ? 'done' : refusal(ledger().address(party))
        expect(`${party}: ${outcome}`).toBe(`${party}: ${expected}`)
        await ledger().restore(before)
      }
    })
  }
})

describe('role changes are entries of account 0', () => {
  const holder = () => ledger().address('stranger')

  test('the deployment itself is the first: the board and the regulator get their roles', async () => {
    const logs = await ledger().provider.getLogs({ address: ledger().contract, fromBlock: 0 })
    const roleChanges = logs.filter(({ topics }) => topics[1] === pseudoAccount(0))
    expect(roleChanges.map(({ topics }) => Number(topics[2]))).toEqual([1, 2, 3, 4, 5])
    expect(await ledger().account(pseudoAccount(0))).toMatchObject({ seq: 5n })
  })

  test('granting, revoking and renouncing are logged with who did it', async () => {
    const granted = await ledger().act('board', 'grantRole', roleOf('CASHIER'), holder())
    expect(granted.entries).toMatchObject([
      {
        name: 'RoleChanged',
        account: pseudoAccount(0),
        seq: 6,
        data: {
          role: roleOf('CASHIER'),
          holder: holder(),
          granted: true,
          by: ledger().address('board'),
        },
      },
    ])
    const renounced = await ledger().act('stranger', 'renounceRole', roleOf('CASHIER'), holder())
    expect(renounced.entries).toMatchObject([
      { name: 'RoleChanged', seq: 7, data: { granted: false, by: holder() } },
    ])
    await ledger().act('board', 'grantRole', roleOf('CASHIER'), holder())
    const revoked = await ledger().act('board', 'revokeRole', roleOf('CASHIER'), holder())
    expect(revoked.entries).toMatchObject([
      { name: 'RoleChanged', seq: 9, data: { granted: false, by: ledger().address('board') } },
    ])
  })

  test('a role granted to someone who has it is no change and no entry', async () => {
    const cashier = ledger().address('cashier')
    const { entries } = await ledger().act('board', 'grantRole', roleOf('CASHIER'), cashier)
    expect(entries).toEqual([])
  })

  test('nobody renounces in the name of another', async () => {
    const act = ledger().act('board', 'renounceRole', roleOf('CASHIER'), holder())
    expect(await refusalOf(act)).toBe('AccessControlBadConfirmation()')
  })
})
