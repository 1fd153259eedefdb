import http from 'node:http'
import https from 'node:https'
import { TransportError } from './transportError.ts'

/** Posts JSON to one address over kept connections. */
export interface Exchange {
  /**
   * What `parse` makes of the bytes that came back. `asked` names what was asked, for errors. Throws `TransportError`,
   * also where `parse` throws, and an abort's reason.
   */
  readonly post: (
    body: string,
    asked: string,
    parse: (bytes: Buffer) => unknown,
    signal: AbortSignal | undefined,
  ) => Promise<unknown>
  readonly close: () => void
}

/** At most so many connections: enough to keep a node busy while we prove what it said before. */
const CONNECTIONS = 8

export const createExchange = (url: string, timeoutMs: number, maxBytes: number): Exchange => {
  const { Agent, request } = url.startsWith('https:') ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  let isClosed = false

  const send = (body: string, asked: string, signal: AbortSignal | undefined): Promise<Buffer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
    const fail = (failure: ConstructorParameters<typeof TransportError>[2]) => {
      reject(new TransportError(url, asked, failure))
      exchange.destroy()
    }
    const onAbort = () => {
      reject(signal?.reason as Error)
      exchange.destroy()
    }
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const exchange = request(url, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      let length = 0
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > maxBytes)
          fail({ kind: 'tooLarge', detail: `more than ${maxBytes} bytes came` })
        else chunks.push(chunk)
      })
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks, length)
        const { statusCode: status = 0 } = answer
        if (status === 200) return resolve(bytes)
        fail({ kind: 'status', status, detail: `HTTP status ${status}, ${startOf(bytes)}` })
      })
      answer.on('error', (cause) =>
        fail({ kind: 'unreachable', detail: 'the answer broke off', cause }),
      )
    })
    const timer = setTimeout(
      () => fail({ kind: 'timeout', detail: `no full answer within ${timeoutMs} ms` }),
      timeoutMs,
    )
    signal?.addEventListener('abort', onAbort, { once: true })
    exchange.on('error', (cause) => {
      const kind = isClosed ? 'closed' : 'unreachable'
      fail({ kind, detail: isClosed ? 'the transport is closed' : reasonOf(cause), cause })
    })
    exchange.on('close', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    })
    exchange.end(body)
    return promise
  }

  return {
    post: async (body, asked, parse, signal) => {
      signal?.throwIfAborted()
      if (isClosed) {
        throw new TransportError(url, asked, { kind: 'closed', detail: 'the transport is closed' })
      }
      const bytes = await send(body, asked, signal)
      try {
        return parse(bytes)
      } catch (cause) {
        throw new TransportError(url, asked, { kind: 'notJson', detail: startOf(bytes), cause })
      }
    },
    close: () => {
      isClosed = true
      agent.destroy()
    },
  }
}

/** "ECONNREFUSED" says more than the empty message that Node gives where a name has two addresses. */
const reasonOf = (error: Error): string => {
  const { code } = error as NodeJS.ErrnoException
  return code === undefined || error.message.includes(code)
    ? error.message
    : `${code} ${error.message}`
}

/** What an answer that is no JSON begins with, in one line. */
const startOf = (bytes: Buffer): string => {
  if (bytes.length === 0) return 'an empty answer'
  const start = bytes.toString('utf8', 0, 80).replaceAll(/\s+/g, ' ')
  return /^\s*</.test(start) ? `an HTML page, "${start}"` : `"${start}"`
}
