import { Hono } from 'hono'
import type { PortalEnv } from '../answer.ts'
import { jsonUrl, openApiUrl } from '../url.ts'
import { openApi } from './document.ts'

/** What every page's JSON holds, for programs. */
export const openApiDocument = () => {
  const document = openApi()
  return new Hono<PortalEnv>().get('/openapi', (c) => {
    if (c.var.format !== 'json') return c.redirect(jsonUrl(openApiUrl()), 303)
    c.header('cache-control', 'no-cache')
    return c.json(document)
  })
}
