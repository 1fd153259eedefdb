import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** To send a request's headers. */
  readonly headers: number
  /** To say or take anything at all. */
  readonly silence: number
}

const patience: Patience = { headers: 10_000, silence: 30_000 }

/** A browser holds six connections, a proxy some dozens. */
const CONNECTIONS = 1_000
const HEADER_BYTES = 16_384

/**
 * A server that no slow client can hold: headers must come within 10 s, who is silent for 30 s is hung up on, and there
 * are 1,000 connections at most. What is no HTTP gets a sentence too.
 */
export const createPortalServer = (
  fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>,
  { headers, silence }: Patience = patience,
): Server => {
  const server = createAdaptorServer({
    fetch: fetch as Parameters<typeof createAdaptorServer>[0]['fetch'],
    createServer,
    serverOptions: {
      headersTimeout: headers,
      requestTimeout: headers,
      connectionsCheckingInterval: Math.min(1_000, headers / 2),
      keepAliveTimeout: 5_000,
      maxHeaderSize: HEADER_BYTES,
    },
  }) as Server
  server.maxConnections = CONNECTIONS
  server.setTimeout(silence)
  server.on('clientError', answerNonsense)
  return server
}

const told: Readonly<Record<string, readonly [status: number, sentence: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive. Send it again, whole.'],
  HPE_HEADER_OVERFLOW: [
    431,
    `The headers of the request are longer than ${HEADER_BYTES} bytes. Send fewer, or clear this site’s cookies.`,
  ],
}

/** What a connection gets that sends no request that can be read: in plain text, then the connection is closed. */
const answerNonsense = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, sentence] = told[error.code ?? ''] ?? [400, 'This is not a request in HTTP.']
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: text/plain; charset=utf-8',
    "content-security-policy: default-src 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${sentence}\n`)
}
