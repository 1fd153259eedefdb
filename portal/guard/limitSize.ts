import { createMiddleware } from 'hono/factory'
import type { PortalEnv } from '../answer.ts'
import { AddressTooLong, TakesNothing } from '../problem/problem.ts'

/** The longest address that a page of this portal links to has 300 signs. */
const LONGEST_ADDRESS = 2_000

/** Refuses what no page asks for: an endless address, and a request that brings something along. */
export const limitSize = createMiddleware<PortalEnv>(async (c, next) => {
  const url = new URL(c.req.url)
  const length = url.pathname.length + url.search.length
  if (length > LONGEST_ADDRESS) throw new AddressTooLong(length, LONGEST_ADDRESS)
  const brings = c.req.header('content-length') ?? '0'
  if (brings !== '0' || c.req.header('transfer-encoding') !== undefined) {
    // What is still under way is not waited for.
    c.header('connection', 'close')
    throw new TakesNothing()
  }
  await next()
})
