import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toQuantity } from 'ethers'
import { type Manifest, parseManifest } from '../../contracts/proof/manifest.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { createTransport, type Transport } from '../reader/transport.ts'
import { RpcError } from '../reader/transportError.ts'
import { exit, Failure } from './exit.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { refusalIn } from './refusals.ts'
import type { Settings } from './settings.ts'

/** The ledger as one node shows it, checked to be the one that the manifest names. */
export type Ledger = Disposable & {
  readonly manifest: Manifest
  readonly transport: Transport
}

export type Block = { readonly number: number; readonly timestamp: number; readonly day: DayNumber }

export type CallRequest = {
  readonly from?: string
  readonly to: string
  readonly value?: bigint
  readonly data: string
}

/**
 * Connects to the node and makes sure that it serves the manifest's chain and contract.
 * Throws `Failure` (no manifest, another chain) and `TransportError`.
 */
export async function openLedger(settings: Pick<Settings, 'home' | 'rpcUrl'>): Promise<Ledger> {
  const manifest = await readManifest(settings.home)
  const transport = createTransport(settings.rpcUrl, { timeoutMs: 5_000, attempts: 3 })
  try {
    const [chainId, genesis, code] = await transport.batch([
      { method: 'eth_chainId', params: [] },
      { method: 'eth_getBlockByNumber', params: ['0x0', false] },
      { method: 'eth_getCode', params: [manifest.contract, 'latest'] },
    ])
    const found = { chainId: Number(textOf(chainId)), genesis: textOf(memberOf(genesis, 'hash')) }
    if (found.chainId !== manifest.chainId || found.genesis !== manifest.genesisHash) {
      throw new WrongChain(settings.rpcUrl, found, manifest)
    }
    if (textOf(code) === '0x') throw new NoContract(settings.rpcUrl, manifest.contract)
  } catch (cause) {
    transport.close()
    throw cause
  }
  return { manifest, transport, [Symbol.dispose]: () => transport.close() }
}

/** The manifest alone, for what needs no node. Throws `Failure`. */
export async function readManifest(home: string): Promise<Manifest> {
  const path = join(home, 'manifest.json')
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new Failure(
        exit.noChain,
        `There is no ledger in this home yet (looked for ${path}): start a network with "wattledger network start" and set the ledger up with "wattledger deploy".`,
      )
    }
    throw cause
  })
  try {
    return parseManifest(text)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new Failure(exit.noChain, `The manifest ${path} can't be used: ${detail}`, { cause })
  }
}

/** The newest block, or the numbered one. Its day is the chain's "today". */
export async function blockOf(ledger: Ledger, number?: number): Promise<Block> {
  const tag = number === undefined ? 'latest' : toQuantity(number)
  const block = await ledger.transport.request('eth_getBlockByNumber', [tag, false])
  const timestamp = Number(textOf(memberOf(block, 'timestamp')))
  return {
    number: Number(textOf(memberOf(block, 'number'))),
    timestamp,
    day: dayInIndia(timestamp),
  }
}

/** Data of a view's answer. Throws `ContractRefused` where the contract refuses, `TransportError`, `RpcError`. */
export async function call(ledger: Ledger, request: CallRequest, block?: number): Promise<string> {
  const tag = block === undefined ? 'latest' : toQuantity(block)
  return textOf(await orRefusal(ledger.transport.request('eth_call', [rpcCall(request), tag])))
}

/** Gas that a transaction would take. Throws as `call`. */
export async function estimateGas(ledger: Ledger, request: CallRequest): Promise<bigint> {
  const gas = orRefusal(ledger.transport.request('eth_estimateGas', [rpcCall(request)]))
  return BigInt(textOf(await gas))
}

/** Native units of an address, in wei. */
export async function nativeBalance(ledger: Ledger, address: string): Promise<bigint> {
  return BigInt(textOf(await ledger.transport.request('eth_getBalance', [address, 'latest'])))
}

/** A string out of a node's answer. Throws `Failure` for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Failure(
    exit.noChain,
    `The node answered ${JSON.stringify(value) ?? 'nothing'} where a hexadecimal value belongs: check that --rpc names an Ethereum node.`,
  )
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function rpcCall({ from, to, value, data }: CallRequest) {
  return {
    ...(from === undefined ? {} : { from }),
    to,
    data,
    ...(value === undefined ? {} : { value: toQuantity(value) }),
    // Else a node that still quotes a price asks for funds to pay it with.
    gasPrice: '0x0',
  }
}

async function orRefusal<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof RpcError) throw refusalIn(cause) ?? cause
    throw cause
  }
}

class WrongChain extends Failure {
  constructor(url: string, found: { chainId: number; genesis: string }, wanted: Manifest) {
    const difference =
      found.chainId === wanted.chainId
        ? `begins with block ${found.genesis}, the ledger's with ${wanted.genesisHash}`
        : `has chain id ${found.chainId}, the ledger's ${wanted.chainId}`
    super(
      exit.noChain,
      `The node at ${url} serves another chain: it ${difference}. Check --rpc, or that --home names the home of this chain.`,
    )
  }
}

class NoContract extends Failure {
  constructor(url: string, contract: string) {
    super(
      exit.noChain,
      `The node at ${url} has no contract at ${contract}, which the manifest names: it may be behind; wait for it, or check --home.`,
    )
  }
}
