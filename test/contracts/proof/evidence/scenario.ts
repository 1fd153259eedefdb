import { Contract, ContractFactory, id, Interface, type Signer, ZeroHash } from 'ethers'
import { billingAbi } from '../../../../contracts/artifacts/abi.ts'
import { billingBytecode, billingCodeHash } from '../../../../contracts/artifacts/bytecode.ts'
import type { Hex } from '../../../../contracts/events/hex.ts'
import type { Manifest } from '../../../../contracts/proof/manifest.ts'
import { startAnvil, anvilWallet } from '../../../machine/anvil.ts'
import type { GethNetwork } from '../../../machine/geth.ts'
import { type Call, DOCUMENT, encodeCall, newAccount } from '../../ledger.ts'
import { flatRate, NO_LIMIT, slabs } from '../../samples.ts'

/** A ledger with two accounts that between them have every kind of entry but a final reading. */
export interface Played extends AsyncDisposable {
  readonly url: string
  readonly manifest: Manifest
  /** Seven bills: a tariff change, two estimates, a new meter, another category, corrections, a dispute, a reversal. */
  readonly eventful: Hex
  /** Two bills: the first paid in two parts, the second in part. */
  readonly plain: Hex
  /** One bill, whose correction names charges that the ledger never recorded. */
  readonly falsified: Hex
  /** Does more acts in one transaction, and waits for it. */
  readonly act: (...calls: readonly Call[]) => Promise<void>
}

/** On a chain that nobody seals. */
export async function playOnAnvil(): Promise<Played> {
  const anvil = await startAnvil()
  const key = anvilWallet(anvil.url, 0)
  const played = await play(anvil.url, key, { chain: 'anvil', signers: [] })
  const close = async () => {
    key.provider?.destroy()
    await anvil.stop()
  }
  return { ...played, [Symbol.asyncDispose]: close }
}

/** On a network that three parties seal; its owner closes it. */
export const playOnGeth = ({ url, board, signers }: GethNetwork): Promise<Played> =>
  play(url, board, {
    chain: 'geth',
    signers: signers.map(({ party, address }) => ({ party, address: lower(address) })),
  })

