import { HonoRequest } from 'hono/request'
import { expect, vi } from 'vitest'

/** The paths that an app answers with GET, as it was told them: "/accounts/:account". */
export const pathsOf = (app: { routes: { method: string; path: string }[] }): string[] => [
  ...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
]

/** A path with its parameters filled in. */
export const filled = (path: string, value: (parameter: string) => string): string =>
  path.replaceAll(/:(\w+)/g, (_, parameter: string) => encodeURIComponent(value(parameter)))

/** Watches which names of the address's query are read from now on; what is read by name is found without being told. */
export const watchQueries = () => {
  const names = new Set<string>()
  const query = Reflect.get(HonoRequest.prototype, 'query') as (
    this: HonoRequest,
    name?: string,
  ) => unknown
  const spy = vi.spyOn(HonoRequest.prototype, 'query').mockImplementation(function (
    this: HonoRequest,
    name?: string,
  ) {
    if (name !== undefined) {
      names.add(name)
      return query.call(this, name) as never
    }
    return new Proxy(query.call(this) as object, {
      get: (all, read) => {
        if (typeof read === 'string') names.add(read)
        return Reflect.get(all, read) as unknown
      },
    }) as never
  })
  return { names, stop: () => spy.mockRestore() }
}

/** What every answer must be, whatever was asked; its text. */
export const safeText = async (address: string, answer: Response): Promise<string> => {
  const { headers, status } = answer
  const told: Record<string, unknown> = { address, status }
  const policy = headers.get('content-security-policy') ?? ''
  expect({ ...told, policy }).toMatchObject({
    policy: expect.stringMatching(/default-src 'none'(?!.*unsafe)/) as unknown,
  })
  const held = Object.fromEntries(
    ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'x-robots-tag'].map((name) => [
      name,
      headers.get(name),
    ]),
  )
  expect({ ...told, ...held, cookie: headers.get('set-cookie') }).toEqual({
    ...told,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    cookie: null,
  })
  const text = await answer.text()
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('application/json') && text !== '') JSON.parse(text)
  // Neither a stack nor a place in the code.
  expect({ ...told, leak: /\n\s+at .+:\d+|node_modules|\w\.ts:\d+/.exec(text)?.[0] }).toEqual({
    ...told,
    leak: undefined,
  })
  return text
}
