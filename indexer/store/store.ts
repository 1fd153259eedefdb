import type pg from 'pg'
import type { Checkpoint } from '../../chain/reader/types.ts'
import { bytesOf, hexOf } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { createClient } from '../../migrations/connect.ts'
import type { CheckpointRow } from '../../migrations/tables/checkpoint.ts'
import { ForeignDatabase, RefusedRows } from '../alarms.ts'
import type { Batch } from '../events/batch.ts'
import { copyInto } from './copy.ts'
import { isRefusal, understood, withPostgres } from './databaseErrors.ts'
import { derive } from './derived.ts'
import { allOf, attachIndexes, buildIndexes, dealTables, hasIndexes } from './indexes.ts'
import { workOutSums } from './openSums.ts'
import { forgetRows, orphanRows } from './orphan.ts'

/** How Postgres sees the connection that writes. */
const NAME = 'wattledger indexer'

/** Where rows go. One connection, one transaction at a time. */
export interface Store {
  /** The block up to which rows are stored; block 0, the genesis, at first. */
  checkpoint(): Checkpoint
  /** Hash of a stored block, or null. */
  knownHash(number: number): Promise<Uint8Array | null>
  /** The sealers of the newest stored blocks, the newest first. */
  newestSealers(count: number): Promise<{ number: number; sealer: Uint8Array | null }[]>
  /**
   * Stores the blocks after the checkpoint, and moves it, or does neither. `isBackfill`: what is derived from the rows, and
   * on an empty database the entries' indexes, wait for `settle`, which every other write begins with.
   */
  append(batch: Batch, isBackfill?: boolean): Promise<void>
  /** Moves the rows above `ancestor` to `orphan` and stores those that replace them, or does neither. Rows orphaned. */
  replace(ancestor: Checkpoint, batch: Batch): Promise<number>
  /** Whether something waits for `settle`: a backfill is under way, or was broken off. */
  isUnsettled(): boolean
  /** Catches up with what a backfill left for later: indexes, and what is derived from rows. */
  settle(): Promise<void>
  /** Works out what some of the accounts with new entries have open; how many, none when all are. */
  workOut(): Promise<number>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * After a crash of Postgres the newest blocks may be missing, whole: the chain still has them. A writer that stands still in
 * the middle of a transaction gives the checkpoint's row back.
 */
const SETTINGS = `set synchronous_commit = off; set idle_in_transaction_session_timeout = '60s'`

/**
 * Who had the lock before may still be paused in a transaction, and hold the checkpoint's row: its connections go. They are
 * waited for, at most 5 s: one that builds an index notices late, and would build beside us.
 */
const END_OTHERS = `
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and usename = current_user and application_name = '${NAME}'
    and pid <> pg_backend_pid()`

/**
 * Opens the database for the manifest's chain and contract; the lock must be held. Throws `ForeignDatabase` where it holds another's.
 * Every write first moves the checkpoint from the block this store knows (compare-and-set), which also locks its row: an
 * indexer that was paused while another went on can't write (`CheckpointMoved`).
 */
export const openStore = (url: string, manifest: Manifest): Promise<Store> =>
  withPostgres(async () => {
    const client = await openClient(url)
    try {
      await client.query(SETTINGS)
      await client.query(END_OTHERS)
      let { checkpoint, derived } = await readCheckpoint(client, manifest)
      let isIndexed = await hasIndexes(client)
      let writing: Promise<unknown> = Promise.resolve()
      const transact = async <T>(first: number, to: Checkpoint, work: () => Promise<T>) => {
        const done = inTransaction(client, async () => {
          await moveCheckpoint(client, checkpoint, to)
          return await work()
        })
        writing = done.catch(() => {})
        return await refused(done, first, to.number)
      }
      const deriveRest = async () => {
        if (derived === checkpoint.number) return
        await transact(derived + 1, checkpoint, () => deriveTo(client, derived + 1, checkpoint))
        derived = checkpoint.number
      }
      const settle = async () => {
        if (isIndexed) return await deriveRest()
        // What is derived comes from whole tables, and needs no index.
        const hands = await withPostgres(() => dealTables(client))
        const building = withPostgres(() => buildIndexes(hands, () => openClient(url)))
        await allOf([refused(building, 1, checkpoint.number), deriveRest()])
        await transact(1, checkpoint, () => attachIndexes(client))
        isIndexed = true
      }
      const write = async (batch: Batch, isBackfill: boolean, before: () => Promise<number>) => {
        const isFirst = isBackfill && checkpoint.number === 0
        if (!isBackfill) await settle()
        const orphaned = await transact(batch.first, batch.last, async () => {
          const moved = await before()
          if (isFirst) await client.query('select defer_indexes()')
          await copyInto(client, batch.rows)
          if (!isBackfill) await deriveTo(client, batch.first, batch.last)
          return moved
        })
        checkpoint = { number: batch.last.number, hash: Uint8Array.from(batch.last.hash) }
        if (isFirst) isIndexed = false
        if (!isBackfill) derived = checkpoint.number
        return orphaned
      }
      return {
        checkpoint: () => checkpoint,
        // The reader reads ahead while a batch is written; what it asks must not fall into that transaction.
        knownHash: (number) => withPostgres(() => writing.then(() => hashOf(client, number))),
        newestSealers: (count) => withPostgres(() => newestSealers(client, count)),
        append: async (batch, isBackfill = false) =>
          void (await write(batch, isBackfill, () => Promise.resolve(0))),
        replace: (ancestor, batch) =>
          write(batch, false, () => orphanRows(client, ancestor.number)),
        isUnsettled: () => !isIndexed || derived < checkpoint.number,
        settle,
        workOut: () =>
          withPostgres(() => {
            const worked = inTransaction(client, () => workOutSums(client))
            writing = worked.catch(() => {})
            return worked
          }),
        [Symbol.asyncDispose]: () => client.end().catch(() => {}),
      }
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
  })

const openClient = async (url: string): Promise<pg.Client> => {
  const client = createClient(url, { name: NAME })
  // The query under way fails too, and tells; without a listener the process would end.
  client.on('error', () => {})
  await client.connect()
  return client
}

const refused = <T>(writing: Promise<T>, first: number, last: number): Promise<T> =>
  writing.catch((error: unknown) => {
    if (isRefusal(error)) throw new RefusedRows(first, last, error)
    throw error
  })

/** Removes all rows and the checkpoint, `orphan` aside: for a chain that lost its state. The lock must be held. */
export const forgetStored = (url: string): Promise<void> =>
  withPostgres(async () => {
    const client = await openClient(url)
    try {
      await inTransaction(client, () => forgetRows(client))
    } finally {
      await client.end().catch(() => {})
    }
  })

interface Standing {
  checkpoint: Checkpoint
  /** The block up to which everything is derived. */
  derived: number
}

const readCheckpoint = async (client: pg.Client, manifest: Manifest): Promise<Standing> => {
  const { chainId, genesisHash, contract } = manifest
  const genesis = bytesOf(genesisHash)
  await client.query(
    `insert into checkpoint (chain_id, genesis_hash, contract, block_number, block_hash)
     values ($1, $2, $3, 0, $2) on conflict do nothing`,
    [chainId, genesis, bytesOf(contract)],
  )
  const { rows } = await client.query<CheckpointRow>('select * from checkpoint')
  const [row] = rows
  if (row === undefined) throw new CheckpointMoved(0)
  const held = identity(row.chain_id, hexOf(row.genesis_hash), hexOf(row.contract))
  const wanted = identity(chainId, genesisHash, contract)
  if (held !== wanted) {
    const [newest] = await newestSealers(client, 1)
    throw new ForeignDatabase(held, wanted, newest === undefined || newest.sealer === null)
  }
  const { block_number: number, block_hash: hash, derived_block: derived } = row
  return { checkpoint: { number, hash }, derived }
}

const identity = (chainId: number, genesis: string, contract: string) =>
  `contract ${contract} on chain ${chainId} with genesis ${genesis}`

const moveCheckpoint = async (client: pg.Client, from: Checkpoint, to: Checkpoint) => {
  const { rowCount } = await client.query(
    `update checkpoint set block_number = $1, block_hash = $2
     where block_number = $3 and block_hash = $4`,
    [to.number, to.hash, from.number, from.hash],
  )
  if (rowCount !== 1) throw new CheckpointMoved(from.number)
}

const deriveTo = async (client: pg.Client, first: number, last: { number: number }) => {
  await derive(client, first)
  await client.query('update checkpoint set derived_block = $1', [last.number])
}

const hashOf = async (client: pg.Client, number: number): Promise<Uint8Array | null> => {
  const { rows } = await client.query<{ hash: Uint8Array }>(
    `select hash from block where number = $1
     union all select genesis_hash from checkpoint where $1 = 0`,
    [number],
  )
  return rows[0]?.hash ?? null
}

const newestSealers = async (client: pg.Client, count: number) => {
  const { rows } = await client.query<{ number: number; sealer: Uint8Array | null }>(
    'select number, sealer from block order by number desc limit $1',
    [count],
  )
  return rows
}

const inTransaction = async <T>(client: pg.Client, work: () => Promise<T>): Promise<T> => {
  try {
    await client.query('begin')
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    // On a lost connection this fails too, and Postgres has rolled back by itself.
    await client.query('rollback').catch(() => {})
    throw understood(error)
  }
}

/** Another indexer wrote since: this one was paused, or cut off from its lock. */
export class CheckpointMoved extends Error {
  constructor(known: number) {
    super(
      `The checkpoint is no longer at block ${known}: another indexer wrote. Nothing was stored twice; this one waits for its turn.`,
    )
    this.name = 'CheckpointMoved'
  }
}