/** `key` has every role and is the consumer, so that a few transactions do. */
async function play(
  url: string,
  key: Signer,
  { chain, signers }: Pick<Manifest, 'chain' | 'signers'>,
): Promise<Played> {
  const self = await key.getAddress()
  const legacy = { type: 0, gasPrice: 0, gasLimit: 25_000_000 } as const
  const factory = new ContractFactory(new Interface(billingAbi), billingBytecode, key)
  const deployed = await factory.deploy(self, self, self, 100_000n, legacy)
  await deployed.waitForDeployment()
  const contract = await deployed.getAddress()
  const billing = new Contract(contract, billingAbi, key)
  const send = async (name: string, args: readonly unknown[], value = 0n) => {
    const sent = await billing.getFunction(name).send(...args, { ...legacy, value })
    await sent.wait()
  }
  const act = (...calls: readonly Call[]) => send('batch', [calls.map(encodeCall)])
  const newest = await key.provider?.getBlock('latest')
  const today = Math.floor(((newest?.timestamp ?? 0) + 19_800) / 86_400)
  const [eventful, plain, falsified] = [newId(), newId(), newId()]
  await act(
    ...['TARIFF', 'OPERATIONS', 'CASHIER'].map((role): Call => ['grantRole', id(role), self]),
    ...rates(today - START),
    ...eventfulCalls(eventful, today - START, self),
    ...plainCalls(plain, today - START, self),
    ...plainCalls(falsified, today - START, self),
    ['revise', falsified, 0, [falseCorrection(today - START)], 3, DOCUMENT],
  )
  await send('pay', [plain], 2_000n * 10n ** 18n)
  await act(
    ['postReceipt', plain, 2, 50_000n, id('the rest of bill 1')],
    read(plain, 1, 650_000, today - START + 61),
  )
  await send('pay', [plain], 250n * 10n ** 18n)
  const genesis = await key.provider?.getBlock(0)
  return {
    url,
    eventful,
    plain,
    falsified,
    act,
    manifest: {
      version: 1,
      chain,
      chainId: 20_482,
      genesisHash: genesis?.hash as Hex,
      contract: lower(contract),
      deployedBlock: 1,
      deployTransaction: ZeroHash as Hex,
      codeHash: billingCodeHash,
      parties: { board: lower(self), regulator: lower(self), treasury: lower(self) },
      signers,
      adjustmentLimitPaise: '100000',
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

/** The story begins so many days ago. */
const START = 250

const rates = (start: number): Call[] => [
  ['setRate', flatRate()],
  ['setRate', secondRate(start + 45)],
  [
    'setRate',
    flatRate({ tariff: 3n, category: 2n, roundTo: 100n, dutyRate: 1_000n, dutyBase: 3n }),
  ],
  ['setRate', flatRate({ tariff: 4n, category: 2n, effectiveFrom: BigInt(start + 200) })],
  ['withdrawRate', 4],
]

const secondRate = (from: number) =>
  flatRate({
    tariff: 2n,
    effectiveFrom: BigInt(from),
    fixedPerKW: 7_000n,
    fixedPerConnection: 2_500n,
    dutyRate: 500n,
    dutyBase: 7n,
    dutyPerUnit: 300n,
    roundTo: 100n,
    slabCount: 2n,
    slabs: slabs(
      { upTo: 120_000n, rate: 570_000n, fuel: 30_000n, subsidy: 75_000n },
      { upTo: NO_LIMIT, rate: 700_000n, fuel: -10_000n },
    ),
  })

const agree = (account: Hex, terms: object): Call[] => [
  ['proposeTerms', account, terms],
  ['acceptTerms', account, terms],
]

const read = (account: Hex, kind: number, register: number, day: number): Call => [
  'enterReading',
  account,
  kind,
  register,
  day,
  false,
  kind === 2 ? ZeroHash : DOCUMENT,
]

const install = (account: Hex, day: number, change: object = {}): Call => [
  'installMeter',
  account,
  {
    meter: `0x${'a1'.repeat(20)}`,
    day,
    multiplier: 1,
    register: 1_000,
    modulus: 10n ** 9n,
    closing: 0,
    rollover: false,
    evidence: ZeroHash,
    ...change,
  },
]

const eventfulCalls = (account: Hex, start: number, consumerKey: string): Call[] => {
  const terms = { category: 1, load: 2_000, cycle: 1, instalments: 3, daysToPay: 15, consumerKey }
  const original = (bill: number, from: number, to: number, present: number, gross: bigint) => ({
    bill,
    revision: 1,
    start: start + from,
    end: start + to,
    multiplier: 1,
    modulus: 10n ** 9n,
    carried: 0,
    presentBefore: present,
    grossBefore: gross,
    alreadyCharged: 0,
    present,
    rollover: false,
  })
  return [
    ...agree(account, { ...terms, firstDay: start }),
    install(account, start),
    read(account, 1, 201_000, start + 30),
    ['postReceipt', account, 2, 60_000n, id('the first receipt')],
    read(account, 1, 401_000, start + 61),
    read(account, 2, 597_721, start + 91),
    ['postReceipt', account, 4, 40_000n, id('a receipt taken back')],
    ['reverseReceipt', account, 4, 40_000n, id('a receipt taken back'), 2],
    read(account, 1, 580_000, start + 122),
    install(account, start + 130, {
      meter: `0x${'b2'.repeat(20)}`,
      multiplier: 2,
      register: 0,
      closing: 640_000,
      evidence: DOCUMENT,
    }),
    read(account, 1, 70_000, start + 152),
    ...agree(account, { ...terms, category: 2, load: 5_000, firstDay: start + 152 }),
    read(account, 1, 180_000, start + 183),
    [
      'revise',
      account,
      1_000,
      [
        { ...original(1, 0, 30, 201_000, 100_000n), present: 181_000 },
        original(2, 30, 61, 401_000, SECOND_GROSS),
      ],
      3,
      DOCUMENT,
    ],
    ['dispute', account, 4, 10_000n, DOCUMENT],
    ['resolveDispute', account, 4, 1, DOCUMENT],
    ['adjust', account, -500n, 1, 2, DOCUMENT],
    ['adjust', account, 300n, 1, 5, DOCUMENT],
    read(account, 2, 200_000, start + 213),
  ]
}

/** What bill 2 of the eventful account came to before it was corrected. */
const SECOND_GROSS = 121_649n

const plainCalls = (account: Hex, start: number, consumerKey: string): Call[] => [
  ...agree(account, {
    category: 1,
    load: 5_000,
    cycle: 1,
    instalments: 1,
    daysToPay: 15,
    firstDay: start,
    consumerKey,
  }),
  install(account, start, { register: 0 }),
  read(account, 1, 500_000, start + 30),
]

/** It leaves the reading as it was, but says that ₹2,400.00 were charged for it: the contract must believe that. */
const falseCorrection = (start: number) => ({
  bill: 1,
  revision: 1,
  start,
  end: start + 30,
  multiplier: 1,
  modulus: 10n ** 9n,
  carried: 0,
  presentBefore: 500_000,
  grossBefore: 240_000n,
  alreadyCharged: 0,
  present: 500_000,
  rollover: false,
})

const newId = () => newAccount() as Hex

const lower = (address: string): Hex => address.toLowerCase() as Hex
