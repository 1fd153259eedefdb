import type { HDNodeWallet, JsonRpcProvider } from 'ethers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  DeepReorg,
  ForeignChain,
  RewoundChain,
  UnlinkedHeader,
  UnprovenReceipts,
  UnprovenTransactions,
  UnreadableBlock,
} from '../../../chain/reader/alarms.ts'
import { TransportError } from '../../../chain/reader/transportError.ts'
import type { ReaderEvent, VerifiedBlock } from '../../../chain/reader/types.ts'
import { hexOf, type Hex } from '../../../contracts/events/hex.ts'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { type Anvil, anvilProvider, anvilWallet, startAnvil } from '../../machine/anvil.ts'
import { deployEmitter, emission } from '../../machine/emitter.ts'
import { type LyingNode, type RpcAnswer, startLyingNode } from '../../machine/lyingNode.ts'
import { manifestOf } from '../../machine/manifest.ts'
import { followInto } from './following.ts'

let anvil: Anvil
let provider: JsonRpcProvider
let wallet: HDNodeWallet
let ours: string
let theirs: string
let manifest: Manifest

beforeAll(async () => {
  anvil = await startAnvil()
  provider = anvilProvider(anvil.url)
  wallet = anvilWallet(anvil.url, 0)
  ours = await deployEmitter(wallet)
  theirs = await deployEmitter(wallet)
  const { hash } = await provider.send('eth_getBlockByNumber', ['0x0', false])
  manifest = manifestOf({ chain: 'anvil', genesisHash: hash, contract: ours as Hex, signers: [] })
  for (let i = 0; i < 5; i++) await emit(ours, i)
  await emit(theirs, 9)
  // More than one request for headers, most of the blocks empty.
  await provider.send('anvil_mine', ['0x12c'])
  await emit(ours, 5)
})
afterAll(async () => {
  provider.destroy()
  await anvil.stop()
})

const emit = async (emitter: string, mark: number) => {
  const sent = await wallet.sendTransaction(emission(emitter, [mark, 2, 3], 64))
  await sent.wait()
}
const height = () => provider.getBlockNumber()
const marksOf = (store: ReadonlyMap<number, VerifiedBlock>) =>
  [...store.values()].flatMap(({ logs }) =>
    logs.map(({ topics }) => Number(hexOf(topics[0] as Uint8Array))),
  )
const isHead = ({ type }: ReaderEvent) => type === 'head'

/** All blocks that there are now. */
const readAll = async () => {
  const store = new Map<number, VerifiedBlock>()
  await using reader = followInto(store, anvil.url, { manifest })
  await reader.until(isHead)
  return store
}

