import type { BlockSource } from './blockSource.ts'
import { digestHere, type Digested, type Digester } from './digest.ts'
import { link, type Linked } from './links.ts'
import { isEmpty, proveBlock, type Sealed } from './proveBlock.ts'
import { type Push, readAhead } from './readAhead.ts'
import type { RecentSealers, SealJudge } from './seals.ts'
import type { Checkpoint, VerifiedBlock } from './types.ts'

/** Where and by what blocks are read. */
export interface Reading {
  readonly source: BlockSource
  readonly seals: SealJudge
  readonly digest: Digester
  /** 20 bytes. */
  readonly contract: Uint8Array
  readonly signal: AbortSignal
}

/** A block to go on after, with who sealed the last ones up to it. */
export interface Tip extends Checkpoint {
  readonly recent: RecentSealers
}

/** Blocks proven, and the tip that they end in. */
export interface Stretch {
  readonly blocks: readonly VerifiedBlock[]
  readonly tip: Tip
}

/** Headers in one request. Geth gives 54,000 a second so, and hardly more in larger ones. */
const HEADERS = 200
const HEADER_REQUESTS = 4

/**
 * Room is counted in events: one is a thousand blocks, or one that is full (60M gas: at most 7.5 MB of logs). So many full
 * ones together fill a COPY with thousands of rows a table; with few rows Postgres makes a slot for each.
 */
const weightOf = ({ header }: Linked): number => 0.001 + header.gasUsed / 60_000_000
const ROOM = { ahead: 12, together: 8 }

/**
 * The blocks after `tip` up to number `to`, proven, as many together as are ready; ends earlier where the node's chain
 * does. Throws alarms, `TransportError`, `RpcError`.
 */
export async function* readBlocks(reading: Reading, tip: Tip, to: number): AsyncGenerator<Stretch> {
  const stop = new AbortController()
  const onAbort = () => stop.abort(reading.signal.reason)
  reading.signal.addEventListener('abort', onAbort)
  const within = { ...reading, signal: stop.signal }
  try {
    const produce = (push: Push<Stretch>) => pushStretches(within, tip, to, push)
    for await (const stretches of readAhead(produce, ROOM)) {
      yield {
        blocks: stretches.flatMap(({ blocks }) => blocks),
        tip: (stretches.at(-1) as Stretch).tip,
      }
    }
  } finally {
    reading.signal.removeEventListener('abort', onAbort)
    stop.abort()
  }
}

/** Links and judges headers in order, while later ones and the bodies of earlier ones are on their way. */
const pushStretches = async (reading: Reading, from: Tip, to: number, push: Push<Stretch>) => {
  let tip = from
  const requests = headerRequests(reading, from.number + 1, to)
  for (const { count, raws } of requests) {
    const headers = link(tip, await raws)
    const { sealers, recent } = reading.seals.judge(headers, tip.recent)
    const blocks = headers.map((linked, i) => ({ ...linked, sealer: sealers[i] ?? null }))
    for (const group of groups(blocks)) {
      const { header, hash } = group.at(-1) as Sealed
      const end = { number: header.number, hash, recent }
      const weight = group.reduce((sum, block) => sum + weightOf(block), 0)
      tip = end
      await push(
        prove(reading, group).then((proven) => ({ blocks: proven, tip: end })),
        weight,
      )
      reading.signal.throwIfAborted()
    }
    if (headers.length < count) return
  }
}

/** Requests for headers, some of them begun ahead of the one that is taken. */
function* headerRequests({ source, signal }: Reading, from: number, to: number) {
  const begun: { count: number; raws: Promise<Uint8Array[]> }[] = []
  let next = from
  while (next <= to || begun.length > 0) {
    while (next <= to && begun.length < HEADER_REQUESTS) {
      const count = Math.min(HEADERS, to - next + 1)
      const raws = source.headers(next, count, signal)
      // If an earlier one fails, this one is never awaited.
      raws.catch(() => {})
      begun.push({ count, raws })
      next += count
    }
    yield begun.shift() as (typeof begun)[number]
  }
}

/** Blocks whose bodies are asked for together: no more than one full block's worth. */
function* groups(blocks: readonly Sealed[]): Generator<Sealed[]> {
  let group: Sealed[] = []
  let weight = 0
  for (const block of blocks) {
    const more = weightOf(block)
    if (group.length > 0 && weight + more > 1) {
      yield group
      group = []
      weight = 0
    }
    group.push(block)
    weight += more
  }
  if (group.length > 0) yield group
}

const [empty] = digestHere([{ receipts: [], transactions: [] }]) as [Digested]

const prove = async (
  { source, digest, contract, signal }: Reading,
  blocks: readonly Sealed[],
): Promise<VerifiedBlock[]> => {
  const full = blocks.filter((block) => !isEmpty(block))
  const places = full.map(({ header, hash }) => ({ number: header.number, hash }))
  const bodies = () => (full.length === 0 ? [] : source.bodies(places, signal))
  const given = await bodies()
  // What was given away and not brought back is asked for again.
  const digested = await digest(given).catch(async () => digestHere(await bodies()))
  let next = 0
  return blocks.map((block) =>
    proveBlock(block, isEmpty(block) ? empty : (digested[next++] as Digested), contract),
  )
}
