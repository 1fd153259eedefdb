import { setTimeout as wait } from 'node:timers/promises'
import { bytesOf, hexOf } from '../../contracts/events/hex.ts'
import { isSame } from '../../contracts/proof/bytes.ts'
import { numberIn } from '../../contracts/proof/json.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { ChainAlarm, ForeignChain, RewoundChain, WaveringNode } from './alarms.ts'
import type { BlockSource } from './blockSource.ts'
import { findSource } from './capabilities.ts'
import { commonAncestor, type KnownHash } from './commonAncestor.ts'
import { digestHere, type Digester } from './digest.ts'
import { watchHead, type WakeUp } from './head.ts'
import { checkIdentity, genesisOf } from './identity.ts'
import { hashed, link, type Linked } from './links.ts'
import { preferring } from './peer/preferring.ts'
import { readBlocks, type Reading, type Tip } from './readBlocks.ts'
import { createSealJudge } from './seals.ts'
import type { Transport } from './transport.ts'
import { RpcError } from './transportError.ts'
import type { Checkpoint, ReaderEvent, VerifiedBlock } from './types.ts'

export interface FollowOptions {
  readonly transport: Transport
  readonly manifest: Manifest
  /** The stored block that the first one given must follow; `genesisOf(manifest)` to begin. */
  readonly after: Checkpoint
  /** Asked only while a common ancestor is looked for. */
  readonly knownHash: KnownHash
  /** How many blocks a reorg may replace. 64. */
  readonly reorgLimit?: number
  /** Read blocks from here as long as it answers; the transport's node says what the newest one is. Closed by who made it. */
  readonly peer?: BlockSource | undefined
  /** Where bodies are hashed; by default on this thread. */
  readonly digest?: Digester
  /** End after this block instead of following for ever. */
  readonly until?: number
  /** When to ask for the newest block again; by default every second. Closed by who made it. */
  readonly wakeUp?: WakeUp
  /** Ends the loop, without an error. */
  readonly signal?: AbortSignal
  /** How long the node may be behind, as after a restart, before it is an alarm. 30 s; 0 without signers. */
  readonly rewindPatienceMs?: number
  /** How long after an alarm the node is asked anew: at once, then 200 ms, twice, three and four times that; then the alarm stands. */
  readonly doubtMs?: number
}

/**
 * The chain after `after` as proven blocks, in order and without a gap, then as it grows: see types.ts for the events, and
 * README.md for what is proven. Throws `ChainAlarm`s, `TransportError`, and `RpcError` for what the node refuses to serve;
 * it can be begun anew from the last block stored at any time.
 */
export async function* followChain(options: FollowOptions): AsyncGenerator<ReaderEvent, void> {
  const { until = Number.POSITIVE_INFINITY, doubtMs = 200 } = options
  const signal = options.signal ?? new AbortController().signal
  const wakeUp = options.wakeUp ?? watchHead()
  const patience: Patience = { since: null }
  let last = options.after
  try {
    for (let doubts = 0; last.number < until && !signal.aborted;) {
      try {
        // In doubt the node itself is asked, in plain words.
        const peer = doubts === 0 ? options.peer : undefined
        const following = { ...options, peer, until, signal, wakeUp }
        for await (const event of follow(following, last, patience)) {
          doubts = 0
          last = lastOf(event) ?? last
          yield event
        }
      } catch (error) {
        if (signal.aborted) return
        const mayPass = error instanceof ChainAlarm || error instanceof RpcError
        if (!mayPass || doubts === MOST_DOUBTS) throw error
        // An answer can be altered on its way, and a reorg can come between two: the node is asked anew from the start.
        doubts++
        await wait(doubtMs * (doubts - 1), undefined, { signal }).catch(() => {})
      }
    }
  } finally {
    if (options.wakeUp === undefined) wakeUp.close()
  }
}

/** Several reorgs in a row, each between two answers, look like a node that mixes chains; a liar stays one. */
const MOST_DOUBTS = 5

/** Since when (Unix ms) the node has been behind the stored block. */
interface Patience {
  since: number | null
}

type Following = FollowOptions & Required<Pick<FollowOptions, 'until' | 'signal' | 'wakeUp'>>