describe('a chain read from its beginning', () => {
  test('comes whole, in order, with the logs of the contract and no others', async () => {
    const store = await readAll()
    expect([...store.keys()]).toEqual(Array.from({ length: await height() }, (_, i) => i + 1))
    expect(marksOf(store)).toEqual([0, 1, 2, 3, 4, 5])
    for (const number of [1, 4, 150, await height()]) {
      const block = await provider.send('eth_getBlockByNumber', [`0x${number.toString(16)}`, true])
      const read = store.get(number) as VerifiedBlock
      expect(hexOf(read.hash)).toBe(block.hash)
      expect(hexOf(read.stateRoot)).toBe(block.stateRoot)
      expect(read.timestamp).toBe(Number(block.timestamp))
      expect(read.sealer).toBe(null)
      expect(
        read.transactions.map(({ hash, from, to, succeeded }) => ({
          hash: hexOf(hash),
          from: hexOf(from),
          to: to === null ? null : hexOf(to),
          succeeded,
        })),
      ).toEqual(
        block.transactions.map(({ hash, from, to }: Record<string, string>) => ({
          hash,
          from,
          to,
          succeeded: true,
        })),
      )
    }
  })

  test('is asked for again where its bodies were given away and did not come back', async () => {
    const store = new Map<number, VerifiedBlock>()
    const digest = () => Promise.reject(new Error('gone'))
    await using reader = followInto(store, anvil.url, { manifest, digest })
    await reader.until(isHead)
    expect(store).toEqual(await readAll())
  })

  test('places each log in its transaction and in its block, other contracts counted', async () => {
    await provider.send('evm_setAutomine', [false])
    const nonce = await wallet.getNonce()
    const emitters = [theirs, ours, theirs, ours]
    await Promise.all(
      emitters.map((emitter, i) =>
        wallet.sendTransaction({ ...emission(emitter, [i, 2, 3], 32 * i), nonce: nonce + i }),
      ),
    )
    await provider.send('evm_mine', [])
    await provider.send('evm_setAutomine', [true])
    const store = await readAll()
    const { logs, transactions } = store.get(await height()) as VerifiedBlock
    expect(transactions.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    expect(
      logs.map(({ transactionIndex, logIndex, data }) => [transactionIndex, logIndex, data.length]),
    ).toEqual([
      [1, 1, 32],
      [3, 3, 96],
    ])
    expect(logs.map(({ address }) => hexOf(address))).toEqual([ours, ours])
  })

  test('can be left at any event and goes on from what is stored', async () => {
    const store = new Map<number, VerifiedBlock>()
    for (let last = 0; last < (await height()); last = store.size) {
      await using reader = followInto(store, anvil.url, { manifest })
      await reader.next()
      expect(store.size).toBeGreaterThan(last)
    }
    expect([...store.keys()].at(-1)).toBe(await height())
  })

  test('ends by itself after the block named', async () => {
    const store = new Map<number, VerifiedBlock>()
    await using reader = followInto(store, anvil.url, { manifest, until: 250 })
    await expect(reader.until(isHead)).rejects.toThrow('The reader ended')
    expect([...store.keys()].at(-1)).toBe(250)
  })

  test('ends without an error when told to stop, at the head too', async () => {
    const stop = new AbortController()
    await using reader = followInto(await readAll(), anvil.url, { manifest, signal: stop.signal })
    expect((await reader.next()).type).toBe('head')
    stop.abort()
    await expect(reader.next()).rejects.toThrow('The reader ended')
  })
})

test('a new block comes when it is made', async () => {
  const store = await readAll()
  await using reader = followInto(store, anvil.url, { manifest })
  expect(await reader.next()).toEqual({ type: 'head', head: await height() })
  await emit(ours, 77)
  await reader.until(({ type }) => type === 'blocks')
  expect(marksOf(store).at(-1)).toBe(77)
})

describe('a chain that replaces blocks', () => {
  test.each([1, 3])(
    'has the new ones told with the ancestor, %i blocks back, whatever was lost',
    async (depth) => {
      const snapshot = await provider.send('evm_snapshot', [])
      const ancestor = await height()
      for (let i = 0; i < depth; i++) await emit(ours, 100 + i)
      const store = await readAll()
      await using reader = followInto(store, anvil.url, { manifest })
      await reader.until(isHead)
      await provider.send('evm_revert', [snapshot])
      for (let i = 0; i <= depth; i++) await emit(ours, 200 + i)
      const event = await reader.until(({ type }) => type === 'reorg')
      expect(event).toMatchObject({ ancestor: { number: ancestor }, head: ancestor + depth + 1 })
      await reader.until(isHead)
      expect(marksOf(store).filter((mark) => mark >= 100)).toEqual(
        expect.arrayContaining(Array.from({ length: depth + 1 }, (_, i) => 200 + i)),
      )
      expect(marksOf(store)).toEqual(marksOf(await readAll()))
    },
  )

  test('by a shorter branch is followed too', async () => {
    const snapshot = await provider.send('evm_snapshot', [])
    const ancestor = await height()
    for (let i = 0; i < 3; i++) await emit(ours, 300 + i)
    const store = await readAll()
    await provider.send('evm_revert', [snapshot])
    await emit(ours, 400)
    await using reader = followInto(store, anvil.url, { manifest })
    expect(await reader.next()).toMatchObject({ type: 'reorg', ancestor: { number: ancestor } })
    expect([...store.keys()].at(-1)).toBe(ancestor + 1)
    expect(marksOf(store).at(-1)).toBe(400)
  })

  test('deeper than the limit is refused', async () => {
    const snapshot = await provider.send('evm_snapshot', [])
    for (let i = 0; i < 4; i++) await emit(ours, 500 + i)
    const store = await readAll()
    await provider.send('evm_revert', [snapshot])
    for (let i = 0; i < 5; i++) await emit(ours, 600 + i)
    const before = store.size
    await using reader = followInto(store, anvil.url, { manifest, reorgLimit: 3 })
    await expect(reader.next()).rejects.toThrow(DeepReorg)
    expect(store.size).toBe(before)
  })

  test('by none, having only gone back, is refused after the patience asked for', async () => {
    const snapshot = await provider.send('evm_snapshot', [])
    const head = await height()
    for (let i = 0; i < 2; i++) await emit(ours, 700 + i)
    const store = await readAll()
    await provider.send('evm_revert', [snapshot])
    await using impatient = followInto(store, anvil.url, { manifest })
    await expect(impatient.next()).rejects.toThrow(RewoundChain)
    await expect(
      (async () => {
        await using again = followInto(store, anvil.url, { manifest, rewindPatienceMs: 200 })
        await again.next()
      })(),
    ).rejects.toMatchObject({ head, known: head + 2 })
  })
})

describe('a chain of others', () => {
  test('is told by its genesis or its chain id, before anything is read', async () => {
    const store = new Map<number, VerifiedBlock>()
    const other = { ...manifest, genesisHash: `0x${'12'.repeat(32)}` as const }
    await using reader = followInto(store, anvil.url, { manifest: other })
    await expect(reader.next()).rejects.toThrow(ForeignChain)
    await using second = followInto(store, anvil.url, { manifest: { ...manifest, chainId: 1 } })
    await expect(second.next()).rejects.toThrow('its chain id is 20482, the manifest says 1')
  })

  test('is told when a node is exchanged under a running reader', async () => {
    await using node = await startLyingNode(anvil.url)
    await using foreign = await startAnvil()
    await using stranger = await startLyingNode(foreign.url)
    const store = await readAll()
    await using reader = followInto(store, node.url, { manifest })
    await reader.until(isHead)
    const strange = anvilProvider(foreign.url)
    await strange.send('anvil_mine', [`0x${(store.size + 1).toString(16)}`])
    strange.destroy()
    node.behave(async ({ calls }) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(stranger.url, {
        method: 'POST',
        headers,
        body: JSON.stringify(calls),
      })
      return (await answer.json()) as RpcAnswer[]
    })
    await expect(reader.until(() => false)).rejects.toThrow(ForeignChain)
  })
})

