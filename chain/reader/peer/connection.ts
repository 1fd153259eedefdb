import { isSame } from '../../../contracts/proof/bytes.ts'
import { decodeRlp, type Rlp, RlpReader, rlpUint } from '../../../contracts/proof/rlp.ts'
import { type TransportFailure, TransportError } from '../transportError.ts'
import type { PeerAddress } from './address.ts'
import { DISCONNECT, HELLO, openWire, PING, PONG, type Wire } from './wire.ts'

/** What is asked of a peer, by the number of its message in eth/68; its answer's is one more. */
export const questions = { headers: 0x13, bodies: 0x15, receipts: 0x1f } as const

const GET_POOLED_TRANSACTIONS = 0x19
const STATUS = 0x10

export interface Connection {
  /** The list that answers. Throws `TransportError`, and an abort's reason. */
  readonly ask: (
    question: keyof typeof questions,
    what: Rlp,
    signal: AbortSignal,
  ) => Promise<RlpReader>
  readonly close: () => void
}

export interface ConnectionOptions {
  readonly address: PeerAddress
  /** Private key by which the peer knows us. */
  readonly key: Uint8Array
  /** 32 bytes; a peer of another chain is refused. */
  readonly genesisHash: Uint8Array
  /** For the handshake, and for each answer. */
  readonly timeoutMs: number
  /** Told why it ended, unless this side closed it. */
  readonly onBroken?: (failure: TransportError) => void
}

/**
 * Connects to a node as its peer (ethereum/devp2p: RLPx, eth/68) to ask it what nodes ask one another. Resolves once both
 * have found that they follow the same chain. Throws `TransportError`.
 */
export const openConnection = async ({
  address,
  key,
  genesisHash,
  timeoutMs,
  onBroken = () => {},
}: ConnectionOptions): Promise<Connection> => {
  const opened = Promise.withResolvers<void>()
  const waiting = new Map<number, PromiseWithResolvers<RlpReader>>()
  let failure: TransportError | undefined
  let lastId = 0
  let isClosed = false

  const fail = (kind: TransportFailure, detail: string, cause?: unknown) =>
    new TransportError(address.url, 'as a peer', { kind, detail, cause })
  const within = async <T>(answer: Promise<T>, what: string): Promise<T> => {
    const timer = setTimeout(() => {
      failure ??= fail('timeout', `no ${what} within ${timeoutMs} ms`)
      wire.close()
    }, timeoutMs)
    return await answer.finally(() => clearTimeout(timer))
  }
  const end = (reason: string, cause?: unknown) => {
    failure ??= fail(isClosed ? 'closed' : 'unreachable', reason, cause)
    if (!isClosed) onBroken(failure)
    opened.reject(failure)
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  }
  const message = (id: number, content: Uint8Array, { send }: Wire) => {
    if (id === DISCONNECT) throw new Error(`it hung up: ${reasonIn(content)}`)
    if (id === PING) send(PONG, [])
    else if (id === STATUS) {
      const status = decodeRlp(content) as readonly Rlp[]
      if (!isSame(status[4] as Uint8Array, genesisHash)) throw new Error('it is of another chain')
      // What it says of itself we say too: so it neither reads from us nor waits for us.
      send(STATUS, status)
      opened.resolve()
    } else if (answers.has(id)) {
      const answer = new RlpReader(content).list()
      const number = answer.number()
      waiting.get(number)?.resolve(answer.list())
      waiting.delete(number)
    } else if (asked.has(id)) send(id + 1, [new RlpReader(content).list().bytes(), []])
    else if (id === HELLO) return
  }
  const wire = openWire(address, key, { message, end })
  await within(opened.promise, 'handshake')
  return {
    ask: async (question, what, signal) => {
      signal.throwIfAborted()
      if (failure !== undefined) throw failure
      const id = ++lastId
      const answer = Promise.withResolvers<RlpReader>()
      const onAbort = () => answer.reject(signal.reason as Error)
      waiting.set(id, answer)
      signal.addEventListener('abort', onAbort)
      wire.send(questions[question], [rlpUint(id), what])
      return await within(answer.promise, `answer to a question for ${question}`).finally(() => {
        waiting.delete(id)
        signal.removeEventListener('abort', onAbort)
      })
    },
    close: () => {
      isClosed = true
      wire.close()
    },
  }
}

/** A list of one number, or that number. */
const reasonIn = (content: Uint8Array): string => {
  const code = content.at(-1) ?? 0
  return reasons[code] ?? `reason ${code}`
}

const reasons: Record<number, string> = {
  4: 'it has all the peers that it may',
  5: 'it is connected with this key already',
  8: 'it is ending',
}

const answers = new Set(Object.values(questions).map((id) => id + 1))
/** What a node may ask of its peers; we have nothing to give. */
const asked = new Set<number>([...Object.values(questions), GET_POOLED_TRANSACTIONS])
