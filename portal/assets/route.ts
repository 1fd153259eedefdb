import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { NotFound } from '../problem/problem.ts'
import { assetUrl } from '../url.ts'
import { plain } from '../words/t.ts'

const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')
const verifier = new URL('../../contracts/artifacts/verify.mjs', import.meta.url)
const here = (name: string) => new URL(name, import.meta.url)

interface Asset {
  readonly type: string
  readonly body: Buffer
  readonly url: string
}

/** Everything a page loads, read once at the start. */
const files = new Map<string, Asset>(
  [
    ['style.css', 'text/css; charset=utf-8', here('style.css')] as const,
    ['live.js', 'text/javascript; charset=utf-8', here('live.js')] as const,
    ['verify.js', 'text/javascript; charset=utf-8', here('verify.js')] as const,
    ['verify.mjs', 'text/javascript; charset=utf-8', verifier] as const,
    ['htmx.js', 'text/javascript; charset=utf-8', htmx] as const,
    ['icon.svg', 'image/svg+xml', here('icon.svg')] as const,
  ].map(([name, type, file]) => {
    const body = readFileSync(file)
    const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
    return [name, { type, body, url: assetUrl(name, version) }]
  }),
)

const urlOf = (name: string): string => {
  const file = files.get(name)
  if (file === undefined) throw new Error(`No asset ${name}`)
  return file.url
}

/** Addresses of the assets; they change with the content. */
export const assets = {
  style: urlOf('style.css'),
  live: urlOf('live.js'),
  htmx: urlOf('htmx.js'),
  icon: urlOf('icon.svg'),
  verify: urlOf('verify.js'),
  verifier: urlOf('verify.mjs'),
}

export const assetRoutes = () =>
  new Hono().get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'))
    if (file === undefined) throw new NotFound(plain('problem.noFile'), plain('problem.goFirst'))
    c.header('content-type', file.type)
    // A link with a version names this content and no other.
    const isVersioned = file.url.endsWith(`?v=${c.req.query('v')}`)
    c.header('cache-control', isVersioned ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(new Uint8Array(file.body))
  })
