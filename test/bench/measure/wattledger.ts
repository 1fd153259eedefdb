import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { peerAddress } from '../../../chain/reader/peer/address.ts'
import { audit } from '../../../indexer/audit/audit.ts'
import { connect, createClient } from '../../../migrations/connect.ts'
import { migrate, renewRoleUrls } from '../../../migrations/migrate.ts'
import { freePort } from '../../machine/freePort.ts'
import type { KeptChain } from '../chain/keptChain.ts'
import { cpuSecondsOf } from './cpuTime.ts'
import { startChild } from './child.ts'
import type { BenchPostgres } from './postgres.ts'

export interface Indexed {
  /** From the moment its HTTP answers until everything is stored. */
  readonly seconds: number
  /** The same from the start of the process. */
  readonly secondsInAll: number
  readonly peakMemory: number
  /** Processor time of the indexer itself. */
  readonly cpuSeconds: number
  readonly rows: number
  /** Bytes of all tables and their indexes. */
  readonly disk: number
}

/** Without `peer`, everything is read over HTTP. */
interface Node {
  readonly url: string
  readonly ws: string
  readonly peer?: string
}

type Chain = Pick<KeptChain, 'manifest' | 'blocks'>

/** Our indexer as it runs, on a database of its own, everything stored; gone with its rows by `await using`. */
export const openIndexer = async (
  { manifest, blocks }: Chain,
  node: Node,
  postgres: BenchPostgres,
) => {
  await using open = new AsyncDisposableStack()
  const owner = await postgres.create('wattledger')
  open.defer(() => postgres.drop('wattledger'))
  const home = await mkdtemp(path.join(tmpdir(), 'wattledger-bench-home-'))
  open.defer(() => rm(home, { recursive: true, force: true }))
  const { roles } = await migrate(owner)
  const { writer } = await renewRoleUrls(owner, roles)
  await writeFile(path.join(home, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(path.join(home, 'database.json'), JSON.stringify({ writer }))
  const port = await freePort()
  const health = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    WATTLEDGER_HOME: home,
    RPC_URL: node.url,
    WS_URL: node.ws,
    PEER_URL: node.peer ?? '',
    INDEXER_PORT: String(port),
  }
  const began = performance.now()
  const indexer = open.use(startChild(process.execPath, ['indexer/main.ts'], { env }))
  await indexer.until200(`${health}/health`)
  const answered = performance.now()
  await untilStored(health, blocks, indexer.until200)
  const ended = performance.now()
  const kept = open.move()
  return {
    owner,
    pid: indexer.pid,
    output: indexer.output,
    peakMemory: indexer.peakMemory,
    memory: indexer.memory,
    seconds: (ended - answered) / 1000,
    secondsInAll: (ended - began) / 1000,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

/** From an empty database until all is stored; then the audit of every row, by itself. */
export const indexByWattledger = async (
  chain: KeptChain,
  node: Node,
  postgres: BenchPostgres,
): Promise<Indexed & { auditedRowsPerSecond: number }> => {
  await using indexer = await openIndexer(chain, node, postgres)
  const { owner, seconds, secondsInAll } = indexer
  const peakMemory = indexer.peakMemory()
  const cpuSeconds = cpuSecondsOf(indexer.pid)
  const audited = await audit({
    manifest: chain.manifest,
    databaseUrl: owner,
    rpcUrl: node.url,
    peer: peerOf(node),
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  if (audited.differences.length > 0) throw new Error('The audit finds other rows than the chain.')
  return {
    seconds,
    secondsInAll,
    peakMemory,
    cpuSeconds,
    auditedRowsPerSecond: audited.rows / audited.seconds,
    ...(await stored(owner)),
  }
}

/** As what the indexer would be told of it; no key is kept there, so it takes any. */
const peerOf = ({ peer = '' }: Node) => {
  const address = peerAddress(peer)
  return address === null ? undefined : { address, keyFile: '' }
}

const untilStored = async (
  health: string,
  blocks: number,
  until200: (url: string) => Promise<void>,
) => {
  for (;;) {
    await until200(`${health}/health`)
    const answer = await fetch(`${health}/ready`)
    const { indexedBlock, state } = (await answer.json()) as { indexedBlock: number; state: string }
    // Following: the indexes are built and what is derived from the rows is, too.
    if (indexedBlock >= blocks && state === 'following') return
    await new Promise((later) => setTimeout(later, 20))
  }
}

const stored = async (url: string): Promise<{ rows: number; disk: number }> => {
  await using db = connect(url)
  const { entries } = await db
    .selectFrom('entry')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow()
  const client = createClient(url)
  await client.connect()
  const { rows } = await client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(oid))::text as bytes from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  await client.end()
  return { rows: entries, disk: Number(rows[0]?.bytes) }
}
