import { createPool } from '../../migrations/connect.ts'
import { lagSeconds, type Progress } from '../progress.ts'

const EVERY_MS = 1000

/**
 * Keeps the row that the portal's status page reads: once a second, and a last time when closed. On a connection of its own,
 * so that a slow batch doesn't hold it up; a failure is left to the next time, since nothing is decided by this row.
 */
export const keepStatusRow = (url: string, progress: Progress): AsyncDisposable => {
  const pool = createPool(url, { name: 'wattledger indexer status', max: 1 })
  const write = () => writeStatus(pool, progress).catch(() => {})
  let last = write()
  const timer = setInterval(() => {
    last = last.then(write)
  }, EVERY_MS)
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer)
      await last
      await write()
      await pool.end()
    },
  }
}

const writeStatus = async (pool: ReturnType<typeof createPool>, progress: Progress) => {
  const { chainHead, indexedBlock, provenBlock, state, alarm } = progress
  const alarmAt = alarm === undefined ? null : new Date(alarm.at)
  // A past alarm stays until there is another: `state` says whether it is over.
  await pool.query(
    `insert into indexer_status as old
       (chain_head, indexed_block, proven_block, lag_seconds, state, alarm, alarm_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())
     on conflict (only_row) do update set
       chain_head = excluded.chain_head, indexed_block = excluded.indexed_block,
       proven_block = excluded.proven_block, lag_seconds = excluded.lag_seconds, state = excluded.state,
       alarm = coalesce(excluded.alarm, old.alarm), alarm_at = coalesce(excluded.alarm_at, old.alarm_at),
       updated_at = excluded.updated_at`,
    [
      chainHead,
      indexedBlock,
      provenBlock,
      lagSeconds(progress, Date.now()),
      state,
      alarm?.message ?? null,
      alarmAt,
    ],
  )
}
