/**
 * Kills one part of a running network again and again, as a power cut would (kill -9), while entries are written, and
 * proves at the end that nothing is lost and nothing doubled: `npm run kill-campaign -- --help`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { hexOf } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { audit } from '../../indexer/audit/audit.ts'
import { connect } from '../../migrations/connect.ts'
import { stopSignal } from '../../indexer/stopSignal.ts'
import { startServer } from '../../migrations/embedded/server.ts'
import { migrate, renewRoleUrls } from '../../migrations/migrate.ts'
import { type RunningIndexer, startIndexer } from '../indexer/indexer.ts'
import { freePort } from '../machine/freePort.ts'
import { type GethNetwork, startGethNetwork } from '../machine/geth.ts'
import { deploy, writeEntries } from './load.ts'
import { timeText } from './timeText.ts'

const victims = ['indexer', 'postgres', 'rpc', 'signer'] as const
type Victim = (typeof victims)[number]
const signers = ['board', 'consumer', 'regulator'] as const

const usage = `npm run kill-campaign -- [options]

  --times N        kills of each (100)
  --only VICTIM    one of ${victims.join(', ')}

Needs Geth 1.13.15. A hundred of each take about twenty minutes on two cores.
`
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

/** No part takes so long to come back, but on a machine that stands still. */
const PATIENCE_MS = 120_000

const signal = stopSignal()

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
  const kill: Record<Victim, (time: number) => Promise<void>> = {
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
    signer: async (time) => {
      const signer = signers[time % signers.length] ?? 'board'
      await network.killNode(signer)
      await network.startNode(signer)
    },
  }
  try {
    await indexer.caughtUp
    const times = Number(values.times)
    const chosen = victims.filter((victim) => (values.only ?? victim) === victim)
    const whole = progressOf(chosen.length * times)
    for (const victim of chosen) {
      const recoveries: number[] = []
      for (let time = 1; time <= times; time++) {
        // At another moment of the block's second each time.
        await sleep((137 * time) % 1_000, undefined, { signal })
        const killed = performance.now()
        await kill[victim](time)
        await untilStored(server.url, network)
        recoveries.push((performance.now() - killed) / 1000)
        whole(`${victim}: ${time} of ${times}`)
      }
      const slowest = `back and a newer block stored after ${secondsOf(recoveries)}`
      process.stdout.write(
        `${await proven(server.url, network, manifest, victim, times)}; ${slowest}\n`,
      )
    }
  } finally {
    await load.stop()
    await indexer[Symbol.asyncDispose]()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Says after each kill how far it is, and how long the rest will take. */
const progressOf = (kills: number) => {
  const began = performance.now()
  let done = 0
  return (what: string) => {
    done++
    const each = (performance.now() - began) / 1000 / done
    process.stderr.write(
      `${what}, ${each.toFixed(1)} s a kill, ${timeText(each * (kills - done))} left\n`,
    )
  }
}

/** The middle one, and the longest. */
const secondsOf = (seconds: readonly number[]): string => {
  const sorted = seconds.toSorted((a, b) => a - b)
  const [middle = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  return `${middle.toFixed(1)} s, at most ${longest.toFixed(1)} s`
}

/** Waits until a block that came after the kill is stored. */
const untilStored = async (url: string, network: GethNetwork): Promise<void> => {
  const end = Date.now() + PATIENCE_MS
  const wanted = (await network.height()) + 2
  while (Date.now() < end) {
    signal.throwIfAborted()
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
    signal,
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
