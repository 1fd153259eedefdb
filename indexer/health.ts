import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'
import type { Metrics } from './metrics.ts'
import { lagSeconds, whyNotReady, type Progress } from './progress.ts'

export interface Health {
  url: string
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Serves /health (200 while the process lives), /ready (200, or 503 with the reason) and /metrics (Prometheus). Throws
 * `PortTaken`.
 */
export const serveHealth = async (
  { host, port, readyLagSeconds }: Config,
  progress: Progress,
  metrics: Metrics,
): Promise<Health> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://indexer').pathname
    if (path === '/health') answer(response, 200, { alive: true })
    else if (path === '/ready') {
      const reason = whyNotReady(progress, readyLagSeconds, Date.now())
      const body = { ready: reason === undefined, reason, ...figures(progress) }
      answer(response, reason === undefined ? 200 : 503, body)
    } else if (path === '/metrics') void answerMetrics(response, metrics)
    else answer(response, 404, { error: 'Try /health, /ready or /metrics.' })
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new PortTaken(port, { cause })
  }
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host}:${bound}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const figures = (progress: Progress) => ({
  state: progress.state,
  chainHead: progress.chainHead,
  indexedBlock: progress.indexedBlock,
  provenBlock: progress.provenBlock,
  lagSeconds: lagSeconds(progress, Date.now()),
  lastError: progress.lastError,
  alarm: progress.alarm,
})

const answerMetrics = async (response: ServerResponse, { registry }: Metrics) => {
  const text = await registry.metrics()
  response.setHeader('content-type', registry.contentType).end(text)
}

const answer = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export class PortTaken extends Error {
  constructor(port: number, options: ErrorOptions) {
    super(
      `Port ${port} for /health and /metrics is taken: set INDEXER_PORT to a free port (INDEXER_PORT=${port + 1}).`,
      options,
    )
    this.name = 'PortTaken'
  }
}
