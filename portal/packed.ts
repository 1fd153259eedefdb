import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'

const pack = promisify(gzip)

/** What is smaller than a packet gains nothing. */
const LEAST = 1_400

/**
 * Packs what is text where the peer takes it, on another thread. Caches are told, by the news that a page is the same as
 * well. Files that are made piece by piece pack themselves.
 */
export const packed = createMiddleware(async (c, next) => {
  await next()
  const { res } = c
  const isText = /^(text|application\/json|application\/xml|image\/svg)/.test(
    res.headers.get('content-type') ?? '',
  )
  if (res.headers.has('content-encoding') || res.headers.has('content-disposition')) return
  if (res.status !== 304 && !isText) return
  const { status, headers } = res
  headers.append('vary', 'Accept-Encoding')
  if (!isText || !takesGzip(c.req.header('accept-encoding')) || res.body === null) return
  const body = Buffer.from(await res.arrayBuffer())
  const isWorthIt = body.length >= LEAST && c.req.method !== 'HEAD'
  if (isWorthIt) headers.set('content-encoding', 'gzip')
  // Or Hono would write the old answer's headers into the new one's.
  c.res = undefined
  c.res = new Response(isWorthIt ? await pack(body) : body, { status, headers })
})

/** "gzip, br" does, "gzip;q=0" does not. */
const takesGzip = (accepted: string | undefined): boolean =>
  /(^|[\s,])(gzip|\*)\s*($|,|;(?!\s*q=0(\.0*)?\s*(,|$)))/.test(accepted ?? '')
