import { connect, type Socket } from 'node:net'

/** JSON-RPC over a node's own socket (a named pipe on Windows), where only its owner can speak to it. */
export type Ipc = AsyncDisposable & {
  /** The answer's `result`. Throws `IpcRefused` for an error answer, `IpcClosed` when the node goes away. */
  request: (method: string, parameters?: readonly unknown[]) => Promise<unknown>
}

/** Connects, trying until `patience` (ms) is over or `signal`, since a node that is starting has no socket yet. */
export async function openIpc(path: string, patience = 0, signal?: AbortSignal): Promise<Ipc> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return speak(await connected(path))
    } catch (cause) {
      if (Date.now() >= end || signal?.aborted === true) throw new IpcClosed(path, { cause })
      await new Promise((later) => setTimeout(later, 50))
    }
  }
}

type Waiting = {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
  method: string
}
type Answer = { id: number; result?: unknown; error?: { code: number; message: string } }

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

function speak(socket: Socket): Ipc {
  const path = socket.remoteAddress ?? 'the socket'
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    // Geth ends each answer with a line feed, and its JSON has none inside.
    const lines = (text + chunk).split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      const { id, result, error } = JSON.parse(line) as Answer
      const call = waiting.get(id)
      waiting.delete(id)
      if (error !== undefined) call?.reject(new IpcRefused(call.method, error.message))
      else call?.resolve(result)
    }
  })
  const end = (cause?: Error) => {
    for (const { reject } of waiting.values()) reject(new IpcClosed(path, { cause }))
    waiting.clear()
  }
  socket.on('error', end)
  socket.on('close', () => end())
  return {
    request: (method, parameters = []) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new IpcClosed(path))
          return
        }
        lastId += 1
        waiting.set(lastId, { resolve, reject, method })
        socket.write(
          `${JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params: parameters })}\n`,
        )
      }),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        socket.once('close', () => closed())
        socket.destroy()
        if (socket.closed) closed()
      }),
  }
}

export class IpcRefused extends Error {
  override name = 'IpcRefused'
  readonly method: string

  constructor(method: string, reason: string) {
    super(`The node refused ${method}: ${reason}`)
    this.method = method
  }
}

export class IpcClosed extends Error {
  override name = 'IpcClosed'

  constructor(path: string, options?: ErrorOptions) {
    super(`The node at ${path} doesn't answer: see "wattledger network status".`, options)
  }
}
