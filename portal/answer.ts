import type { Context } from 'hono'
import type { Answer, KeptAnswers, Making } from './keptAnswers.ts'
import { language } from './language/spoken.ts'
import { answerCsv } from './list/answerCsv.ts'
import type { ListExport } from './list/listExport.ts'
import { NotFound } from './problem/problem.ts'
import type { Ledger } from './readOnly.ts'
import { snapshot } from './readOnly.ts'
import { isBehind, readStanding, type Standing } from './record/standing.ts'
import { type Frame, render } from './render.ts'
import { namesEdition } from './show/category.ts'
import { tellOnce } from './toldOf.ts'
import { csvUrl } from './url.ts'
import { plain } from './words/t.ts'

/** What every request carries: the form in which it wants its answer, and what others were answered just now. */
export interface PortalEnv {
  Variables: { format: Format; answers: KeptAnswers }
}
export type PortalContext = Context<PortalEnv>

/** By the ending of the path; a page is HTML, and has none. */
export type Format = 'html' | 'json' | 'csv' | 'jsonl'

/** Plain data that JSON can say: no bigint, so money is a string of paise before it gets here. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A page as data: what to ask the ledger, and how to tell the answer to people and to machines. */
export interface Page<Found> {
  /** All numbers of the page, read from one snapshot. Throws a `Problem` where there is nothing to show. */
  readonly ask: (db: Ledger, standing: Standing | null) => Promise<Found>
  readonly json: (found: Found, standing: Standing | null) => Json
  /** What the page checks against the node, after the snapshot is closed: no connection waits for a network. */
  readonly askNode?: (found: Found, standing: Standing | null) => Promise<Found>
  /** What the node's answer adds to the ETag: null where it could not be asked. Without this there is no ETag. */
  readonly nodeTag?: (found: Found) => string | null
  /** The template, and what it needs beside the frame. */
  readonly view: (
    found: Found,
    standing: Standing | null,
  ) => readonly [template: string, data: object]
  /** Where the page is a list: all of it, as its `.csv`. */
  readonly csv?: ListExport
  /** Which entries make an open page ask for itself again. Default: any. */
  readonly watch?: (found: Found) => Frame['watch']
  /** What the page follows from, beside what its ETag says: while it is the very same object, so is the page. */
  readonly of?: (found: Found) => object
  /** False where the page may change without a new block, because what it shows is worked out a moment after it. */
  readonly isOfItsBlock?: false
}

/**
 * Answers with a page, as HTML or JSON. The same block gives the same page, so its ETag is the block, and whoever has the
 * page of this block is told so before anything else is asked. What the node said of a block it will not say otherwise,
 * so that is part of the tag; a page that could not ask has none. A page with a tag that others were just answered, or are
 * being answered, is answered so again.
 */
export const answer = async <Found>(
  c: PortalContext,
  db: Ledger,
  page: Page<Found>,
): Promise<Response> => {
  if (c.var.format === 'csv') return answerCsv(c, db, page.csv ?? noList(c))
  return answerAmong(c, db, page, c.var.answers)
}

/** With what others were answered, or alone. */
const answerAmong = async <Found>(
  c: PortalContext,
  db: Ledger,
  page: Page<Found>,
  answers: KeptAnswers | null,
): Promise<Response> => {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim())
  let making: Making | undefined
  try {
    const read = await snapshot(db, async (db) => {
      const standing = await readStanding(db)
      const isSettled = page.isOfItsBlock !== false || !isBehind(standing)
      const tag = isSettled ? tagOf(standing, c.var.format) : null
      if (standing !== null && tag !== null) {
        const same = known.find((each) => isOf(each, tag, page.askNode !== undefined))
        if (same !== undefined) return { same } as const
        const key = `${tag} ${c.req.url}`
        const others = answers?.find(standing.snapshot, key)
        if (others !== undefined) return { others } as const
        making = answers?.begin(key, c.req.url)
      }
      return { tag, standing, isSettled, found: await page.ask(db, standing) } as const
    })
    c.header('cache-control', 'no-cache')
    if (read.same !== undefined) return notModified(c, read.same)
    if (read.others !== undefined) {
      const answer = await read.others
      // It could not be made, or has no tag now; whoever waited does not wait again.
      return answer === null ? answerAmong(c, db, page, null) : sent(c, answer)
    }
    const { tag, standing } = read
    const found = await (page.askNode?.(read.found, standing) ?? read.found)
    const said = page.askNode === undefined ? '' : (page.nodeTag?.(found) ?? null)
    const tell = () => toldAs(c, page, found, read)
    if (tag === null || said === null) return sent(c, { tag: null, ...tell() })
    const whole = quoted(tag, said)
    const of = page.of?.(found)
    const answer =
      of === undefined ? { tag: whole, ...tell() } : tellOnce(of, whole, c.req.url, tell)
    making?.give(answer)
    return sent(c, answer)
  } finally {
    making?.give(null)
  }
}

