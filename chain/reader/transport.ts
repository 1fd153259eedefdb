import { setTimeout as wait } from 'node:timers/promises'
import { parseWithBytes } from './answerBytes.ts'
import { RpcError, TransportError } from './transportError.ts'
import { createExchange } from './exchange.ts'

export interface Call {
  readonly method: string
  readonly params: readonly unknown[]
}

export interface TransportOptions {
  /** For one HTTP exchange, from sending to the answer's last byte. 10 s. */
  readonly timeoutMs?: number
  /** How often an exchange that fails is tried in all. 5. */
  readonly attempts?: number
  /** Wait after the first failure; twice as long after each more, up to 5 s, less up to half by chance. 100 ms. */
  readonly backoffMs?: number
  /** An answer larger than this is refused. 128 MiB; a full block of 60M gas needs at most 32. */
  readonly maxResponseBytes?: number
  readonly random?: () => number
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>
}

/** JSON-RPC with one node. Safe to use at the same time from many places; connections are kept and shared. */
export interface Transport {
  readonly url: string
  /** The result, to be checked by the caller. Throws `RpcError` (the node says no) or `TransportError` (it says nothing). */
  readonly request: (
    method: string,
    params?: readonly unknown[],
    signal?: AbortSignal,
  ) => Promise<unknown>
  /** The results in the order of the calls, whatever the order of the answers. Throws as `request` does, for the first. */
  readonly batch: (calls: readonly Call[], signal?: AbortSignal) => Promise<unknown[]>
  /** As `batch`, but long hexadecimal strings come out as bytes (answerBytes.ts). */
  readonly batchBytes: (calls: readonly Call[], signal?: AbortSignal) => Promise<unknown[]>
  /** Ends all connections; what is under way fails. */
  readonly close: () => void
}

/** A transport to the node at `url` (http or https). Connects when first asked. */
export const createTransport = (url: string, options: TransportOptions = {}): Transport => {
  const { attempts = 5, backoffMs = 100, random = Math.random, sleep = defaultSleep } = options
  const exchange = createExchange(
    url,
    options.timeoutMs ?? 10_000,
    options.maxResponseBytes ?? 2 ** 27,
  )
  let lastId = 0

  /** One exchange: what the node answered, by place of the call. Places without an answer are missing. */
  const ask = async (
    calls: readonly Call[],
    parse: Parse,
    signal: AbortSignal | undefined,
  ): Promise<Answers> => {
    const firstId = lastId + 1
    lastId += calls.length
    const bodies = calls.map(({ method, params }, i) => ({
      jsonrpc: '2.0',
      id: firstId + i,
      method,
      params,
    }))
    const methods = namesOf(calls)
    // One call goes alone, not as a batch of one: Geth limits what a batch may answer (25 MB), not a single answer.
    const [only] = bodies
    const body = JSON.stringify(bodies.length === 1 ? only : bodies)
    return answersIn(await exchange.post(body, methods, parse, signal), firstId, calls, url)
  }

  const batchBy = async (
    parse: Parse,
    calls: readonly Call[],
    signal?: AbortSignal,
  ): Promise<unknown[]> => {
    const results: unknown[] = Array.from({ length: calls.length })
    let open = calls.map((_, place) => place)
    for (let failures = 0; open.length > 0;) {
      signal?.throwIfAborted()
      let failure: TransportError
      try {
        const asked = open.map((place) => calls[place] as Call)
        const answers = await ask(asked, parse, signal)
        const missing = open.filter((_, i) => !answers.has(i))
        for (const [i, answer] of answers) results[open[i] as number] = answer
        const hadSome = missing.length < open.length
        open = missing
        // A batch too large for the node answers its first calls; the rest is asked anew, and that is no failure.
        if (hadSome) {
          failures = 0
          continue
        }
        failure = new TransportError(url, namesOf(asked), {
          kind: 'missing',
          detail: `${missing.length} of ${asked.length} calls were not answered`,
        })
      } catch (error) {
        if (!(error instanceof TransportError) || !error.mayPass) throw error
        failure = error
      }
      failures++
      if (failures >= attempts) throw failure.after(failures)
      const longest = Math.min(5_000, backoffMs * 2 ** (failures - 1))
      await sleep(longest * (1 - random() / 2), signal)
    }
    return results
  }

  return {
    url,
    request: async (method, params = [], signal) =>
      (await batchBy(parseText, [{ method, params }], signal))[0],
    batch: (calls, signal) => batchBy(parseText, calls, signal),
    batchBytes: (calls, signal) => batchBy(parseWithBytes, calls, signal),
    close: exchange.close,
  }
}

type Parse = (bytes: Buffer) => unknown

const parseText: Parse = (bytes) => JSON.parse(bytes.toString('utf8'))

/** Results by place of the call. */
type Answers = ReadonlyMap<number, unknown>

/**
 * Geth's codes for "the rest of this batch would be too large" and "it took me too long": to be asked anew. Of a single
 * call the first means that a transaction was rejected (EIP-1474), which is an answer.
 */
const TOO_LARGE = -32_003
const TOO_SLOW = -32_002

const answersIn = (
  json: unknown,
  firstId: number,
  calls: readonly Call[],
  url: string,
): Answers => {
  const answers = new Map<number, unknown>()
  for (const member of Array.isArray(json) ? json : [json]) {
    const { id, result, error } = (member ?? {}) as Record<string, unknown>
    // Geth answers a whole batch that it refuses by one error without an id.
    const place = id === null && error !== undefined ? 0 : Number(id) - firstId
    const call = calls[place]
    if (call === undefined || answers.has(place)) continue
    if (error !== undefined && error !== null) {
      const refusal = new RpcError(url, call.method, error)
      if (refusal.code === TOO_SLOW || (refusal.code === TOO_LARGE && calls.length > 1)) continue
      throw refusal
    }
    if (result !== undefined) answers.set(place, result)
  }
  return answers
}

const namesOf = (calls: readonly Call[]): string => {
  const [first] = calls
  return calls.length === 1
    ? (first?.method ?? '')
    : `${first?.method ?? ''} (${calls.length} calls)`
}

const defaultSleep = (ms: number, signal?: AbortSignal): Promise<unknown> =>
  wait(ms, undefined, signal === undefined ? {} : { signal })
