/** How much each may ask: so many requests at once, and so many more each second. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

interface Bucket {
  tokens: number
  /** Milliseconds. */
  at: number
}

/** Clients remembered; of more, those who asked least recently are forgotten, which gives them a full bucket again. */
const ROOM = 20_000

/**
 * A bucket of tokens for each client: a request takes one, and they fill up again with time. `take` gives 0 where there was
 * one, else in how many seconds there will be. `now` is in milliseconds.
 */
export const createBuckets = ({ burst, perSecond }: Allowance, room = ROOM) => {
  const buckets = new Map<string, Bucket>()
  return {
    take: (client: string, now: number): number => {
      const bucket = buckets.get(client) ?? { tokens: burst, at: now }
      const passed = Math.max(0, now - bucket.at) / 1_000
      const tokens = Math.min(burst, bucket.tokens + passed * perSecond)
      const isAllowed = tokens >= 1
      buckets.delete(client)
      buckets.set(client, { tokens: isAllowed ? tokens - 1 : tokens, at: now })
      for (const oldest of buckets.keys()) {
        if (buckets.size <= room) break
        buckets.delete(oldest)
      }
      return isAllowed ? 0 : Math.ceil((1 - tokens) / perSecond)
    },
    get size() {
      return buckets.size
    },
  }
}
