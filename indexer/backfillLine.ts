import type { Logger } from 'pino'
import type { Progress } from './progress.ts'

const EVERY_MS = 2000

/** Says every two seconds how a backfill gets on: its rate since the last line, and the time left at that rate. */
export const backfillLine = (log: Logger, progress: Progress) => {
  let last = { at: Date.now(), block: progress.indexedBlock }
  let entries = 0
  return (newEntries: number) => {
    entries += newEntries
    const now = Date.now()
    if (now - last.at < EVERY_MS) return
    const seconds = (now - last.at) / 1000
    const rate = (progress.indexedBlock - last.block) / seconds
    const left = progress.chainHead - progress.indexedBlock
    log.info(
      {
        block: progress.indexedBlock,
        of: progress.chainHead,
        blocksPerSecond: Math.round(rate),
        entriesPerSecond: Math.round(entries / seconds),
        secondsLeft: rate > 0 ? Math.ceil(left / rate) : null,
      },
      'catching up',
    )
    last = { at: now, block: progress.indexedBlock }
    entries = 0
  }
}
