import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContractFactory, keccak256 } from 'ethers'
import { billingAbi } from '../../../contracts/artifacts/abi.ts'
import { billingBytecode } from '../../../contracts/artifacts/bytecode.ts'
import { createKey, keysFolder } from '../../../chain/keys/keystore.ts'
import { anvilProvider, startAnvil } from '../../machine/anvil.ts'

export const PASSPHRASE = 'monsoon over Guwahati'
const KEYS = [
  'board',
  'regulator',
  'treasury',
  'tariff',
  'operations',
  'cashier',
  'consumer',
  'meter',
]

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A home of its own with keys, a manifest, and a chain with a fresh contract behind it. For `await using`. */
export type Home = AsyncDisposable & {
  readonly path: string
  readonly url: string
  readonly addresses: Readonly<Record<string, string>>
  /** Runs the real program to its end, as a person would. */
  readonly wattledger: (
    args: readonly string[],
    environment?: Record<string, string>,
  ) => Promise<Ran>
  /** The same, left running. */
  readonly start: (args: readonly string[], environment?: Record<string, string>) => Running
}

export type Running = {
  readonly pid: number
  readonly end: Promise<Ran>
  readonly kill: () => void
}

export async function startHome(): Promise<Home> {
  const path = await mkdtemp(join(tmpdir(), 'wattledger-cli-'))
  const anvil = await startAnvil()
  const keys = await Promise.all(
    KEYS.map(async (name) => [name, await createKey(keysFolder(path), name, PASSPHRASE)] as const),
  )
  const wallets = Object.fromEntries(keys)
  const addresses = Object.fromEntries(keys.map(([name, { address }]) => [name, address]))
  const provider = anvilProvider(anvil.url)
  await provider.send('anvil_setBalance', [addresses['board'], `0x${(10n ** 24n).toString(16)}`])
  const parties = ['board', 'regulator', 'treasury'].map((name) => addresses[name] ?? '')
  const factory = new ContractFactory(
    billingAbi,
    billingBytecode,
    wallets['board']?.connect(provider),
  )
  const deployed = await factory.deploy(...parties, 100_000n, { type: 0, gasPrice: 0 })
  await deployed.waitForDeployment()
  const [board, regulator, treasury] = parties
  const contract = (await deployed.getAddress()).toLowerCase()
  const manifest = {
    version: 1,
    chain: 'anvil',
    chainId: 20482,
    genesisHash: (await provider.getBlock(0))?.hash,
    contract,
    deployedBlock: 1,
    deployTransaction: deployed.deploymentTransaction()?.hash,
    codeHash: keccak256(await provider.getCode(contract)),
    parties: { board, regulator, treasury },
    signers: [],
    adjustmentLimitPaise: '100000',
  }
  await writeFile(join(path, 'manifest.json'), JSON.stringify(manifest))
  provider.destroy()
  const start = (args: readonly string[], environment: Record<string, string> = {}) =>
    startProgram(args, {
      WATTLEDGER_HOME: path,
      RPC_URL: anvil.url,
      WATTLEDGER_PASSPHRASE: PASSPHRASE,
      ...environment,
    })
  return {
    path,
    url: anvil.url,
    addresses,
    start,
    wattledger: (args, environment) => start(args, environment).end,
    [Symbol.asyncDispose]: async () => {
      await anvil.stop()
      await rm(path, { recursive: true })
    },
  }
}

function startProgram(args: readonly string[], environment: Record<string, string>): Running {
  const program = join(import.meta.dirname, '..', '..', '..', 'chain', 'cli', 'main.ts')
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const end = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }))
  return { pid: child.pid ?? 0, end, kill: () => child.kill('SIGKILL') }
}
