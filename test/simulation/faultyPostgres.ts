import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { errorMessage, messagesIn, spoiled, statementIn } from './postgresMessages.ts'
import { count } from './summary.ts'

/** A door to Postgres that may shut at any statement. */
export interface FaultyPostgres extends AsyncDisposable {
  /** The connection string that leads through the door. */
  readonly url: (behind: string) => string
  readonly statements: () => number
  /** Faults put in, by name. */
  readonly faults: Readonly<Record<string, number>>
  /** Cuts every connection; new ones are refused until it is opened again. */
  readonly shut: () => void
  readonly open: () => void
}

export const postgresFaults = ['lost connection', 'restart', 'full disk'] as const
export type PostgresFault = (typeof postgresFaults)[number]

/**
 * Called before a statement is passed on and after Postgres has done it: what goes wrong there, if anything. A disk is
 * only full before. `killed`: who asked is dead.
 */
export type OnStatement = (
  moment: 'before' | 'after',
  statement: string,
) => PostgresFault | 'killed' | undefined

/** How many connections a restarting Postgres refuses, and how many statements a full disk. */
const REFUSALS = 3
const FULL_FOR = 2

const restarting = errorMessage(
  'FATAL',
  '57P01',
  'terminating connection due to administrator command',
)
const starting = errorMessage('FATAL', '57P03', 'the database system is starting up')
const full = errorMessage(
  'ERROR',
  '53100',
  'could not extend file "base/1/2": No space left on device',
)

export const startFaultyPostgres = async (
  behind: string,
  onStatement: OnStatement,
): Promise<FaultyPostgres> => {
  const target = new URL(behind)
  const doors = new Set<Door>()
  const faults: Record<string, number> = {}
  let statements = 0
  let isShut = false
  let refusals = 0
  let fullFor = 0

  /** What happens to the connection, and with a restart to all others. */
  const decide = (moment: 'before' | 'after', statement: string): 'cut' | 'full' | undefined => {
    if (moment === 'before' && fullFor > 0 && isWriting(statement)) {
      fullFor--
      return 'full'
    }
    const fault = onStatement(moment, statement)
    if (fault === undefined || fault === 'killed') return fault === undefined ? undefined : 'cut'
    count(faults, fault)
    if (fault === 'full disk') {
      fullFor = FULL_FOR
      return 'full'
    }
    if (fault === 'restart') {
      refusals = REFUSALS
      for (const { client, cut } of doors) {
        client.write(restarting)
        cut()
      }
    }
    return 'cut'
  }

  const server = createServer((client) => {
    client.on('error', () => {})
    if (isShut) {
      client.destroy()
      return
    }
    if (refusals > 0) {
      refusals--
      client.once('data', () => client.end(starting))
      return
    }
    const door = openDoor(client, Number(target.port), target.hostname, (moment, statement) => {
      if (moment === 'before') statements++
      return decide(moment, statement)
    })
    doors.add(door)
    client.on('close', () => doors.delete(door))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const cutAll = () => {
    for (const { cut } of doors) cut()
  }
  return {
    url: (url) => {
      const through = new URL(url)
      through.hostname = '127.0.0.1'
      through.port = String(port)
      return through.href
    },
    statements: () => statements,
    faults,
    shut: () => {
      isShut = true
      cutAll()
    },
    open: () => {
      isShut = false
    },
    [Symbol.asyncDispose]: async () => {
      cutAll()
      server.close()
      await once(server, 'close')
    },
  }
}

const isWriting = (statement: string) => /^(copy|insert|update|delete|with)/.test(statement)

/** One connection through the door. */
interface Door {
  readonly client: Socket
  readonly cut: () => void
}

const openDoor = (
  client: Socket,
  port: number,
  host: string,
  decide: (moment: 'before' | 'after', statement: string) => 'cut' | 'full' | undefined,
): Door => {
  const postgres = connect(port, host)
  const cut = () => {
    client.destroySoon()
    postgres.destroy()
  }
  for (const socket of [client, postgres]) {
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => {
      client.destroySoon()
      postgres.destroy()
    })
  }
  const open: string[] = []
  let isSpoiled = false
  // The first message of a connection has no letter.
  const asked = messagesIn(true)
  client.on('data', (chunk: Buffer) => {
    postgres.cork()
    for (const message of asked(chunk)) {
      const statement = statementIn(message)
      const fate = statement === undefined ? undefined : decide('before', statement)
      if (fate === 'cut' || postgres.destroyed) return cut()
      if (statement !== undefined) open.push(statement)
      if (fate === 'full') isSpoiled = true
      postgres.write(fate === 'full' ? spoiled(message) : message.bytes)
    }
    postgres.uncork()
  })
  const answered = messagesIn(false)
  postgres.on('data', (chunk: Buffer) => {
    client.cork()
    for (const message of answered(chunk)) {
      const done = message.letter === 'Z' ? open.splice(0) : []
      if (done.some((statement) => decide('after', statement) === 'cut')) return cut()
      const isTold = isSpoiled && message.letter === 'E'
      if (isTold) isSpoiled = false
      if (!client.destroyed) client.write(isTold ? full : message.bytes)
    }
    client.uncork()
  })
  return { client, cut }
}
