import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type PeerAddress, peerAddress } from '../chain/reader/peer/address.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const environment = z.object({
  WATTLEDGER_HOME: z.string().default(join(import.meta.dirname, '..', '.wattledger')),
  RPC_URL: z.url({ protocol: /^https?$/ }).optional(),
  RPC_PORT: port.default(8545),
  WS_URL: z.url({ protocol: /^wss?$/ }).optional(),
  WS_PORT: port.default(8546),
  PEER_URL: z
    .string()
    .transform((url, context) => {
      const address = peerAddress(url)
      if (address === null) context.addIssue('An enode URL is wanted: enode://KEY@ADDRESS:PORT.')
      return address ?? z.NEVER
    })
    .optional(),
  INDEXER_PORT: port.default(9464),
  INDEXER_HOST: z.string().default('127.0.0.1'),
  REORG_LIMIT: z.coerce.number().int().min(1).default(64),
  REWIND_PATIENCE_SECONDS: z.coerce.number().min(0).default(30),
  READY_LAG_SECONDS: z.coerce.number().min(0).default(30),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface NodeAsPeer {
  address: PeerAddress
  /** Key by which the node knows us; any other will do where it has room for peers. */
  keyFile: string
}

export interface Config {
  manifestFile: string
  databaseFile: string
  /** The node, over HTTP. */
  rpcUrl: string
  /** Where it announces new blocks; undefined where that follows from the chain's kind. */
  wsUrl: string | undefined
  wsPort: number
  /** The same node's address among nodes, from which blocks are read with less work; undefined: over HTTP, as all else. */
  peer?: NodeAsPeer | undefined
  /** Where /health, /ready and /metrics are served; port 0 is any free one. */
  host: string
  port: number
  /** Blocks that a reorg may replace; a deeper one is an alarm. */
  reorgLimit: number
  /** How long a node may be behind what is stored (after a restart) before that is an alarm. */
  rewindPatienceMs: number
  /** Behind for longer than this, the indexer is not ready. */
  readyLagSeconds: number
  logLevel: string
  /** Blocks behind from which on following is a backfill: rows first, what is derived from them and indexes at its end. */
  farBehind: number
  /** Every wait of the indexer is so many times its usual length: 1, but for a simulation that has no time. */
  pace: number
}

/** What the indexer needs of the environment. Throws `BadEnvironment`, naming every value that makes no sense. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  // `NAME= command` means the same as leaving NAME out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) throw new BadEnvironment(z.prettifyError(read.error))
  const { data } = read
  const home = resolve(data.WATTLEDGER_HOME)
  return {
    manifestFile: join(home, 'manifest.json'),
    databaseFile: join(home, 'database.json'),
    rpcUrl: data.RPC_URL ?? `http://127.0.0.1:${data.RPC_PORT}`,
    wsUrl: data.WS_URL,
    wsPort: data.WS_PORT,
    peer: data.PEER_URL && {
      address: data.PEER_URL,
      keyFile: join(home, 'network', 'reader', 'nodekey'),
    },
    host: data.INDEXER_HOST,
    port: data.INDEXER_PORT,
    reorgLimit: data.REORG_LIMIT,
    rewindPatienceMs: data.REWIND_PATIENCE_SECONDS * 1000,
    readyLagSeconds: data.READY_LAG_SECONDS,
    logLevel: data.LOG_LEVEL,
    farBehind: 100,
    pace: 1,
  }
}

export class BadEnvironment extends Error {
  constructor(detail: string) {
    super(`The environment makes no sense:\n${detail}\nSee indexer/README.md for what each means.`)
    this.name = 'BadEnvironment'
  }
}
