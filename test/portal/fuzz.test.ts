import '../seeds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filled, pathsOf, safeText, watchQueries } from './everyRoute.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, returnedCheque } from './situations.ts'

/** Each sign that HTML gives a meaning, between letters by which it is found again if it comes out as it went in. */
const HOSTILE = `7q<z7q>z7q"z7q'z7q&z`
const ALLOWED = 'GET, HEAD, OPTIONS'
const unescaped = /7q[<>"'&]z/

let town: OpenSituations
/** What is right for some parameter of some page: a route that comes new finds something there too. */
const right: string[] = []
const paths: string[] = []
const names = new Map<string, readonly string[]>()

beforeAll(async () => {
  town = await openSituations()
  const { payments } = await town.json<{ payments: { transaction: string; block: number }[] }>(
    '/payments.json',
  )
  const { block } = await town.json<{ block: { hash: string } }>('/blocks/5.json')
  right.push(codeFor('money'), '1', '2', String(payments[0]?.block), block.hash, returnedCheque)
  right.push(payments[0]?.transaction ?? '', '2026-02-01', 'oldest', 'bill', 'payment', 'upi', 'hi')
  paths.push(...pathsOf(town))
  // Which parameters each page reads is learnt from the page itself.
  const watch = watchQueries()
  for (const path of paths) {
    watch.names.clear()
    for (const value of right) await (await town.get(filled(path, () => value))).body?.cancel()
    names.set(path, [...watch.names])
  }
  watch.stop()
}, 120_000)
afterAll(() => town[Symbol.asyncDispose]())

const hostile = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 }))
  .map(([before, after]) => `${before}${HOSTILE}${after}`)
const odd = fc.constantFrom(
  '',
  '0',
  '-1',
  '99999999999999999999',
  '1e3',
  '..',
  '%',
  '%00',
  '\u0000',
  '=1+1',
)
const oddNames = fc.constantFrom('__proto__', 'constructor', 'lang', 'before[]', HOSTILE)

/** A value in an address: what some page takes, something near it, or nothing of the kind. */
const anyValue = () =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(...right).map((value) => value.slice(0, -1)) },
    { weight: 2, arbitrary: hostile },
    { weight: 2, arbitrary: odd },
    { weight: 1, arbitrary: fc.integer().map(String) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  )

const anyAddress = (path: string) =>
  fc
    .record({
      values: fc.array(anyValue(), { minLength: 4, maxLength: 4 }),
      ending: fc.constantFrom('', '', '.json', '.csv', '.jsonl'),
      query: fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom('lang', ...(names.get(path) ?? [])), oddNames),
          anyValue(),
        ),
        { maxLength: 4 },
      ),
    })
    .map(({ values, ending, query }) => {
      const rest = [...values]
      const page = filled(path, () => rest.pop() ?? '')
      return `${page}${ending}?${new URLSearchParams(query).toString()}`
    })

const anyRequest = (path: string) =>
  fc.record({
    address: anyAddress(path),
    method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PROPFIND'),
    headers: fc.dictionary(
      fc.constantFrom(
        'accept-language',
        'accept-encoding',
        'if-none-match',
        'range',
        'x-forwarded-for',
        'hx-request',
      ),
      fc.string({ maxLength: 30 }),
      { maxKeys: 2 },
    ),
  })

const runs = fc.readConfigureGlobal().numRuns ?? 40

describe('every route of the portal', () => {
  test('was found, and so were the parameters that it reads', () => {
    expect(paths.length).toBeGreaterThan(20)
    expect(paths).toContain('/accounts/:account/bills/:number')
    expect(names.get('/ledger')).toEqual(
      expect.arrayContaining(['kind', 'from', 'least', 'sort', 'before']),
    )
    expect(names.get('/search')).toContain('q')
  })

  test('answers whatever is asked with less than 500, without a stack, and nothing of it unescaped', async () => {
    for (const path of paths)
      await fc.assert(
        fc.asyncProperty(anyRequest(path), async ({ address, method, headers }) => {
          const answer = await town.request(address, { method, headers })
          const text = await safeText(`${method} ${address}`, answer)
          const { status } = answer
          // Evidence may have to wait for the node, and says so.
          const isWaiting =
            status === 503 && path.endsWith('/evidence') && answer.headers.has('retry-after')
          expect([address, isWaiting ? 200 : Math.floor(status / 500)]).toEqual([
            address,
            isWaiting ? 200 : 0,
          ])
          const isRead = method === 'GET' || method === 'HEAD'
          expect([method, isRead || status === 405 || status === 204]).toEqual([method, true])
          expect([method, answer.headers.get('allow')]).toEqual([method, isRead ? null : ALLOWED])
          const isHtml = (answer.headers.get('content-type') ?? '').startsWith('text/html')
          expect([address, isHtml ? (unescaped.exec(text)?.[0] ?? null) : null]).toEqual([
            address,
            null,
          ])
          // Nobody is led to another site.
          expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/)
        }),
        { numRuns: runs },
      )
  }, 240_000)
})