interface Json {
  [name: string]: unknown
}

describe('a node that lies', () => {
  let node: LyingNode
  beforeAll(async () => {
    node = await startLyingNode(anvil.url)
  })
  afterAll(() => node[Symbol.asyncDispose]())

  /** Alters the results of a method that are not null. */
  const lie = (
    method: string,
    alter: (result: unknown) => unknown,
    times = Number.POSITIVE_INFINITY,
  ) => {
    let left = times
    node.behave(async ({ calls, honest }) => {
      const answers = await honest()
      return answers.map((answer) => {
        const call = calls.find(({ id }) => id === answer.id)
        if (call?.method !== method || answer.result === null || left === 0) return answer
        const result = alter(structuredClone(answer.result))
        if (JSON.stringify(result) !== JSON.stringify(answer.result)) left--
        return { ...answer, result }
      })
    })
  }
  const readLies = async () => {
    const store = new Map<number, VerifiedBlock>()
    await using reader = followInto(store, node.url, { manifest })
    const error: unknown = await reader.until(isHead).catch((thrown: unknown) => thrown)
    return { store, error }
  }
  const receiptsWith = (alter: (log: Json, logs: Json[]) => Json[]) => (result: unknown) =>
    (result as Json[]).map((receipt) => {
      const logs = receipt['logs'] as Json[]
      const [first] = logs
      return first === undefined ? receipt : { ...receipt, logs: alter(first, logs) }
    })

  test.each<[string, (log: Json, logs: Json[]) => Json[]]>([
    ['drops a log', () => []],
    ['repeats a log', (log, logs) => [...logs, log]],
    ['alters a log', (log) => [{ ...log, data: `0x${'00'.repeat(64)}` }]],
    ['gives a log to another contract', (log) => [{ ...log, address: theirs }]],
  ])('and %s is caught, and nothing of that block comes out', async (_, alter) => {
    lie('eth_getBlockReceipts', receiptsWith(alter))
    const { store, error } = await readLies()
    expect(error).toBeInstanceOf(UnprovenReceipts)
    expect(marksOf(store)).toEqual([])
  })

  test('once, and tells the truth when asked again, is not noticed', async () => {
    lie(
      'eth_getBlockReceipts',
      receiptsWith(() => []),
      1,
    )
    const { store, error } = await readLies()
    expect(error).toMatchObject({ type: 'head' })
    expect(marksOf(store)).toEqual(marksOf(await readAll()))
  })

  test('about a transaction is caught', async () => {
    lie('eth_getBlockByHash', (result) => {
      const block = result as { transactions: Json[] }
      const { transactions } = block
      return { ...block, transactions: transactions.map((one) => ({ ...one, value: '0x77' })) }
    })
    expect((await readLies()).error).toBeInstanceOf(UnprovenTransactions)
  })

  test('about a header breaks the link to it', async () => {
    lie('eth_getBlockByNumber', (result) => {
      const header = result as Json
      return header['number'] === '0x64' ? { ...header, timestamp: '0x1' } : header
    })
    const { store, error } = await readLies()
    expect(error).toMatchObject({ name: 'UnlinkedHeader', number: 101 })
    expect(error).toBeInstanceOf(UnlinkedHeader)
    expect(store.has(100)).toBe(false)
  })

  test('by another block in the place of one is caught', async () => {
    lie('eth_getBlockByNumber', (result) => {
      const header = result as Json
      return header['number'] === '0x7' ? { ...header, number: '0x8' } : header
    })
    expect((await readLies()).error).toMatchObject({ name: 'UnreadableBlock', number: 7 })
  })

  test('by calling a block empty that is not breaks the link to it', async () => {
    const emptyRoot = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'
    lie('eth_getBlockByNumber', (result) => {
      const block = result as Json
      const roots = { receiptsRoot: emptyRoot, transactionsRoot: emptyRoot }
      return block['number'] === '0x3' ? { ...block, ...roots } : block
    })
    expect((await readLies()).error).toBeInstanceOf(UnlinkedHeader)
  })

  test('by answers of another shape is told so', async () => {
    lie('eth_getBlockReceipts', () => ({ receipts: 'none' }))
    const { error } = await readLies()
    expect(error).toBeInstanceOf(UnreadableBlock)
    expect(String(error)).toContain('eth_getBlockReceipts')
  })

  test('or only hangs or babbles now and then is borne', async () => {
    const faults = [
      'reset',
      { body: '<html>' },
      { body: '[{"jsonrpc":' },
      { status: 503, body: '' },
    ] as const
    node.behave(({ exchange, honest }) =>
      exchange % 2 === 0 ? (faults[(exchange / 2) % 4] ?? 'reset') : honest(),
    )
    const { store, error } = await readLies()
    expect(error).toMatchObject({ type: 'head' })
    expect(marksOf(store)).toEqual(marksOf(await readAll()))
  })

  test('or is gone for good ends in a transport error, what came before being whole', async () => {
    node.behave(({ exchange, honest }) => (exchange > last + 6 ? 'reset' : honest()))
    const last = node.exchanges()
    const { store, error } = await readLies()
    expect(error).toBeInstanceOf(TransportError)
    expect([...store.keys()]).toEqual(Array.from({ length: store.size }, (_, i) => i + 1))
  })
})
