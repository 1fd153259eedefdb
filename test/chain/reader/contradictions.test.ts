import { afterEach, beforeEach, expect, test } from 'vitest'
import { followChain } from '../../../chain/reader/followChain.ts'
import { createTransport, type Transport } from '../../../chain/reader/transport.ts'
import type { ReaderEvent } from '../../../chain/reader/types.ts'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { manifestOf } from '../../machine/manifest.ts'
import { type LyingNode, type RpcCall, startLyingNode } from '../../machine/lyingNode.ts'
import { blockAfter, CONTRACT, genesis, signers, type Block } from '../../simulation/blocks.ts'
import { resultOf } from '../../simulation/faultyNode.ts'
import { drawsOf } from '../../simulation/random.ts'

/** What the simulation found a reader to be wrong about, each by itself. */
const parties = ['board', 'consumer', 'regulator'] as const
const manifest: Manifest = manifestOf({
  chain: 'geth',
  genesisHash: genesis.hash,
  contract: CONTRACT,
  signers: signers.map((address, place) => ({ party: parties[place] ?? 'board', address })),
})

const chainOf = (length: number): Block[] => {
  const blocks = [genesis]
  while (blocks.length <= length) blocks.push(blockAfter(drawsOf(1), blocks.at(-1) as Block, ''))
  return blocks
}
const chain = chainOf(12)
const last = chain.at(-1) as Block

let node: LyingNode
let transport: Transport
beforeEach(async () => {
  node = await startLyingNode()
  transport = createTransport(node.url)
})
afterEach(async () => {
  transport.close()
  await node[Symbol.asyncDispose]()
})

/** The node shows `view`; what it says of a call may be changed. */
const show = (view: readonly Block[], change: (call: RpcCall, result: unknown) => unknown) =>
  node.behave(({ calls }) =>
    calls.map((call) => ({ id: call.id, result: change(call, resultOf(call, view)) })),
  )

/** Everything until the first word that there is nothing newer, after block 12 was stored. */
const follow = async (): Promise<ReaderEvent[]> => {
  const events: ReaderEvent[] = []
  const following = followChain({
    transport,
    manifest,
    after: { number: 12, hash: bytesOf(last.hash) },
    knownHash: (number) => Promise.resolve(bytesOf((chain[number] as Block).hash)),
    reorgLimit: 4,
    rewindPatienceMs: 100,
    doubtMs: 1,
  })
  for await (const event of following) {
    events.push(event)
    if (event.type === 'head') break
  }
  return events
}

/** A header with another state under the old seal. */
const altered = (raw: unknown): string => {
  const bytes = bytesOf(String(raw))
  bytes[100] = (bytes[100] as number) ^ 1
  return hexOf(bytes)
}

const isHeader = ({ method, params }: RpcCall, number: number) =>
  method === 'debug_getRawHeader' && params[0] === `0x${number.toString(16)}`

test('a header that was altered once makes no reorg of it', async () => {
  let times = 0
  show(chain, (call, result) => (isHeader(call, 12) && times++ === 0 ? altered(result) : result))
  expect(await follow()).toEqual([{ type: 'head', head: 12 }])
})

test('a node that gives another header whenever it is asked first is told from a reorg', async () => {
  let times = 0
  show(chain, (call, result) =>
    isHeader(call, 12) && times++ % 2 === 0 ? altered(result) : result,
  )
  await expect(follow()).rejects.toThrow(/gave another header for block 12 .* and then that one/)
})

test('a node that alters every header is no deep reorg', async () => {
  show(chain, (call, result) =>
    call.method === 'debug_getRawHeader' && call.params[0] !== '0x0' ? altered(result) : result,
  )
  await expect(follow()).rejects.toThrow(/does not follow the block before it/)
})

test('a node that begins anew, deeper than a reorg may go, is behind and no deep reorg', async () => {
  show(chain.slice(0, 4), (_, result) => result)
  await expect(follow()).rejects.toThrow(/went back in time: its newest block is 3/)
  show(chain.slice(0, 1), (_, result) => result)
  await expect(follow()).rejects.toThrow(/went back in time: its newest block is 0/)
})
