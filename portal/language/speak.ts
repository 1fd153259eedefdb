import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'
import type { PortalEnv } from '../answer.ts'
import { accepted } from './accepted.ts'
import { isLanguage, languages } from './languages.ts'
import { language, speaking } from './spoken.ts'

/**
 * Chooses the language of a page: what its address asks for (`?lang=as`), else what the browser would rather read. Data
 * (JSON, CSV) is English. Caches are told what the page depends on.
 */
export const speak = createMiddleware<PortalEnv>(async (c, next) => {
  if (c.var.format !== 'html') return next()
  const asked = c.req.query('lang')
  const chosen = isLanguage(asked) ? asked : null
  const preferred = () =>
    accepts(c, {
      header: 'Accept-Language',
      supports: Object.keys(languages),
      default: 'en',
      match: accepted,
    }) as keyof typeof languages
  await speaking({ language: chosen ?? preferred(), chosen }, async () => {
    await next()
    if (isPage(c.res)) {
      c.res.headers.set('content-language', language())
      c.res.headers.append('vary', 'Accept-Language')
    }
  })
})

/** A page, or the news that a browser's own copy of it still holds. */
const isPage = ({ status, headers }: Response): boolean =>
  status === 304 || (headers.get('content-type') ?? '').startsWith('text/html')
