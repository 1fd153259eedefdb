import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { followChain } from '../../chain/reader/followChain.ts'
import { genesisOf } from '../../chain/reader/identity.ts'
import { createTransport, type Transport } from '../../chain/reader/transport.ts'
import type { NodeAsPeer } from '../config.ts'
import { openPeer } from '../peer.ts'
import { hexOf } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { connect, createClient } from '../../migrations/connect.ts'
import type { CheckpointRow } from '../../migrations/tables/checkpoint.ts'
import { checkpointDifferences, NothingStored } from './checkpoint.ts'
import { compareBlocks } from './compareBlocks.ts'
import { compareDerived, type Uncompared } from './compareDerived.ts'
import type { Difference } from './differences.ts'
import { compareHeads } from './heads.ts'

export interface Audit {
  /** Blocks proven again, from block 1 on. */
  blocks: number
  /** Rows of these blocks that were compared, and how long that took. */
  rows: number
  seconds: number
  /** How long it took to work out anew what is derived from them. */
  derivedSeconds: number
  /** Accounts whose heads were proven against the contract's state, and how long that took. */
  accounts: number
  accountSeconds: number
  differences: Difference[]
  /** What nothing is known of. */
  uncompared: Uncompared[]
}

export interface AuditOptions {
  manifest: Manifest
  /** A connection string that may read. */
  databaseUrl: string
  rpcUrl: string
  peer?: NodeAsPeer | undefined
  signal: AbortSignal
  /** Told after every stretch of blocks. */
  onProgress: (done: { block: number; of: number; rows: number }) => void
}

/**
 * Proves every block again, from the genesis to the checkpoint, and compares what follows from it with what Postgres holds,
 * byte for byte, in one snapshot: the indexer may go on meanwhile. Then works out anew what is derived from those rows, and
 * proves every account's head against the contract's state. A node that can't be read throws as the reader does.
 */
export const audit = async (options: AuditOptions): Promise<Audit> => {
  for (let attempt = 1; ; attempt++) {
    const { tip, isDoubtful, ...found } = await auditSnapshot(options)
    // The chain may have replaced its newest blocks since the snapshot: then an indexer replaces their rows too.
    if (!isDoubtful || attempt === 3 || !(await movedFrom(tip, options))) return found
  }
}

/** How long an indexer needs at most to follow a reorg that the node shows already. */
const REORG_MS = 3_000

const movedFrom = async (tip: string, { databaseUrl, signal }: AuditOptions): Promise<boolean> => {
  await sleep(REORG_MS, undefined, { signal })
  await using db = connect(databaseUrl, { name: 'wattledger audit', max: 1 })
  const row = await db.selectFrom('checkpoint').select('block_hash').executeTakeFirst()
  return row !== undefined && hexOf(row.block_hash) !== tip
}

/** The reader's role has limits, made for pages: a snapshot that lasts as long as the audit can't keep to them. */
const BEGIN = `
  begin transaction isolation level repeatable read, read only;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

const auditSnapshot = async (options: AuditOptions) => {
  const client = createClient(options.databaseUrl, { name: 'wattledger audit' })
  client.on('error', () => {})
  const transport = createTransport(options.rpcUrl)
  await client.connect()
  try {
    await client.query(BEGIN)
    const { rows: held } = await client.query<CheckpointRow>('select * from checkpoint')
    const [checkpoint] = held
    if (checkpoint === undefined) throw new NothingStored()
    return await compareAll(client, transport, checkpoint, options)
  } finally {
    transport.close()
    await client.end().catch(() => {})
  }
}

const compareAll = async (
  client: pg.Client,
  transport: Transport,
  checkpoint: CheckpointRow,
  { manifest, signal, onProgress, ...options }: AuditOptions,
) => {
  const { block_number: blocks } = checkpoint
  const peer = await openPeer(options.peer, manifest)
  const events = followChain({
    transport,
    peer,
    manifest,
    after: genesisOf(manifest),
    knownHash: () => Promise.resolve(null),
    until: blocks,
    signal,
  })
  const walk = await timed(() =>
    compareBlocks(client, blocks === 0 ? nothing() : events, (done) =>
      onProgress({ ...done, of: blocks }),
    ),
  ).finally(() => peer?.close())
  const { last, rows, differences } = walk
  const tip = hexOf(last?.hash ?? genesisOf(manifest).hash)
  const found = {
    tip: hexOf(checkpoint.block_hash),
    blocks,
    rows,
    seconds: walk.seconds,
    differences: [...checkpointDifferences(checkpoint, manifest, tip), ...differences],
  }
  const isWithoutIndexes = (await client.query('select from deferred_index limit 1')).rowCount !== 0
  if (isWithoutIndexes || last === undefined || signal.aborted) {
    const uncompared = isWithoutIndexes ? [BACKFILLING] : []
    const none = { derivedSeconds: 0, accounts: 0, accountSeconds: 0 }
    return { ...found, ...none, uncompared, isDoubtful: isAnotherTip(found.differences) }
  }
  const altered = new Set(differences.map(({ table }) => table))
  const derived = await timed(() => compareDerived(client, checkpoint.derived_block, altered))
  const state = { contract: manifest.contract, block: blocks, stateRoot: last.stateRoot }
  const heads = await timed(() => compareHeads(client, transport, state, signal))
  return {
    ...found,
    derivedSeconds: derived.seconds,
    accounts: heads.accounts,
    accountSeconds: heads.seconds,
    differences: [...found.differences, ...derived.differences, ...heads.differences],
    uncompared: [...derived.uncompared, ...heads.uncompared],
    isDoubtful: isAnotherTip(found.differences) || heads.uncompared.length > 0,
  }
}

const BACKFILLING: Uncompared = {
  what: 'Tables worked out from rows, and account heads',
  why: 'a backfill is under way, at whose end they and the indexes are made',
}

const isAnotherTip = (differences: readonly Difference[]): boolean =>
  differences.some(({ table, column }) => table === 'checkpoint' && column === 'block_hash')

async function* nothing(): AsyncGenerator<never> {}

const timed = async <T>(work: () => Promise<T>): Promise<T & { seconds: number }> => {
  const began = performance.now()
  const result = await work()
  return { ...result, seconds: (performance.now() - began) / 1000 }
}
