import { setTimeout } from 'node:timers/promises'
import {
  AbiCoder,
  Contract,
  ContractFactory,
  type HDNodeWallet,
  Interface,
  type JsonRpcProvider,
  type LogDescription,
  Signature,
  type TransactionReceipt,
  hexlify,
  id,
  randomBytes,
} from 'ethers'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { billingBytecode } from '../../contracts/artifacts/bytecode.ts'
import { anvilProvider, anvilWallet, startAnvil } from '../machine/anvil.ts'
import { flatRate, type Installation, type Rate, type Terms } from './samples.ts'

/** Who acts in the tests: anvil's accounts 0 to 9, in this order. */
export const PARTIES = [
  'board',
  'regulator',
  'tariff',
  'operations',
  'cashier',
  'consumer',
  'treasury',
  'stranger',
  'meter',
  'secondMeter',
] as const
export type Party = (typeof PARTIES)[number]

/** One log of the contract, decoded by ethers; `data` are the members of the event's struct. */
export interface Entry {
  name: string
  account: string
  seq: number
  data: Record<string, bigint | string | boolean>
  raw: { topics: readonly string[]; data: string }
}

export interface Done {
  entries: Entry[]
  gasUsed: number
  hash: string
  block: number
}

export type Call = readonly [act: string, ...args: unknown[]]

/** The adjustment limit that the fixture deploys with: ₹1,000. */
export const ADJUSTMENT_LIMIT = 100_000n

/** 2023-06-01, the fixture's day of deployment. */
export const FIRST_TODAY = 19_509

const abi = new Interface(billingAbi)

/**
 * Billing on an anvil of its own, with every role given to the party of its name, on day `today` (noon in India). For
 * `await using`, or for beforeAll and afterAll.
 */
export async function startLedger(today = FIRST_TODAY): Promise<Ledger> {
  const anvil = await startAnvil('--timestamp', String(noonOf(today)))
  const wallet = (party: Party) => anvilWallet(anvil.url, PARTIES.indexOf(party))
  const factory = new ContractFactory(abi, billingBytecode, wallet('board'))
  const deployed = await factory.deploy(
    wallet('board').address,
    wallet('regulator').address,
    wallet('treasury').address,
    ADJUSTMENT_LIMIT,
    { type: 0, gasPrice: 0 },
  )
  await deployed.waitForDeployment()
  const ledger = new Ledger(
    anvil.url,
    await deployed.getAddress(),
    anvilProvider(anvil.url),
    anvil.stop,
  )
  for (const role of ['tariff', 'operations', 'cashier'] as const) {
    await ledger.act('board', 'grantRole', roleOf(role), ledger.address(role))
  }
  return ledger
}

export class Ledger implements AsyncDisposable {
  readonly url: string
  readonly contract: string
  readonly provider: JsonRpcProvider
  readonly #view: Contract
  readonly #wallets = new Map<Party, HDNodeWallet>()
  readonly #stop: () => Promise<void>

  constructor(url: string, contract: string, provider: JsonRpcProvider, stop: () => Promise<void>) {
    this.url = url
    this.contract = contract
    this.provider = provider
    this.#view = new Contract(contract, abi, provider)
    this.#stop = stop
  }

  /** The party's key; deriving one takes a while, so each is kept. */
  wallet(party: Party): HDNodeWallet {
    const kept = this.#wallets.get(party) ?? anvilWallet(this.url, PARTIES.indexOf(party))
    this.#wallets.set(party, kept)
    return kept
  }

  address(party: Party): string {
    return this.wallet(party).address
  }

  /** Does one act as `party` and waits for it. Throws `Refused` with the contract's error, having sent nothing. */
  async act(party: Party, act: string, ...args: unknown[]): Promise<Done> {
    return this.send(party, [act, ...args])
  }

