/**
 * Kills one part of a running network again and again, as a power cut would (kill -9), while entries are written, and
 * proves at the end that nothing is lost and nothing doubled: `npm run kill-campaign -- --help`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Contract, ContractFactory, id } from 'ethers'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { billingBytecode } from '../../contracts/artifacts/bytecode.ts'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { audit } from '../../indexer/audit/audit.ts'
import { connect } from '../../migrations/connect.ts'
import { startServer } from '../../migrations/embedded/server.ts'
import { migrate, renewRoleUrls } from '../../migrations/migrate.ts'
import { type RunningIndexer, startIndexer } from '../indexer/indexer.ts'
import { freePort } from '../machine/freePort.ts'
import { type GethNetwork, startGethNetwork } from '../machine/geth.ts'
import { manifestOf } from '../machine/manifest.ts'

const victims = ['indexer', 'postgres', 'rpc', 'signer'] as const
type Victim = (typeof victims)[number]

const usage = `npm run kill-campaign -- [options]

  --times N        kills of each (100)
  --only VICTIM    one of ${victims.join(', ')}

Needs Geth 1.13.15. A hundred of each take about half an hour on two quiet cores.
`
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const LEGACY = { type: 0, gasPrice: 0, gasLimit: 10_000_000 } as const
/** No part takes so long to come back, but on a machine that stands still. */
const PATIENCE_MS = 120_000

const main = async () => {
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  await using network = await startGethNetwork()
  const manifest = await deploy(network)
  const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-campaign-'))
  const options = { folder, port: await freePort(), database: 'wattledger' }
  let server = await startServer(options)
  const { roles } = await migrate(server.url)
  const { writer } = await renewRoleUrls(server.url, roles)
  const setup = {
    manifest,
    database: { writerUrl: writer },
    rpcUrl: network.url,
    env: { WS_URL: network.ws },
  }
  let indexer: RunningIndexer = await startIndexer(setup)
  const load = writeEntries(network, manifest)
  const kill: Record<Victim, () => Promise<void>> = {
    indexer: async () => {
      indexer.kill('SIGKILL')
      await indexer[Symbol.asyncDispose]()
      indexer = await startIndexer(setup)
    },
    postgres: async () => {
      const lines = (await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split(
        '\n',
      )
      process.kill(Number(lines[0]), 'SIGKILL')
      server = await startServer(options)
    },
    rpc: async () => {
      await network.killNode('rpc')
      await network.startNode('rpc')
    },
    signer: async () => {
      await network.killNode('consumer')
      await network.startNode('consumer')
    },
  }
  try {
    await indexer.caughtUp
    for (const victim of victims) {
      if (values.only !== undefined && values.only !== victim) continue
      const times = Number(values.times)
      for (let time = 1; time <= times; time++) {
        // At another moment of the block's second each time.
        await sleep((137 * time) % 1_000)
        await kill[victim]()
        await untilStored(server.url, network)
        process.stderr.write(`${victim}: ${time} of ${times}\n`)
      }
      process.stdout.write(`${await proven(server.url, network, manifest, victim, times)}\n`)
    }
  } finally {
    await load.stop()
    await indexer[Symbol.asyncDispose]()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const deploy = async (network: GethNetwork): Promise<Manifest> => {
  const { board } = network
  const factory = new ContractFactory(billingAbi, billingBytecode, board)
  const { address } = board
  const deployed = await factory.deploy(address, address, address, 100_000n, LEGACY)
  await deployed.waitForDeployment()
  const genesis = await board.provider?.getBlock(0)
  return manifestOf({
    chain: 'geth',
    genesisHash: genesis?.hash as Hex,
    contract: (await deployed.getAddress()).toLowerCase() as Hex,
    signers: network.signers.map(({ party, address }) => ({
      party,
      address: address.toLowerCase() as Hex,
    })),
  })
}

/** Grants and takes back a role, a few times a second, past whatever is down. */
const writeEntries = ({ board }: GethNetwork, { contract }: Manifest) => {
  const billing = new Contract(contract, billingAbi, board)
  const stopping = new AbortController()
  const write = async () => {
    for (let act = 0; !stopping.signal.aborted; act++) {
      const name = act % 2 === 0 ? 'grantRole' : 'revokeRole'
      const sent = billing.getFunction(name).send(id('TARIFF'), board.address, LEGACY)
      await sent.catch(() => {})
      await sleep(200)
    }
  }
  const writing = write()
  return {
    stop: () => {
      stopping.abort()
      return writing
    },
  }
}

/** Waits until a block that came after the kill is stored. */
const untilStored = async (url: string, network: GethNetwork): Promise<void> => {
  const end = Date.now() + PATIENCE_MS
  const wanted = (await network.height('board')) + 2
  while (Date.now() < end) {
    await using db = connect(url, { max: 1 })
    const row = await db.selectFrom('checkpoint').selectAll().executeTakeFirst()
    if ((row?.block_number ?? 0) >= wanted) return
    await sleep(100)
  }
  throw new Error(`Block ${wanted} was not stored within ${PATIENCE_MS / 1000} s of the kill.`)
}

/** Every row proven against the chain, and every entry of the ledger's own account there once. */
const proven = async (
  url: string,
  network: GethNetwork,
  manifest: Manifest,
  victim: Victim,
  times: number,
): Promise<string> => {
  const { rows, blocks, differences } = await audit({
    manifest,
    databaseUrl: url,
    rpcUrl: network.url,
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  if (differences.length > 0)
    throw new Error(`After ${times} kills of ${victim}: ${JSON.stringify(differences.slice(0, 5))}`)
  await using db = connect(url, { max: 1 })
  const entries = await db.selectFrom('entry').select(['account', 'seq']).execute()
  const doubled =
    entries.length - new Set(entries.map(({ account, seq }) => `${hexOf(account)} ${seq}`)).size
  if (doubled > 0)
    throw new Error(`After ${times} kills of ${victim} ${doubled} entries are there twice.`)
  return `${victim}: killed ${times} times; ${rows} rows of ${blocks} blocks proven, none lost, none doubled`
}

await main()
