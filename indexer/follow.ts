import type { Logger } from 'pino'
import { openDigestThread } from '../chain/reader/digestThread.ts'
import { followChain } from '../chain/reader/followChain.ts'
import { watchHead } from '../chain/reader/head.ts'
import { createTransport } from '../chain/reader/transport.ts'
import type { ReaderEvent } from '../chain/reader/types.ts'
import { backfillLine } from './backfillLine.ts'
import type { Config } from './config.ts'
import type { Deployment } from './deployment.ts'
import { batchOf, type SpareRoom } from './events/batch.ts'
import { openPeer } from './peer.ts'
import type { Metrics } from './metrics.ts'
import type { Progress } from './progress.ts'
import { provenBlock } from './provenBlock.ts'
import type { Store } from './store/store.ts'

/** What every part of the loop needs. */
export interface Context extends Deployment {
  config: Config
  progress: Progress
  metrics: Metrics
  log: Logger
  /** Ends the indexer. */
  signal: AbortSignal
  /** Called when everything the node has is stored, the first time. */
  onCaughtUp: () => void
}

/** Seals that are looked at for the proven block; the parties take turns, so far fewer would do. */
const SEALS = 64

/**
 * Reads proven blocks and stores them, one transaction an event of the reader, until the signal. Throws the reader's
 * `TransportError` and `ChainAlarm`, `UndecodableBlock`, and the store's errors.
 */
export const followInto = async (store: Store, context: Context, signal: AbortSignal) => {
  const { config, manifest, wsUrl, progress, log } = context
  const { pace } = config
  const transport = createTransport(config.rpcUrl, {
    timeoutMs: 10_000 * pace,
    backoffMs: 100 * pace,
  })
  const peer = await openPeer(config.peer, manifest, ({ message }) =>
    log.warn(`${message} Reading over HTTP meanwhile.`),
  )
  const wakeUp = watchHead({ wsUrl, pollMs: 1_000 * pace })
  const thread = openDigestThread((error) =>
    log.warn({ cause: String(error.cause) }, `${error.message} These are hashed again without it.`),
  )
  const sayBackfill = backfillLine(log, progress)
  const spare: SpareRoom = new Map()
  try {
    await noteStored(store, context)
    const events = followChain({
      transport,
      peer,
      digest: thread.digest,
      manifest,
      after: store.checkpoint(),
      knownHash: (number) => store.knownHash(number),
      reorgLimit: config.reorgLimit,
      // An anvil that is behind has lost what it had: waiting would not bring it back.
      rewindPatienceMs: manifest.chain === 'anvil' ? 0 : config.rewindPatienceMs,
      wakeUp,
      doubtMs: 200 * pace,
      signal,
    })
    for await (const event of events) {
      const entries = await storeEvent(store, event, context, spare)
      if (store.checkpoint().number >= event.head) await store.settle()
      noteHeard(event.head, context)
      if (progress.state === 'following') await workOutForAWhile(store, signal)
      if (progress.state === 'backfilling') sayBackfill(entries)
    }
  } finally {
    wakeUp.close()
    peer?.close()
    thread.close()
    transport.close()
  }
}

/** Between two looks at the chain; after a backfill there are many accounts, and new blocks must not wait for them all. */
const A_WHILE_MS = 2_000

/** Open sums are worked out when all is stored: while blocks are behind, an account would be gone through again and again. */
const workOutForAWhile = async (store: Store, signal: AbortSignal) => {
  const until = Date.now() + A_WHILE_MS
  while (!signal.aborted && Date.now() < until) if ((await store.workOut()) === 0) return
}

/** Stores what the event brings; how many entries. */
const storeEvent = async (
  store: Store,
  event: ReaderEvent,
  context: Context,
  spare: SpareRoom,
): Promise<number> => {
  if (event.type === 'head') return 0
  const { config, metrics, log } = context
  const batch = batchOf(event.blocks, spare)
  const done = metrics.storeSeconds.startTimer()
  if (event.type === 'blocks') {
    const behind = event.head - store.checkpoint().number
    // A backfill goes on to the newest block, so that what waits for its end is done once.
    const goesOn = store.isUnsettled() && batch.last.number < event.head
    await store.append(batch, behind > config.farBehind || goesOn)
  } else {
    const from = store.checkpoint().number
    const orphaned = await store.replace(event.ancestor, batch)
    metrics.reorgs.inc()
    metrics.rowsOrphaned.inc(orphaned)
    log.warn(
      { ancestor: event.ancestor.number, from, to: batch.last.number, orphaned },
      'the chain took blocks back; their rows are in the table orphan',
    )
  }
  done()
  metrics.blocksProven.inc(event.blocks.length)
  for (const [table, { count, room }] of batch.rows) {
    metrics.rowsWritten.inc({ table }, count)
    spare.set(table, room)
  }
  await noteStored(store, context)
  return batch.entries
}

const noteStored = async (store: Store, { manifest, progress }: Context) => {
  progress.indexedBlock = store.checkpoint().number
  const { length: parties } = manifest.signers
  progress.provenBlock = provenBlock(await store.newestSealers(SEALS), parties)
}

const noteHeard = (head: number, { config, progress, log, onCaughtUp }: Context) => {
  const now = Date.now()
  progress.chainHead = head
  progress.heardAt = now
  progress.reason = undefined
  const behind = head - progress.indexedBlock
  if (behind > 0) {
    progress.behindSince ??= now
    if (progress.state !== 'following' || behind > config.farBehind) progress.state = 'backfilling'
    return
  }
  progress.behindSince = undefined
  if (progress.state === 'following') return
  progress.state = 'following'
  log.info({ block: progress.indexedBlock }, 'caught up')
  onCaughtUp()
}