  /** `act` with native units attached, in wei. */
  async send(party: Party, call: Call, value = 0n): Promise<Done> {
    const request = {
      from: this.address(party),
      to: this.contract,
      data: encodeCall(call),
      value: `0x${value.toString(16)}`,
      gasPrice: '0x0',
      gas: '0x3938700',
    }
    await this.#ask('eth_call', [request, 'latest'])
    const hash = String(await this.#ask('eth_sendTransaction', [request]))
    const receipt = await this.#receiptOf(hash)
    if (receipt.status !== 1) throw new Error(`${call[0]} failed in ${hash}`)
    return {
      entries: receipt.logs.flatMap((log) => entryOf(abi.parseLog(log), log)),
      gasUsed: Number(receipt.gasUsed),
      hash,
      block: receipt.blockNumber,
    }
  }

  /** Several acts in one transaction, all or none. */
  async batch(party: Party, calls: readonly Call[]): Promise<Done> {
    return this.act(party, 'batch', calls.map(encodeCall))
  }

  async account(account: string): Promise<Record<string, bigint | string | boolean>> {
    return structOf((await this.#view.getFunction('accountState').staticCallResult(account))[0])
  }

  async totals(): Promise<{ billed: bigint; adjusted: bigint; paid: bigint; nextTariff: bigint }> {
    const [billed, adjusted, paid, nextTariff] = await this.#view
      .getFunction('totals')
      .staticCallResult()
    return { billed, adjusted, paid, nextTariff }
  }

  async view(name: string, ...args: unknown[]): Promise<unknown> {
    return this.#view.getFunction(name).staticCall(...args)
  }

  /** The chain's day in India. */
  async today(): Promise<number> {
    const block = await this.provider.getBlock('latest')
    return Math.floor(((block?.timestamp ?? 0) + 19_800) / 86_400)
  }

  /** Moves the chain to noon of a later day. */
  async setDay(day: number): Promise<void> {
    await this.setTime(noonOf(day))
  }

  /** Moves the chain to a later second. */
  async setTime(timestamp: number): Promise<void> {
    await this.#ask('evm_setNextBlockTimestamp', [timestamp])
    await this.#ask('evm_mine', [])
  }

  async snapshot(): Promise<string> {
    return String(await this.#ask('evm_snapshot', []))
  }

  /** Back to a snapshot, which is used up by it. */
  async restore(snapshot: string): Promise<void> {
    await this.#ask('evm_revert', [snapshot])
  }

  /** Sets a rate under the next free id; without a change the flat ₹5.00 per kWh. Returns the id. */
  async setRate(change: Partial<Rate> = {}): Promise<number> {
    const { nextTariff } = await this.totals()
    await this.act('tariff', 'setRate', flatRate({ ...change, tariff: nextTariff }))
    return Number(nextTariff)
  }

  /** Proposes terms as the board and accepts them as `by`. */
  async agree(
    account: string,
    change: Partial<Terms> = {},
    by: Party = 'consumer',
  ): Promise<Terms> {
    const terms = this.terms(change)
    await this.act('operations', 'proposeTerms', account, terms)
    await this.act(by, 'acceptTerms', account, terms)
    return terms
  }

  /** An agreement of 1 kW from `FIRST_TODAY` on, monthly, 15 days to pay, for the consumer's key, with changes. */
  terms(change: Partial<Terms> = {}): Terms {
    return {
      category: 1n,
      load: 1_000n,
      cycle: 1n,
      instalments: 1n,
      daysToPay: 15n,
      firstDay: BigInt(FIRST_TODAY),
      consumerKey: this.address('consumer'),
      ...change,
    }
  }

  /** A meter of 6 digits of kWh, factor 1, from register 0, installed on `FIRST_TODAY`, with changes. */
  installation(change: Partial<Installation> = {}): Installation {
    return {
      meter: this.address('meter'),
      day: BigInt(FIRST_TODAY),
      multiplier: 1n,
      register: 0n,
      modulus: 1_000_000_000n,
      closing: 0n,
      rollover: false,
      evidence: ZERO,
      ...change,
    }
  }

  /** A new account with an agreement and a meter. */
  async openAccount(
    change: { terms?: Partial<Terms>; installation?: Partial<Installation> } = {},
  ): Promise<string> {
    const account = newAccount()
    const terms = await this.agree(account, change.terms)
    const installation = this.installation({ day: terms.firstDay, ...change.installation })
    await this.act('operations', 'installMeter', account, installation)
    return account
  }

  /** The call that submits a reading which `meter` signed. */
  async signedReading(
    account: string,
    reading: { register: bigint; day: number; rollover?: boolean },
    meter: Party = 'meter',
  ): Promise<Call> {
    const { register, day, rollover = false } = reading
    const signature = await this.sign(account, register, day, meter)
    return ['submitReading', account, register, day, rollover, signature.r, signature.yParityAndS]
  }

  /** Signs as a meter does: EIP-712, domain "wattledger" version "1", chain and contract. */
  async sign(account: string, register: bigint, day: number, meter: Party): Promise<Signature> {
    const domain = {
      name: 'wattledger',
      version: '1',
      chainId: 20482,
      verifyingContract: this.contract,
    }
    const types = {
      Reading: [
        { name: 'account', type: 'bytes32' },
        { name: 'register', type: 'uint256' },
        { name: 'day', type: 'uint256' },
      ],
    }
    return Signature.from(
      await this.wallet(meter).signTypedData(domain, types, { account, register, day }),
    )
  }

  /** Submits a signed reading as someone without any role. */
  async submit(
    account: string,
    reading: { register: bigint; day: number; rollover?: boolean },
    meter: Party = 'meter',
  ): Promise<Done> {
    return this.send('stranger', await this.signedReading(account, reading, meter))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.provider.destroy()
    await this.#stop()
  }

  /** anvil mines at once, but answers before it has. */
  async #receiptOf(hash: string): Promise<TransactionReceipt> {
    for (;;) {
      const receipt = await this.provider.getTransactionReceipt(hash)
      if (receipt !== null) return receipt
      await setTimeout(2)
    }
  }

  async #ask(method: string, params: unknown[]): Promise<unknown> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
    const answer = (await response.json()) as {
      result?: unknown
      error?: { message: string; data?: string }
    }
    if (answer.error === undefined) return answer.result
    if (answer.error.data?.startsWith('0x') === true) throw new Refused(answer.error.data)
    throw new Error(`${method}: ${answer.error.message}`)
  }
}

export const ZERO = `0x${'0'.repeat(64)}`
/** A hash where an act needs some document's. */
export const DOCUMENT = id('a document')

/** Role ids are the hashes of their names. */
export const roleOf = (name: string): string => id(name.toUpperCase())

export const newAccount = (): string => hexlify(randomBytes(32))

/** The pseudo-account of a category, or of the ledger (0). */
export const pseudoAccount = (category: number): string =>
  AbiCoder.defaultAbiCoder().encode(['uint256'], [category])

export const encodeCall = ([act, ...args]: Call): string => abi.encodeFunctionData(act, args)

/** The refusal that an act ends in, as `Name(value, …)`; "done" where it is not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

/** Noon in India, as a timestamp. */
export const noonOf = (day: number): number => day * 86_400 - 19_800 + 43_200

function entryOf(parsed: LogDescription | null, raw: Entry['raw']): Entry[] {
  if (parsed === null || parsed.args['data'] === undefined) return []
  return [
    {
      name: parsed.name,
      account: parsed.args['account'],
      seq: Number(parsed.args['seq']),
      data: structOf(parsed.args['data']),
      raw: { topics: raw.topics, data: raw.data },
    },
  ]
}

const structOf = (result: {
  toObject(): Record<string, bigint | string | boolean>
}): Record<string, bigint | string | boolean> => result.toObject()

/** The contract refused an act. The message is its error with the values, nested ones of a batch included. */
export class Refused extends Error {
  readonly data: string
  constructor(data: string) {
    super(inWords(data))
    this.name = 'Refused'
    this.data = data
  }
}

function inWords(data: string): string {
  const parsed = data === '0x' ? null : abi.parseError(data)
  if (parsed === null) return data
  const values = parsed.fragment.inputs.map((input, index) => {
    const value: unknown = parsed.args[index]
    if (input.name === 'field') return textOf(String(value))
    if (input.name === 'reason') return inWords(String(value))
    return String(value)
  })
  return `${parsed.name}(${values.join(', ')})`
}

const textOf = (word: string): string =>
  Buffer.from(word.slice(2), 'hex').toString('ascii').replaceAll('\0', '')
