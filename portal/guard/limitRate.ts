import { createMiddleware } from 'hono/factory'
import type { PortalEnv } from '../answer.ts'
import { TooManyRequests } from '../problem/problem.ts'
import { createBuckets } from './buckets.ts'
import { clientAddress, isLoopback } from './clientAddress.ts'
import { socketOf } from './socketOf.ts'

/** How often one client may ask, and how many proxies of our own stand between. */
export interface RateLimit {
  readonly requestsPerMinute: number
  readonly proxies: number
}

/**
 * Refuses who asks more often than they may: half a minute's requests at once, the others spread over it. This machine itself
 * is not limited, unless a proxy on it was named: it is the operator's. Throws `TooManyRequests`.
 */
export const limitRate = ({ requestsPerMinute, proxies }: RateLimit, now = Date.now) => {
  const burst = Math.max(1, requestsPerMinute / 2)
  const buckets = createBuckets({ burst, perSecond: requestsPerMinute / 60 })
  let isWarned = false
  return createMiddleware<PortalEnv>(async (c, next) => {
    const peer = socketOf(c)?.remoteAddress
    // Somebody who has left meanwhile has no address any more.
    if (peer === undefined) return next()
    const forwardedFor = c.req.header('x-forwarded-for')
    const client = clientAddress(peer, forwardedFor, proxies)
    if (proxies === 0 && isLoopback(client)) {
      if (forwardedFor !== undefined && !isWarned) {
        isWarned = true
        process.stderr.write(unnamedProxy)
      }
      return next()
    }
    const wait = buckets.take(client, now())
    if (wait > 0) throw new TooManyRequests(requestsPerMinute, wait)
    await next()
  })
}

const unnamedProxy =
  'portal: a proxy on this machine passes requests on, and nobody is limited by address: say PROXIES=1, or how many there are.\n'
