import { setTimeout as wait } from 'node:timers/promises'

/** Says when to ask the node again for its newest block. It says nothing of that block: polling is the truth. */
export interface WakeUp {
  /** Resolves at the node's word of a new block, or after the poll interval; rejects with the signal's reason. */
  readonly next: (signal: AbortSignal) => Promise<void>
  readonly close: () => void
}

export interface WakeUpOptions {
  /** The node's WebSocket. Without it, or while it is away, only the interval counts. */
  readonly wsUrl?: string
  /** 1 s. */
  readonly pollMs?: number
}

/** Longest wait before a lost WebSocket is tried again; it begins with a tenth of it. */
const LONGEST_RETRY_MS = 10_000

/** A wake-up by `newHeads`, which connects at once and again whenever the connection is lost. To be closed. */
export const watchHead = ({ wsUrl, pollMs = 1_000 }: WakeUpOptions = {}): WakeUp => {
  const closing = new AbortController()
  // A word that comes while nobody waits is kept for the next who does.
  let word = Promise.withResolvers<void>()
  if (wsUrl !== undefined) void listen(wsUrl, () => word.resolve(), closing.signal)
  return {
    next: async (signal) => {
      signal.throwIfAborted()
      const stop = new AbortController()
      const end = () => stop.abort()
      signal.addEventListener('abort', end)
      const interval = wait(pollMs, undefined, { signal: stop.signal }).catch(() => {})
      await Promise.race([word.promise, interval])
      signal.removeEventListener('abort', end)
      stop.abort()
      signal.throwIfAborted()
      word = Promise.withResolvers()
    },
    close: () => closing.abort(),
  }
}

const subscription = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'eth_subscribe',
  params: ['newHeads'],
})

const listen = async (url: string, onWord: () => void, signal: AbortSignal): Promise<void> => {
  let delay = LONGEST_RETRY_MS / 10
  while (!signal.aborted) {
    const ended = Promise.withResolvers<void>()
    const socket = new WebSocket(url)
    const close = () => socket.close()
    signal.addEventListener('abort', close)
    socket.addEventListener('open', () => {
      delay = LONGEST_RETRY_MS / 10
      socket.send(subscription)
    })
    socket.addEventListener('message', onWord)
    socket.addEventListener('close', () => ended.resolve())
    // The close that follows says all that is needed.
    socket.addEventListener('error', () => {})
    await ended.promise
    signal.removeEventListener('abort', close)
    await wait(delay, undefined, { signal, ref: false }).catch(() => {})
    delay = Math.min(LONGEST_RETRY_MS, 2 * delay)
  }
}
