import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { billingCodeHash } from '../../contracts/artifacts/bytecode.ts'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Guide } from '../../contracts/rules/guide.ts'
import { paise } from '../../contracts/rules/units.ts'
import { portal } from '../../portal/app.ts'
import { createPortalServer } from '../../portal/guard/server.ts'
import type { RateLimit } from '../../portal/guard/limitRate.ts'
import type { LedgerTotals } from '../../portal/node/ledgerTotals.ts'
import type { Proven, Witness } from '../../portal/node/witness.ts'
import { openLedger } from '../../portal/readOnly.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { writeExample } from './exampleLedger.ts'
import { manifest, WrittenLedger } from './writtenLedger.ts'

const noSums = { billed: paise(0n), adjusted: paise(0n), paid: paise(0n) }

/** What the node outside says, as a test wants it: the truth, another head, or nothing. */
export class FakeNode implements Witness {
  readonly manifest = manifest
  says: 'the truth' | 'another head' | 'nothing' = 'the truth'
  readonly #ledger: WrittenLedger
  constructor(ledger: WrittenLedger) {
    this.#ledger = ledger
  }

  headOf(account: Hex): Promise<Proven<Hex>> {
    const head = this.#ledger.heads.get(account) ?? new Uint8Array(32)
    return this.#answer<Hex>(this.says === 'another head' ? `0x${'12'.repeat(32)}` : hexOf(head))
  }

  codeHash(): Promise<Proven<Hex>> {
    return this.#answer(billingCodeHash)
  }

  totals(): Promise<Proven<LedgerTotals>> {
    const { totals } = this.#ledger
    return this.#answer({ now: totals, atClosing: noSums })
  }

  ask(): Promise<Proven<unknown>> {
    return Promise.resolve({ isProven: false, reason: 'The node has no proof for this block.' })
  }

  chainHead(): Promise<number | null> {
    return Promise.resolve(this.says === 'nothing' ? null : this.#ledger.block)
  }

  #answer<T>(value: T): Promise<Proven<T>> {
    return Promise.resolve(
      this.says === 'nothing'
        ? { isProven: false, reason: 'The node does not answer just now.' }
        : { isProven: true, value },
    )
  }
}

export interface OpenPortal extends AsyncDisposable {
  readonly database: TestDatabase
  readonly ledger: WrittenLedger
  readonly node: FakeNode
  /** Asks anything of the real handler, without a socket. */
  request(address: string, init?: RequestInit): Promise<Response>
  /** Asks a page of the real handler, without a socket. */
  get(address: string, headers?: Record<string, string>): Promise<Response>
  text(address: string): Promise<string>
  /** Its JSON, which the test says the shape of. */
  json<Shape = unknown>(address: string): Promise<Shape>
  /** Serves it on a free port, for a browser; its address without the last slash. */
  listen(): Promise<string>
}

/** A portal over a Postgres of its own, in which the example ledger is written (or nothing, with `isEmpty`). */
export const openPortal = async ({
  isEmpty = false,
  guide = null,
  limit,
}: { isEmpty?: boolean; guide?: Guide | null; limit?: RateLimit } = {}): Promise<OpenPortal> => {
  const database = await createDatabase()
  const ledger = await WrittenLedger.open(database)
  if (!isEmpty) await writeExample(ledger)
  const node = new FakeNode(ledger)
  const db = openLedger(database.readerUrl)
  const app = portal({ db, witness: node, readGuide: () => Promise.resolve(guide), limit })
  const get = async (address: string, headers: Record<string, string> = {}) =>
    app.request(address, { headers })
  const servers: ReturnType<typeof createPortalServer>[] = []
  return {
    database,
    ledger,
    node,
    request: async (address, init) => app.request(address, init),
    get,
    text: async (address) => (await get(address)).text(),
    json: async <Shape>(address: string) => (await (await get(address)).json()) as Shape,
    listen: async () => {
      const server = createPortalServer(app.fetch)
      servers.push(server)
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    [Symbol.asyncDispose]: async () => {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
      await db[Symbol.asyncDispose]()
      await ledger[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

/** A page's words: its HTML without tags, entities read, blanks made one. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
