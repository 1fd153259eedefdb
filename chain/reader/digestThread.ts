import { Worker } from 'node:worker_threads'
import type { RawBody } from './blockSource.ts'
import { digestHere, type Digested, type Digester, memoryOf } from './digest.ts'

/** Digests on a thread of its own, to which memory is given and which gives it back. */
export interface DigestThread {
  readonly digest: Digester
  readonly close: () => void
}

/** Bytes that are worth sending there: a few milliseconds of hashing. */
const WORTH = 256 * 1024

/** How long it may have nothing to do before it ends. It takes 30 MB. */
const IDLE_MS = 2_000

/**
 * A thread that begins with the first large body and ends when none comes any more: following the head needs none. Rejects
 * when the thread fails, which `warn` hears of, and what it was given is lost; the next body begins another. Bodies whose
 * memory holds other things too are digested here.
 */
export const openDigestThread = (warn: (error: Error) => void): DigestThread => {
  let thread: Thread | undefined
  let idle: NodeJS.Timeout | undefined
  const close = () => {
    clearTimeout(idle)
    thread?.end()
    thread = undefined
  }
  return {
    digest: async (bodies) => {
      if (sizeOf(bodies) < WORTH || !bodies.every(({ isAlone }) => isAlone))
        return digestHere(bodies)
      clearTimeout(idle)
      thread ??= startThread()
      const { ask } = thread
      try {
        return await ask(bodies)
      } catch (error) {
        if (thread?.ask === ask) {
          close()
          warn(error as Error)
        }
        throw error
      } finally {
        clearTimeout(idle)
        idle = setTimeout(close, IDLE_MS).unref()
      }
    },
    close,
  }
}

interface Thread {
  /** Rejects when the thread fails, or is ended. */
  readonly ask: (bodies: readonly RawBody[]) => Promise<readonly Digested[]>
  readonly end: () => void
}

const startThread = (): Thread => {
  const worker = new Worker(new URL('digestWorker.ts', import.meta.url), {
    // It keeps nothing: its garbage is small, or memory that goes back.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  worker.unref()
  // It answers in the order in which it is asked.
  const asked: PromiseWithResolvers<readonly Digested[]>[] = []
  const fail = (cause?: unknown) => {
    const error = new Error('The thread that digests bodies ended.', { cause })
    for (const { reject } of asked.splice(0)) reject(error)
  }
  worker.on('message', (digested: readonly Digested[]) => asked.shift()?.resolve(digested))
  worker.on('error', fail)
  worker.on('exit', () => fail())
  return {
    ask: (bodies) => {
      const answer = Promise.withResolvers<readonly Digested[]>()
      asked.push(answer)
      worker.postMessage(bodies, memoryOf(bodies))
      return answer.promise
    },
    end: () => void worker.terminate(),
  }
}

const sizeOf = (bodies: readonly RawBody[]): number => {
  let size = 0
  for (const { receipts, transactions } of bodies) {
    for (const { length } of receipts) size += length
    for (const { length } of transactions) size += length
  }
  return size
}