/** The page's text and its type. */
const toldAs = <Found>(
  c: PortalContext,
  page: Page<Found>,
  found: Found,
  { standing, isSettled }: { readonly standing: Standing | null; readonly isSettled: boolean },
): Omit<Answer, 'tag'> => {
  if (c.var.format === 'json')
    return {
      type: 'application/json',
      body: encoded(JSON.stringify(page.json(found, standing))),
    }
  const [template, data] = page.view(found, standing)
  const url = new URL(c.req.url)
  const frame: Frame = {
    address: url.pathname + url.search,
    origin: url.origin,
    csv: page.csv === undefined ? null : csvUrl(url.pathname + url.search),
    standing,
    watch: page.watch === undefined ? 'ledger' : page.watch(found),
    isSettled,
  }
  return {
    type: 'text/html; charset=UTF-8',
    body: encoded(render(template, { ...data, frame })),
  }
}

/** As UTF-8. Into memory that is there already, since most of the work would be to find out how much is needed. */
const encoded = (text: string): Uint8Array<ArrayBuffer> => {
  const { read, written } = encoder.encodeInto(text, room)
  return read === text.length ? room.slice(0, written) : encoder.encode(text)
}
const encoder = new TextEncoder()
const room = new Uint8Array(256 * 1024)

const sent = (c: PortalContext, { tag, type, body }: Sent): Response => {
  if (tag !== null) c.header('etag', tag)
  return c.body(body, 200, { 'content-type': type })
}
type Sent = Omit<Answer, 'tag'> & { readonly tag: string | null }

const noList = (c: PortalContext): never => {
  throw new NotFound(
    plain('problem.noList', { path: new URL(c.req.url).pathname }),
    plain('problem.onlyLists'),
  )
}

const notModified = (c: PortalContext, tag: string): Response => {
  c.header('etag', tag)
  return c.body(null, 304)
}

/** A restart may bring new templates. */
const started = Date.now().toString(36)

/** What the page is of; null where it may change without that. */
const tagOf = (standing: Standing | null, format: Format): string | null => {
  if (standing === null || !standing.isAddedUp) return null
  const { hash, indexer } = standing
  // The frame tells of an alarm and of how far behind the indexer is: those change without a new block.
  const behind = indexer === null ? 0 : indexer.chainHead - standing.block
  const state = indexer === null ? 'unknown' : indexer.isSilent ? 'silent' : indexer.state
  // One address tells its page in several languages.
  const spoken = format === 'html' ? `-${language()}` : ''
  return `${started}-${hash.slice(2, 18)}-${behind}-${state}-${namesEdition()}${spoken}`
}

/** Weak: two answers with it say the same, byte for byte or not. */
const quoted = (tag: string, said: string): string => `W/"${tag}${said === '' ? '' : `.${said}`}"`

/** Whether a browser's tag is of this page; where the node was asked, with whatever it said of the block. */
const isOf = (known: string, tag: string, asksNode: boolean): boolean =>
  asksNode
    ? known.startsWith(`W/"${tag}.`) && /^[a-z0-9.-]*"$/i.test(known.slice(`W/"${tag}.`.length))
    : known === quoted(tag, '')
