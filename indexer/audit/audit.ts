import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { followChain } from '../../chain/reader/followChain.ts'
import { genesisOf } from '../../chain/reader/identity.ts'
import { createTransport } from '../../chain/reader/transport.ts'
import type { NodeAsPeer } from '../config.ts'
import { openPeer } from '../peer.ts'
import type { VerifiedBlock } from '../../chain/reader/types.ts'
import { hexOf } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { connect, createClient } from '../../migrations/connect.ts'
import type { CheckpointRow } from '../../migrations/tables/checkpoint.ts'
import { batchOf, rowTables, type RowTable } from '../events/batch.ts'
import { CopyRows } from '../events/copyRows.ts'
import { TableDifferences, type Difference } from './differences.ts'
import { readRows } from './readRows.ts'

export interface Audit {
  /** Blocks proven again, from block 1 on. */
  blocks: number
  /** Rows that Postgres holds and that were compared. */
  rows: number
  seconds: number
  differences: Difference[]
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

const tables = Object.keys(rowTables) as RowTable[]

/**
 * Proves every block again, from the genesis to the checkpoint, and compares what follows from it with what Postgres holds,
 * byte for byte, in one snapshot: the indexer may go on meanwhile. A node that can't be read throws as the reader does.
 */
export const audit = async (options: AuditOptions): Promise<Audit> => {
  const began = performance.now()
  for (let attempt = 1; ; attempt++) {
    const { tip, ...found } = await auditSnapshot(options)
    const isAnotherTip = found.differences.some(({ column }) => column === 'block_hash')
    // The chain may have replaced its newest blocks since the snapshot: then an indexer replaces their rows too.
    if (!isAnotherTip || attempt === 3 || !(await movedFrom(tip, options)))
      return { ...found, seconds: (performance.now() - began) / 1000 }
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

const auditSnapshot = async (options: AuditOptions) => {
  const client = createClient(options.databaseUrl, { name: 'wattledger audit' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    await client.query('set local statement_timeout = 0')
    const { rows: held } = await client.query<CheckpointRow>('select * from checkpoint')
    const [checkpoint] = held
    if (checkpoint === undefined) throw new NothingStored()
    const found = await compareAll(client, checkpoint, options)
    return { ...found, tip: hexOf(checkpoint.block_hash) }
  } finally {
    await client.end().catch(() => {})
  }
}

const compareAll = async (client: pg.Client, checkpoint: CheckpointRow, options: AuditOptions) => {
  const { manifest, rpcUrl, signal, onProgress } = options
  const last = checkpoint.block_number
  const differences = new Map(tables.map((table) => [table, new TableDifferences(table)]))
  let rows = 0
  const compare = async (
    table: RowTable,
    proven: Uint8Array,
    where: Parameters<typeof readRows>[2],
  ) => {
    const stored = await readRows(client, table, where)
    differences.get(table)?.compare(stored, Buffer.from(proven))
    return stored
  }
  let tip = hexOf(genesisOf(manifest).hash)
  const transport = createTransport(rpcUrl)
  const peer = await openPeer(options.peer, manifest)
  try {
    const events = followChain({
      transport,
      peer,
      manifest,
      after: genesisOf(manifest),
      knownHash: () => Promise.resolve(null),
      until: last,
      signal,
    })
    if (last > 0) {
      for await (const event of events) {
        if (event.type !== 'blocks') continue
        const { batch, where } = provenRows(event.blocks)
        for (const table of tables) {
          const proven = batch.get(table) ?? noRows(table)
          rows += proven.count
          await compare(table, proven.end(), where)
        }
        tip = hexOf((event.blocks.at(-1) as VerifiedBlock).hash)
        onProgress({ block: where.last, of: last, rows })
      }
    }
  } finally {
    peer?.close()
    transport.close()
  }
  const outside = { from: 1, last, isInside: false }
  for (const table of tables) await compare(table, noRows(table).end(), outside)
  const all = tables.flatMap((table) => differences.get(table)?.take() ?? [])
  return {
    blocks: last,
    rows,
    differences: [...checkpointDifferences(checkpoint, manifest, tip), ...all],
  }
}

/** What the blocks' rows must be, in the order in which Postgres is asked for them. */
const provenRows = (blocks: readonly VerifiedBlock[]) => {
  const { first, last, rows } = batchOf(blocks)
  return { batch: rows, where: { from: first, last: last.number } }
}

const noRows = (table: RowTable) => new CopyRows(Object.keys(rowTables[table]).length)

const checkpointDifferences = (
  held: CheckpointRow,
  manifest: Manifest,
  tip: string,
): Difference[] => {
  const pairs = [
    ['chain_id', String(held.chain_id), String(manifest.chainId)],
    ['genesis_hash', hexOf(held.genesis_hash), manifest.genesisHash],
    ['contract', hexOf(held.contract), manifest.contract],
    ['block_hash', hexOf(held.block_hash), tip],
  ] as const
  return pairs.flatMap(([column, is, was]) =>
    is === was
      ? []
      : [
          {
            table: 'checkpoint',
            row: `block_number ${held.block_number}`,
            what: 'altered',
            column,
            held: is,
            proven: was,
          },
        ],
  )
}

/** There is no checkpoint: no indexer ran on this database. */
export class NothingStored extends Error {
  constructor() {
    super('The database holds no checkpoint, so nothing was indexed yet: start the indexer first.')
    this.name = 'NothingStored'
  }
}
