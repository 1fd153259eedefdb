/** What the indexer does. `waiting`: for its turn, the node or Postgres. */
export type State = 'starting' | 'waiting' | 'backfilling' | 'following' | 'alarm' | 'stopped'

/** How the indexer fares: one object, written by the loop, read by /ready, the metrics and the status row. */
export interface Progress {
  state: State
  /** Why it waits, or what the alarm says. */
  reason: string | undefined
  /** Newest block the node spoke of. */
  chainHead: number
  indexedBlock: number
  provenBlock: number
  /** When the node was last heard, and since when there is something it has and we have not; ms since 1970. */
  heardAt: number
  behindSince: number | undefined
  lastError: { at: number; message: string } | undefined
  alarm: { at: number; message: string } | undefined
}

export const newProgress = (now: number): Progress => ({
  state: 'starting',
  reason: undefined,
  chainHead: 0,
  indexedBlock: 0,
  provenBlock: 0,
  heardAt: 0,
  behindSince: now,
  lastError: undefined,
  alarm: undefined,
})

/** Seconds since everything the node had was stored; 0 when it is. */
export const lagSeconds = ({ behindSince }: Progress, now: number): number =>
  behindSince === undefined ? 0 : Math.max(0, Math.round((now - behindSince) / 1000))

/** A node that was not heard for so long is as good as none. */
const DEAF_MS = 30_000

/** Why the indexer is not ready to be relied on, or undefined where it is. */
export const whyNotReady = (
  progress: Progress,
  readyLagSeconds: number,
  now: number,
): string | undefined => {
  const { state, reason, indexedBlock, chainHead, heardAt } = progress
  if (state !== 'following' && state !== 'backfilling')
    return reason === undefined ? state : `${state}: ${reason}`
  const lag = lagSeconds(progress, now)
  if (lag > readyLagSeconds)
    return `behind for ${lag} s: block ${indexedBlock} of ${chainHead} is stored`
  if (now - heardAt > DEAF_MS)
    return `the node was not heard for ${Math.round((now - heardAt) / 1000)} s`
  return undefined
}
