import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '../../migrations/connect.ts'
import { withPostgres } from './databaseErrors.ts'

/** Any number will do; the lock is the database's own. */
const INDEXER_LOCK = 20_482_002

/** How soon a waiting indexer takes over at the latest. */
const RETRY_MS = 500

export interface Lock {
  /** Aborted when the connection that holds the lock is lost, and with it the lock. */
  lost: AbortSignal
  [Symbol.asyncDispose](): Promise<void>
}

interface Waiting {
  /** As in the config. */
  pace: number
  signal: AbortSignal
}

/**
 * The right to write, on a connection of its own; waits while another indexer has it. Losing it stops this one, but what makes
 * a paused one harmless is the compare-and-set on the checkpoint (store.ts).
 * @param onWait Called once, if it has to wait.
 */
export const takeLock = (
  url: string,
  { pace, signal }: Waiting,
  onWait: () => void,
): Promise<Lock> =>
  withPostgres(async () => {
    const client = createClient(url, { name: 'wattledger indexer lock' })
    const lost = new AbortController()
    client.on('error', () => lost.abort())
    client.on('end', () => lost.abort())
    await client.connect()
    try {
      // A machine that vanishes says no goodbye: Postgres must notice within seconds, to let another take over.
      await client.query(`
        select set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '2', false),
          set_config('tcp_keepalives_count', '3', false)
      `)
      for (let waits = 0; !(await tryLock(client)); waits++) {
        if (waits === 0) onWait()
        await sleep(RETRY_MS * pace, undefined, { signal })
      }
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    return {
      lost: lost.signal,
      [Symbol.asyncDispose]: () => client.end().catch(() => {}),
    }
  })

const tryLock = async (client: ReturnType<typeof createClient>) => {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [INDEXER_LOCK],
  )
  return rows[0]?.taken === true
}