/** Follows the chain as long as each block links to the one before. */
async function* follow(
  options: Following,
  after: Checkpoint,
  patience: Patience,
): AsyncGenerator<ReaderEvent, void> {
  const { transport, manifest, until, signal, wakeUp } = options
  await checkIdentity(transport, manifest, signal)
  const source = await findSource(transport, signal)
  const reading: Reading = {
    source: options.peer === undefined ? source : preferring(options.peer, source),
    seals: createSealJudge(manifest),
    digest: options.digest ?? ((bodies) => Promise.resolve(digestHere(bodies))),
    contract: bytesOf(manifest.contract),
    signal,
  }
  let last = after
  let tip: Tip | null = null
  while (last.number < until) {
    const head = await newestNumber(transport, signal)
    tip ??= head < last.number ? null : await tipAt(reading, manifest, last)
    if (tip !== null && head > last.number) {
      for await (const stretch of readBlocks(reading, tip, Math.min(head, until))) {
        tip = stretch.tip
        last = stretch.tip
        yield { type: 'blocks', blocks: stretch.blocks, head }
      }
      continue
    }
    const isThere = tip !== null && head === last.number && (await isStill(reading, tip))
    if (isThere) {
      patience.since = null
      yield { type: 'head', head }
      await wakeUp.next(signal)
      continue
    }
    const branch = await readBranch(reading, options, last, head)
    if (branch === null) {
      await bearRewind(options, patience, head, last)
    } else {
      ;({ tip } = branch)
      last = branch.tip
      yield { type: 'reorg', ancestor: branch.ancestor, blocks: branch.blocks, head }
    }
  }
}

interface Branch {
  readonly ancestor: Checkpoint
  readonly blocks: readonly VerifiedBlock[]
  readonly tip: Tip
}

/**
 * The blocks that replace those up to `last`, all proven; null if the node has none in their place. Throws `WaveringNode`
 * if it gave another header for a block before, and now gives the one that is stored: nothing was replaced.
 */
const readBranch = async (
  reading: Reading,
  { manifest, knownHash, reorgLimit = 64 }: Following,
  last: Checkpoint,
  head: number,
): Promise<Branch | null> => {
  const { source, seals, signal } = reading
  const search = { source, seals, manifest, knownHash, limit: reorgLimit, signal }
  const ancestor = await commonAncestor(search, last.number, Math.min(head, last.number - 1))
  let tip = await tipAt(reading, manifest, ancestor)
  if (tip === null || ancestor.number === head) return null
  const blocks: VerifiedBlock[] = []
  for await (const stretch of readBlocks(reading, tip, Math.min(head, last.number))) {
    blocks.push(...stretch.blocks)
    tip = stretch.tip
  }
  // The node may have gone back since it was asked for its head.
  const [first] = blocks
  if (first === undefined) return null
  const stored = await knownHash(first.number)
  if (stored !== null && isSame(stored, first.hash))
    throw new WaveringNode(first.number, first.hash)
  return { ancestor, blocks, tip }
}

/** Waits for a node that is behind, or raises the alarm when that has lasted. */
const bearRewind = async (
  { manifest, rewindPatienceMs, wakeUp, signal }: Following,
  patience: Patience,
  head: number,
  last: Checkpoint,
): Promise<void> => {
  const limit = rewindPatienceMs ?? (manifest.signers.length > 0 ? 30_000 : 0)
  patience.since ??= Date.now()
  if (Date.now() - patience.since >= limit) throw new RewoundChain(head, last.number)
  await wakeUp.next(signal)
}

/** The block as a tip to go on after, or null if the node has another in its place. */
const tipAt = async (
  { source, seals, signal }: Reading,
  manifest: Manifest,
  { number, hash }: Checkpoint,
): Promise<Tip | null> => {
  if (number === 0) {
    if (!isSame(hash, genesisOf(manifest).hash)) {
      throw new ForeignChain('genesis hash', manifest.genesisHash, hexOf(hash))
    }
    return { number, hash, recent: [] }
  }
  const first = Math.max(1, number - Math.max(0, seals.majority - 2))
  const raws = await source.headers(first, number - first + 1, signal)
  const [lowest] = raws
  if (lowest === undefined || raws.length < number - first + 1) return null
  const { parentHash } = hashed(lowest, first).header
  const headers = link({ number: first - 1, hash: parentHash }, raws)
  if (!isSame((headers.at(-1) as Linked).hash, hash)) return null
  return { number, hash, recent: seals.judge(headers, []).recent }
}

const isStill = async (
  { source, signal }: Reading,
  { number, hash }: Checkpoint,
): Promise<boolean> => {
  if (number === 0) return true
  const [raw] = await source.headers(number, 1, signal)
  return raw !== undefined && isSame(hashed(raw, number).hash, hash)
}

const newestNumber = async (transport: Transport, signal: AbortSignal): Promise<number> =>
  numberIn(
    { eth_blockNumber: await transport.request('eth_blockNumber', [], signal) },
    'eth_blockNumber',
  )

const lastOf = (event: ReaderEvent): Checkpoint | undefined =>
  event.type === 'head' ? undefined : event.blocks.at(-1)
