import { setTimeout as sleep } from 'node:timers/promises'
import { ChainAlarm, DeepReorg, RewoundChain } from '../chain/reader/alarms.ts'
import { RpcError, TransportError } from '../chain/reader/transportError.ts'
import { MalformedAnswer } from '../contracts/proof/json.ts'
import { ForeignDatabase, IndexerAlarm } from './alarms.ts'
import { connect } from '../migrations/connect.ts'
import { requireMigrated } from '../migrations/migrate.ts'
import { followInto, type Context } from './follow.ts'
import { withPostgres } from './store/databaseErrors.ts'
import { takeLock } from './store/lock.ts'
import { keepStatusRow } from './store/statusRow.ts'
import { forgetStored, openStore } from './store/store.ts'

/**
 * One time of being the writer: schema → lock → store → follow, until the signal. What passes at the node is waited out here, with the
 * lock held; what passes at Postgres ends the session (supervise.ts begins another), and so does an alarm.
 */
export const runSession = async (context: Context): Promise<void> => {
  const { config, writerUrl, progress, log, signal } = context
  await requireSchema(writerUrl)
  await using lock = await takeLock(writerUrl, { pace: config.pace, signal }, () => {
    progress.state = 'waiting'
    progress.reason = 'another indexer holds the lock'
    log.info('another indexer holds the lock; waiting for its turn')
  })
  const writing = AbortSignal.any([signal, lock.lost])
  await using _status = keepStatusRow(writerUrl, progress)
  progress.state = 'backfilling'
  try {
    for (let failures = 0; !writing.aborted;) {
      const began = Date.now()
      try {
        await followStored(context, writing)
      } catch (error) {
        if (writing.aborted) break
        if (isOfNode(error)) {
          failures = progress.heardAt > began ? 1 : failures + 1
          context.metrics.rpcErrors.inc()
          await waitAfter(error, failures, context, writing)
        } else if (isLostState(error, context)) {
          log.warn(
            `${error.message} The embedded anvil lost what it had (it is no ledger to rely on): indexing it again from the start.`,
          )
          await forgetStored(writerUrl)
        } else throw error
      }
    }
  } catch (error) {
    noteAlarm(error, context)
    throw error
  }
  if (lock.lost.aborted && !signal.aborted) throw new LockLost()
  progress.state = 'stopped'
}

const requireSchema = (url: string) =>
  withPostgres(async () => {
    await using db = connect(url, { name: 'wattledger indexer schema', max: 1 })
    await requireMigrated(db)
  })

const followStored = async (context: Context, signal: AbortSignal) => {
  await using store = await openStore(context.writerUrl, context.manifest)
  await followInto(store, context, signal)
}

const LONGEST_WAIT_MS = 10_000

/** Waits after an error that passes, the longer the more there were; the reason is on /ready meanwhile. */
export const waitAfter = async (
  trouble: Error,
  failures: number,
  { config, progress, log }: Context,
  signal: AbortSignal,
) => {
  const ms =
    Math.min(LONGEST_WAIT_MS, 250 * 2 ** failures) * (0.5 + Math.random() / 2) * config.pace
  progress.state = 'waiting'
  progress.reason = trouble.message
  progress.lastError = { at: Date.now(), message: trouble.message }
  log.warn({ again: `${(ms / 1000).toFixed(1)} s` }, trouble.message)
  await sleep(ms, undefined, { signal }).catch(() => {})
}

/** The node gave no answer, refused one, or gave one that is none: a proxy's page, an empty result. */
const isOfNode = (error: unknown): error is Error =>
  error instanceof TransportError || error instanceof RpcError || error instanceof MalformedAnswer

/** anvil writes its state every few seconds, so a kill -9 sets it back; Geth in archive mode does not lose a sealed block. */
const isLostState = (error: unknown, { manifest }: Context): error is Error =>
  manifest.chain === 'anvil' &&
  (error instanceof RewoundChain ||
    error instanceof DeepReorg ||
    (error instanceof ForeignDatabase && error.isPractice))

const noteAlarm = (error: unknown, { progress, metrics, log }: Context) => {
  if (!(error instanceof ChainAlarm || error instanceof IndexerAlarm)) return
  progress.state = 'alarm'
  progress.reason = error.message
  progress.alarm = { at: Date.now(), message: `${error.name}: ${error.message}` }
  metrics.alarms.inc({ alarm: error.name })
  log.fatal({ alarm: error.name, block: progress.indexedBlock }, error.message)
}

/** The connection that held the lock is gone. */
export class LockLost extends Error {
  constructor() {
    super(
      'The connection that held the indexer lock was lost, so nothing more was written: taking it again.',
    )
    this.name = 'LockLost'
  }
}
