import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RpcCall {
  id: number
  method: string
  params: unknown[]
}
export interface RpcAnswer {
  id: number | null
  jsonrpc?: string
  result?: unknown
  error?: { code: number; message: string; data?: unknown }
}

/** What a client asked in one exchange, counted from 1, and what the node behind says to it. */
export interface Asked {
  readonly exchange: number
  readonly calls: readonly RpcCall[]
  readonly honest: () => Promise<RpcAnswer[]>
}

/**
 * Answers, in a batch or alone as they were asked; or a body sent as it stands; or nothing ever, or half of the
 * truth and then nothing, or a broken connection.
 */
export type Reply =
  RpcAnswer[] | { status?: number; body: string } | 'hang' | 'hang halfway' | 'reset'

export type LyingNode = AsyncDisposable & {
  readonly url: string
  /** Exchanges so far. */
  readonly exchanges: () => number
  /** All calls so far. */
  readonly calls: readonly RpcCall[]
  /** Makes it behave so from now on; undefined for honestly. */
  behave: (behaviour: ((asked: Asked) => Promise<Reply> | Reply) | undefined) => void
}

/** An HTTP node on a free loopback port that passes everything on to the node at `url`, unless told to misbehave. */
export async function startLyingNode(url?: string): Promise<LyingNode> {
  let behaviour: ((asked: Asked) => Promise<Reply> | Reply) | undefined
  let exchanges = 0
  const calls: RpcCall[] = []

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const exchange = ++exchanges
    const text = Buffer.concat(await request.toArray()).toString()
    const json = JSON.parse(text) as RpcCall | RpcCall[]
    const asked = Array.isArray(json) ? json : [json]
    calls.push(...asked)
    const honest = () => ask(url, asked)
    const reply = behaviour ? await behaviour({ exchange, calls: asked, honest }) : await honest()
    send(response, reply, Array.isArray(json))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges: () => exchanges,
    calls,
    behave: (next) => {
      behaviour = next
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const ask = async (url: string | undefined, calls: readonly RpcCall[]): Promise<RpcAnswer[]> => {
  if (url === undefined) return calls.map(({ id }) => ({ id, jsonrpc: '2.0', result: null }))
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(calls) })
  return (await answer.json()) as RpcAnswer[]
}

const send = (response: ServerResponse, reply: Reply, isBatch: boolean): void => {
  if (reply === 'hang') return
  if (reply === 'reset') return void response.destroy()
  if (reply === 'hang halfway') return void response.writeHead(200).write('[{"jsonrpc":"2.0",')
  if (Array.isArray(reply)) return void response.end(JSON.stringify(isBatch ? reply : reply[0]))
  response.writeHead(reply.status ?? 200).end(reply.body)
}
