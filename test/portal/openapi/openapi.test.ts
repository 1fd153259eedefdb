import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { paise } from '../../../contracts/rules/units.ts'
import { answers, withoutJson } from '../../../portal/openapi/answers.ts'
import { jsonPath } from '../../../portal/openapi/document.ts'
import { pathsOf, watchQueries } from '../everyRoute.ts'
import { household } from '../exampleLedger.ts'
import { type OpenPortal, openPortal } from '../openPortal.ts'
import { openSituations, type OpenSituations } from '../openSituations.ts'
import { manifest, word } from '../writtenLedger.ts'

interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly anyOf?: Schema[]
  readonly additionalProperties?: Schema | boolean
}
interface Operation {
  readonly parameters: {
    readonly name: string
    readonly in: string
    readonly description: string
  }[]
  readonly responses: Record<string, { content: { 'application/json': { schema: object } } }>
}
interface Document {
  readonly openapi: string
  readonly paths: Record<string, { get: Operation }>
  readonly components: { readonly schemas: Record<string, Schema> }
}

/** So many answers of a route are laid beside its description, in each ledger. */
const SEEN = 4

describe('the description of the JSON', () => {
  /** A town on a practice chain, and a demo on one that parties seal, with a block that was replaced. */
  let town: OpenSituations
  let demo: OpenPortal
  let document: Document
  /** By the JSON path of each route. */
  const validators = new Map<string, { ok: ValidateFunction; problem: ValidateFunction }>()

  beforeAll(async () => {
    town = await openSituations()
    demo = await openDemo()
    document = await town.json('/openapi.json')
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false })
    const compile = (schema: object) => ajv.compile({ ...schema, components: document.components })
    ajv.addKeyword('components')
    for (const [path, { get }] of Object.entries(document.paths)) {
      const schemaOf = (status: string) =>
        get.responses[status]?.content['application/json'].schema ?? {}
      validators.set(path, { ok: compile(schemaOf('200')), problem: compile(schemaOf('default')) })
    }
  }, 90_000)
  afterAll(async () => {
    await town?.[Symbol.asyncDispose]()
    await demo?.[Symbol.asyncDispose]()
  })

  const validate = (path: string, status: number, answer: unknown) => {
    const { ok, problem } = validators.get(jsonPath(path)) ?? {}
    const validator = status === 200 ? ok : problem
    const isValid = validator?.(answer) ?? false
    return isValid ? [] : (validator?.errors ?? [{ message: 'no description' }]).slice(0, 3)
  }

  test('is of OpenAPI 3.1, and of every route that the portal has', () => {
    expect(document.openapi).toBe('3.1.1')
    const described = [...Object.keys(answers), ...withoutJson].sort()
    expect(described).toEqual(pathsOf(town).sort())
    expect(Object.keys(document.paths).sort()).toEqual(Object.keys(answers).map(jsonPath).sort())
  })

  test('says of every field what it is, in which unit', () => {
    const { schemas } = document.components
    const silent: string[] = []
    const look = (name: string, schema: Schema): void => {
      for (const [field, each] of Object.entries(schema.properties ?? {})) {
        const said = [each, ...(each.anyOf ?? [])].some(
          ({ $ref, description }) =>
            (description ?? schemas[$ref?.split('/').at(-1) ?? '']?.description ?? '') !== '',
        )
        // Words that a shape lists one by one say what they are.
        if (!said && !('enum' in each)) silent.push(`${name}.${field}`)
        look(`${name}.${field}`, each)
      }
      for (const part of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]) {
        if (typeof part === 'object') look(name, part)
      }
    }
    for (const [name, schema] of Object.entries(schemas)) look(name, schema)
    expect(silent).toEqual([])
    expect(schemas['BillIssuedFields']?.properties).toMatchObject({
      amountPaise: { $ref: '#/components/schemas/Paise', description: 'What it asks, paise.' },
      dueDay: { $ref: '#/components/schemas/Day' },
    })
  })

  test('holds for what every route answers, found by following the pages’ links', async () => {
    const seen = new Set([...(await crawl(town)), ...(await crawl(demo))])
    expect(Object.keys(answers).filter((path) => !seen.has(path))).toEqual([])
  }, 180_000)

  /** Lays the answers behind a portal's links beside their descriptions; the routes of which any was a 200. */
  const crawl = async (portal: Pick<OpenPortal, 'get'>): Promise<Set<string>> => {
    const patterns = Object.keys(answers).map((path) => ({
      path,
      pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
      seen: 0,
      read: new Set<string>(),
    }))
    const waiting = ['/', '/openapi', '/export', '/search?q=5', '/verify', '/trust', '/orphans']
    waiting.push('/ledger?sort=oldest', '/payments?sort=oldest')
    const known = new Set(waiting)
    const failed: object[] = []
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const [page = '/', query] = address.split('?')
      const route = patterns.find(({ pattern }) => pattern.test(page.replace(/\.json$/, '')))
      if (route === undefined || route.seen >= SEEN) continue
      const json = page.endsWith('.json') ? page : `${page === '/' ? '/index' : page}.json`
      const reading = watchQueries()
      const answer = await portal.get(`${json}?${query ?? ''}`)
      reading.stop()
      const told: unknown = await answer.json()
      const errors = validate(route.path, answer.status, told)
      if (errors.length > 0) failed.push({ address, status: answer.status, errors })
      for (const name of reading.names) route.read.add(name)
      if (answer.status === 200) route.seen++
      const html = await (await portal.get(address)).text()
      for (const [, href = ''] of html.matchAll(/\shref="(\/[^"#]*)/g)) {
        const link = href.replaceAll('&amp;', '&')
        if (known.has(link) || /\.(?:csv|jsonl)(?:\?|$)|[?&]lang=/.test(link)) continue
        known.add(link)
        waiting.push(link)
      }
    }
    expect(failed).toEqual([])
    const found = patterns.filter(({ seen }) => seen > 0)
    const notRead = found.flatMap(({ path, read }) =>
      (answers[path]?.asks ?? []).filter((name) => !read.has(name)).map((name) => [path, name]),
    )
    expect(notRead).toEqual([])
    return new Set(found.map(({ path }) => path))
  }

  test.each(['/accounts/x', '/tariffs/999', '/ledger?kind=secrets', '/search'])(
    'holds for refusals too: %s',
    async (address) => {
      const [page = '', query] = address.split('?')
      const answer = await town.get(`${page}.json?${query ?? ''}`)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(validate('/', answer.status, await answer.json())).toEqual([])
    },
  )
})

const openDemo = async (): Promise<OpenPortal> => {
  const { contract, genesisHash } = manifest
  const code = codeOf(household)
  const told = { title: 'A title.', sentence: 'A sentence.', group: 'Payments' } as const
  const demo = await openPortal({
    guide: {
      version: 1,
      contract,
      genesisHash,
      isLived: true,
      accounts: 3,
      from: '2025-09-26',
      to: '2026-11-25',
      situations: [{ key: 'a', code, bill: 1, ...told }],
    },
  })
  const dispute = { bill: 1, amount: paise(100n), reasonHash: word('why') }
  demo.ledger.record('BillDisputed', household, dispute)
  await demo.ledger.mine(1_800_000_000)
  await demo.ledger.replaceNewest(1_800_000_005)
  return demo
}
