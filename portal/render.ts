import { fileURLToPath } from 'node:url'
import { Eta } from 'eta'
import { assets } from './assets/route.ts'
import { escaped } from './markup.ts'
import type { Standing } from './record/standing.ts'
import { show } from './show.ts'

/** What every page has around it. */
export interface Frame {
  /** Path and query of the page itself. */
  readonly address: string
  /** Where the reader asked for it, as https://ledger.example: paper says it. */
  readonly origin: string
  /** Where the page is a list: all of it in one file. */
  readonly csv?: string | null
  /** How far the ledger goes; null before its first block, 'unread' on a page that did not ask (a problem's). */
  readonly standing: Standing | null | 'unread'
  /** After which entries an open page asks for itself again: any, one account's, or none. */
  readonly watch: 'ledger' | 'nothing' | { readonly account: string }
  /** False where the page shows what is being worked out still: it asks for itself again without a new entry. */
  readonly isSettled?: boolean
}

/** Templates see what show.ts lists by name; everything they print is escaped unless it is markup. */
class Pages extends Eta {
  readonly scope = { ...show, assets }
}

const pages = new Pages({
  views: fileURLToPath(new URL('.', import.meta.url)),
  cache: true,
  debug: true,
  escapeFunction: escaped,
  functionHeader: `const { ${[...Object.keys(show), 'assets'].join(', ')} } = this.scope`,
})

/** A page's HTML. `template` is its path in this folder, without ending: `bill/view`. */
export const render = (template: string, data: object & { readonly frame: Frame }): string =>
  pages.render(template, data)
