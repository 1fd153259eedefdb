import { createMiddleware } from 'hono/factory'
import type { PortalEnv } from '../answer.ts'
import { answerMethod } from '../problem/route.ts'

const ALLOWED = 'GET, HEAD, OPTIONS'

/** GET and HEAD are answered, OPTIONS says so, and whatever else there may be is refused. */
export const onlyReading = createMiddleware<PortalEnv>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  c.header('allow', ALLOWED)
  return c.req.method === 'OPTIONS' ? c.body(null, 204) : answerMethod(c)
})
