import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A door to Postgres that may shut at any statement. */
export interface FaultyPostgres extends AsyncDisposable {
  /** The connection string that leads through the door. */
  readonly url: (behind: string) => string
  readonly statements: () => number
  /** Cuts every connection; new ones are refused until it is opened again. */
  readonly shut: () => void
  readonly open: () => void
}

/** Called before a statement is passed on and after Postgres has done it; true cuts the connection there. */
export type OnStatement = (moment: 'before' | 'after', statement: string) => boolean

const [QUERY, PARSE, COPY_DONE, READY] = ['Q', 'P', 'c', 'Z'].map((letter) => letter.charCodeAt(0))

export const startFaultyPostgres = async (
  behind: string,
  onStatement: OnStatement,
): Promise<FaultyPostgres> => {
  const target = new URL(behind)
  const sockets = new Set<Socket>()
  let statements = 0
  let isShut = false

  const server = createServer((client) => {
    if (isShut) {
      client.destroy()
      return
    }
    const postgres = connect(Number(target.port), target.hostname)
    for (const socket of [client, postgres]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        postgres.destroy()
      })
    }
    const cut = () => {
      client.destroy()
      postgres.destroy()
    }
    const open: string[] = []
    // The first message of a connection has no letter.
    relay(
      client,
      postgres,
      true,
      (letter, body) => {
        if (letter !== QUERY && letter !== PARSE && letter !== COPY_DONE) return false
        const statement = letter === COPY_DONE ? 'copy done' : statementIn(letter, body)
        statements++
        if (onStatement('before', statement)) return true
        open.push(statement)
        return false
      },
      cut,
    )
    relay(
      postgres,
      client,
      false,
      (letter) => {
        if (letter !== READY) return false
        const done = open.splice(0)
        return done.some((statement) => onStatement('after', statement))
      },
      cut,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: (url) => {
      const through = new URL(url)
      through.hostname = '127.0.0.1'
      through.port = String(port)
      return through.href
    },
    statements: () => statements,
    shut: () => {
      isShut = true
      for (const socket of sockets) socket.destroy()
    },
    open: () => {
      isShut = false
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

const statementIn = (letter: number, body: Buffer): string => {
  const from = letter === PARSE ? body.indexOf(0) + 1 : 0
  const text = body.toString('utf8', from, body.indexOf(0, from))
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)
}

/** Passes messages on whole, unless `stopsAt` one. */
const relay = (
  from: Socket,
  to: Socket,
  isClient: boolean,
  stopsAt: (letter: number, body: Buffer) => boolean,
  cut: () => void,
): void => {
  let rest: Buffer = Buffer.alloc(0)
  let isStarting = isClient
  from.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = isStarting ? 0 : 1
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      const message = rest.subarray(0, length)
      if (!isStarting && stopsAt(message[0] as number, message.subarray(5))) return cut()
      isStarting = false
      if (!to.destroyed) to.write(message)
      rest = rest.subarray(length)
    }
  })
  from.on('end', () => to.end())
}
