import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What a node does with a request: passes it on and answers; never answers, having passed it on or not; answers with a
 * web page; or passes it on and changes the answer.
 */
export type Fault = 'answer' | 'drop' | 'takeAndHang' | 'html' | ((result: unknown) => unknown)

/** A node that misbehaves on purpose before a real one. For `await using`. */
export type FaultyNode = AsyncDisposable & {
  readonly url: string
  /**
   * Decides by method ("*" for any other) what happens to what is asked from now on; a list says it for the first, the
   * second … call. A batch suffers the worst that any of it deserves.
   */
  readonly behave: (faults: Faults) => void
  /** When something was asked next that is dropped or hangs. */
  readonly nextHang: () => Promise<void>
}

export type Faults = Record<string, Fault | Fault[]>

type Call = { id: number; method: string }

export async function startFaultyNode(target: string): Promise<FaultyNode> {
  let faults: Faults = {}
  let hung = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks).toString()
      const json = JSON.parse(body) as Call | Call[]
      const calls = Array.isArray(json) ? json : [json]
      const deserved = calls.map(({ method }) => faultOf(faults, method))
      const isDropped = deserved.includes('drop')
      const answer = isDropped ? '' : await pass(target, body, calls, deserved)
      if (isDropped || deserved.includes('takeAndHang')) {
        hung.resolve()
        return
      }
      const isPage = deserved.includes('html')
      response.setHeader('content-type', isPage ? 'text/html' : 'application/json')
      response.end(isPage ? '<html><body>502 Bad Gateway</body></html>' : answer)
    })().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (wanted) => {
      faults = wanted
      hung = Promise.withResolvers()
    },
    nextHang: () => hung.promise,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function faultOf(faults: Faults, method: string): Fault {
  const wanted = faults[method] ?? faults['*'] ?? 'answer'
  return Array.isArray(wanted) ? (wanted.shift() ?? 'answer') : wanted
}

async function pass(target: string, body: string, calls: Call[], deserved: Fault[]) {
  const headers = { 'content-type': 'application/json' }
  const answered = await fetch(target, { method: 'POST', headers, body })
  const json = (await answered.json()) as { id: number; result?: unknown } | { id: number }[]
  for (const each of Array.isArray(json) ? json : [json]) {
    const fault = deserved[calls.findIndex(({ id }) => id === each.id)]
    if (typeof fault === 'function' && 'result' in each) each.result = fault(each.result)
  }
  return JSON.stringify(json)
}
