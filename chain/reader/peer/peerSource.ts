import type { Rlp, RlpReader } from '../../../contracts/proof/rlp.ts'
import { MalformedRlp, rlpUint } from '../../../contracts/proof/rlp.ts'
import { UnreadableBlock } from '../alarms.ts'
import type { BlockSource, RawBody } from '../blockSource.ts'
import { TransportError } from '../transportError.ts'
import type { Checkpoint } from '../types.ts'
import { type Connection, type ConnectionOptions, openConnection } from './connection.ts'

/** Blocks as nodes give them to one another. `close` ends the connection. */
export interface PeerSource extends BlockSource {
  readonly close: () => void
}

/** How long a peer that can't be reached is left alone: twice as long after each time, up to this. */
const SHORTEST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/**
 * Reads blocks from a node as its peer: a third of the work for it, and half for us, of reading the same bytes as hexadecimal
 * text by JSON-RPC. Connects when first asked. Throws `TransportError`, also at once while the peer is left alone after a
 * failure, and `UnreadableBlock`.
 */
export const peerSource = (options: ConnectionOptions): PeerSource => {
  const { url } = options.address
  let opening: Promise<Connection> | undefined
  let pauseMs = SHORTEST_PAUSE_MS
  let nextAt = 0
  let isClosed = false

  /** One for all who ask. One that broke is opened again at once, one that can't be opened after a pause. */
  const connection = (): Promise<Connection> => {
    if (opening !== undefined) return opening
    if (isClosed || Date.now() < nextAt)
      return Promise.reject(missing(url, 'it is left alone for a while'))
    const onBroken = (failure: TransportError) => {
      if (opening === begun) opening = undefined
      options.onBroken?.(failure)
    }
    const begun = openConnection({ ...options, onBroken })
    opening = begun
    begun.then(
      () => (pauseMs = SHORTEST_PAUSE_MS),
      () => {
        if (opening === begun) opening = undefined
        nextAt = Date.now() + pauseMs
        pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs)
      },
    )
    return begun
  }
  return {
    headers: async (from, count, signal) => {
      const { ask } = await connection()
      const what = [rlpUint(from), rlpUint(count), rlpUint(0), rlpUint(0)]
      const list = await ask('headers', what, signal)
      return readable(from, () => rawItems(list))
    },
    bodies: async (blocks, signal) => {
      const { ask } = await connection()
      const every = (question: 'receipts' | 'bodies') =>
        all(blocks, (hashes) => ask(question, hashes, signal), url)
      const [receipts, bodies] = await Promise.all([every('receipts'), every('bodies')])
      return blocks.map(({ number }, i): RawBody =>
        readable(number, () => ({
          receipts: rawItems(receipts[i] as RlpReader),
          transactions: rawItems((bodies[i] as RlpReader).list()),
          isAlone: true,
        })),
      )
    },
    close: () => {
      isClosed = true
      opening?.then(({ close }) => close()).catch(() => {})
    },
  }
}

/** A list for each block; a node answers as many as fit, so the rest is asked for again. */
const all = async (
  blocks: readonly Checkpoint[],
  ask: (hashes: readonly Rlp[]) => Promise<RlpReader>,
  url: string,
): Promise<RlpReader[]> => {
  const found: RlpReader[] = []
  while (found.length < blocks.length) {
    const open = blocks.slice(found.length)
    const list = await ask(open.map(({ hash }) => hash))
    const before = found.length
    while (!list.done && found.length < blocks.length) found.push(list.list())
    if (found.length === before)
      throw missing(url, `it has no content for block ${(open[0] as Checkpoint).number}`)
  }
  return found
}

const missing = (url: string, detail: string) =>
  new TransportError(url, 'as a peer', { kind: 'missing', detail })

/** Receipts or transactions as their trie holds them: legacy ones are lists, typed ones stand in byte strings (EIP-2718). */
const rawItems = (list: RlpReader): Uint8Array[] => {
  const items: Uint8Array[] = []
  while (!list.done) items.push(list.nextIsList ? list.raw() : list.bytes())
  return items
}

const readable = <T>(number: number, read: () => T): T => {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof MalformedRlp)) throw cause
    throw new UnreadableBlock(number, cause.message, cause)
  }
}
