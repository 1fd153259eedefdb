import { z } from 'zod'
import type { Json } from '../answer.ts'
import { answers } from './answers.ts'
import { parameters, type Parameter } from './described.ts'
import { shapes } from './named.ts'

const COMPONENTS = '#/components/schemas/'

/** The JSON of every page, as OpenAPI 3.1 says such things: made from the shapes that the tests hold the answers to. */
export const openApi = (): Json => {
  const all = z.registry<{ id: string }>()
  for (const [path, { answer }] of Object.entries(answers)) all.add(answer, { id: nameOf(path) })
  for (const [id, shape] of shapes) all.add(shape, { id })
  const { schemas } = z.toJSONSchema(all, { uri: (id) => `${COMPONENTS}${id}` })
  return {
    openapi: '3.1.1',
    info: {
      title: 'wattledger',
      version: '1',
      description:
        'Every page of the portal as data, read only. Money is a string of paise, energy a string of Wh, a day YYYY-MM-DD in India. A list’s `next` is the address of what follows; put `.csv` in place of `.json` for a whole list in one file. Answers have an `etag`; asked with `if-none-match`, what has not changed is a 304.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(Object.keys(answers).map((path) => [jsonPath(path), pathItem(path)])),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, schema]) => [id, withoutHead(schema)]),
      ),
    },
  }
}

/** "/accounts/:account" is answered at "/accounts/{account}.json". */
export const jsonPath = (path: string): string =>
  `${path === '/' ? '/index' : path.replaceAll(/:(\w+)/g, '{$1}')}.json`

/** "/accounts/:account" is told by "AccountsAccountAnswer". */
export const nameOf = (path: string): string => {
  const words = path.split(/\W+/).filter((word) => word !== '')
  const whole = words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('')
  return `${whole === '' ? 'Index' : whole}Answer`
}

const pathItem = (path: string): Json => {
  const { summary = '', asks = [] } = answers[path] ?? {}
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...parameter(name as Parameter),
    in: 'path',
    required: true,
  }))
  const inQuery = asks.map((name) => ({ ...parameter(name), in: 'query' }))
  const content = (id: string) => ({
    'application/json': { schema: { $ref: `${COMPONENTS}${id}` } },
  })
  return {
    get: {
      operationId: nameOf(path).replace(/Answer$/, ''),
      summary,
      parameters: [...inPath, ...inQuery],
      responses: {
        '200': { description: 'As the page says it', content: content(nameOf(path)) },
        default: { description: 'Why not, and what to do', content: content('Problem') },
      },
    },
  }
}

const parameter = (name: Parameter) => ({
  name,
  description: parameters[name],
  schema: { type: 'string' },
})

/** What a schema says of itself, within a document that says it for all. */
const withoutHead = (schema: object): Json =>
  Object.fromEntries(
    Object.entries(schema).filter(([name]) => name !== '$id' && name !== '$schema'),
  ) as Json
