import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SignerChange, UnknownSealer, UnprovenReceipts } from '../../../chain/reader/alarms.ts'
import { jsonSource, rawSource } from '../../../chain/reader/blockSource.ts'
import { findSource } from '../../../chain/reader/capabilities.ts'
import { watchHead } from '../../../chain/reader/head.ts'
import { createTransport } from '../../../chain/reader/transport.ts'
import type { ReaderEvent, VerifiedBlock } from '../../../chain/reader/types.ts'
import { hexOf, type Hex } from '../../../contracts/events/hex.ts'
import { decodeHeader } from '../../../contracts/proof/header.ts'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { openIpc } from '../../../chain/network/ipc.ts'
import { ipcPath } from '../../../chain/network/network.ts'
import { deployEmitter, emission } from '../../machine/emitter.ts'
import { type GethNetwork, startGethNetwork } from '../../machine/geth.ts'
import { startLyingNode } from '../../machine/lyingNode.ts'
import { manifestOf } from '../../machine/manifest.ts'
import { need } from '../../machine/need.ts'
import { followInto } from './following.ts'

describe.skipIf(!need('geth'))('a real Geth network, followed', () => {
  let network: GethNetwork
  let emitter: string
  let manifest: Manifest

  beforeAll(async () => {
    network = await startGethNetwork()
    emitter = await deployEmitter(network.board)
    const transport = createTransport(network.url)
    const genesis = (await transport.request('eth_getBlockByNumber', ['0x0', false])) as {
      hash: Hex
    }
    transport.close()
    manifest = manifestOf({
      chain: 'geth',
      genesisHash: genesis.hash,
      contract: emitter as Hex,
      signers: network.signers.map(({ party, address }) => ({
        party,
        address: address.toLowerCase() as Hex,
      })),
    })
    for (let i = 0; i < 3; i++) await emit(i)
  })
  afterAll(() => network[Symbol.asyncDispose]())

  const emit = async (mark: number) => {
    const sent = await network.board.sendTransaction(emission(emitter, [mark, 2, 3], 64))
    await sent.wait()
  }
  const isHead = ({ type }: ReaderEvent) => type === 'head'
  const readAll = async (url = network.url, given = manifest) => {
    const store = new Map<number, VerifiedBlock>()
    await using reader = followInto(store, url, { manifest: given })
    await reader.until(isHead)
    return store
  }
  const marksOf = (store: ReadonlyMap<number, VerifiedBlock>) =>
    [...store.values()].flatMap(({ logs }) =>
      logs.map(({ topics }) => Number(hexOf(topics[0] as Uint8Array))),
    )

  test('comes whole, each block with the party that sealed it', async () => {
    const store = await readAll()
    expect(marksOf(store)).toEqual([0, 1, 2])
    const transport = createTransport(network.url)
    const addresses = manifest.signers.map(({ address }) => address)
    for (const [number, block] of store) {
      const params = [`0x${number.toString(16)}`]
      expect(hexOf(block.sealer as Uint8Array)).toBe(
        await transport.request('clique_getSigner', params),
      )
      expect(addresses).toContain(hexOf(block.sealer as Uint8Array))
    }
    transport.close()
  })

  test('gives the same blocks raw as from JSON', async () => {
    const transport = createTransport(network.url)
    const { signal } = new AbortController()
    const [raw, json] = [rawSource(transport), jsonSource(transport)]
    const headers = await raw.headers(1, 8, signal)
    expect(await json.headers(1, 8, signal)).toEqual(headers.map((bytes) => new Uint8Array(bytes)))
    const blocks = [...(await readAll()).values()].slice(0, 8)
    const bodies = await json.bodies(blocks, signal)
    const plain = (list: readonly Uint8Array[]) => list.map((bytes) => hexOf(bytes))
    const seen = (body: (typeof bodies)[number]) => [plain(body.receipts), plain(body.transactions)]
    expect(bodies.map((body) => seen(body))).toEqual(
      (await raw.bodies(blocks, signal)).map((body) => seen(body)),
    )
    // Geth is asked raw.
    const found = await findSource(transport)
    expect(found.headers.toString()).toBe(raw.headers.toString())
    transport.close()
  })

  test('tells of a new block by WebSocket, long before the next poll', async () => {
    const wakeUp = watchHead({ wsUrl: network.ws, pollMs: 60_000 })
    const store = await readAll()
    const before = store.size
    await using reader = followInto(store, network.url, { manifest, wakeUp })
    while (store.size < before + 4) await reader.next()
    wakeUp.close()
    expect(store.size).toBeGreaterThan(before)
  })

  test('has a reorg told with all that replaces it, and is then followed on', async () => {
    const store = await readAll()
    await using reader = followInto(store, network.url, { manifest })
    await emit(50)
    await reader.until((event) => event.type === 'blocks' && marksOf(store).includes(50))
    const reading = reader.until(({ type }) => type === 'reorg')
    const ancestor = await network.reorg(3)
    const event = await reading
    expect(event).toMatchObject({ type: 'reorg', ancestor: { number: ancestor } })
    await emit(51)
    await reader.until(() => marksOf(store).includes(51))
    const again = await readAll()
    expect([...store.values()].map(({ hash }) => hexOf(hash)).slice(0, again.size)).toEqual(
      [...again.values()].map(({ hash }) => hexOf(hash)).slice(0, store.size),
    )
  })

  test('by a node that leaves out a log is caught', async () => {
    await using node = await startLyingNode(network.url)
    node.behave(async ({ calls, honest }) => {
      const receipts = new Set(
        calls.filter(({ method }) => method === 'debug_getRawReceipts').map(({ id }) => id),
      )
      return (await honest()).map((answer) =>
        receipts.has(answer.id ?? 0)
          ? { ...answer, result: (answer.result as string[]).slice(1) }
          : answer,
      )
    })
    await expect(readAll(node.url)).rejects.toThrow(UnprovenReceipts)
  })

  test('by a node that makes up a block on top is caught by its seal', async () => {
    await using node = await startLyingNode(network.url)
    const newest = `0x${(await network.height()).toString(16)}`
    // The newest header, altered: its link holds, its seal is nobody's.
    node.behave(async ({ calls, honest }) =>
      (await honest()).map((answer) => {
        const call = calls.find(({ id }) => id === answer.id)
        if (call?.method === 'eth_blockNumber') return { ...answer, result: newest }
        if (call?.method !== 'debug_getRawHeader' || call.params[0] !== newest) return answer
        const raw = answer.result as string
        const { stateRoot } = decodeHeader(Buffer.from(raw.slice(2), 'hex'))
        return { ...answer, result: raw.replace(hexOf(stateRoot).slice(2), '77'.repeat(32)) }
      }),
    )
    await expect(readAll(node.url)).rejects.toThrow(UnknownSealer)
  })

  test('with other signers in the manifest is refused', async () => {
    // Of any two blocks in a row one is then a stranger's; with one other alone, the newest two may be the rest's.
    const signers = manifest.signers.map((signer, i) =>
      i === 0 ? signer : { ...signer, address: `0x${`9${i}`.repeat(20)}` as const },
    )
    await expect(readAll(network.url, { ...manifest, signers })).rejects.toThrow(UnknownSealer)
  })

  // Last: it leaves a vote on the chain.
  test('with a vote on who may seal is an alarm', async () => {
    const store = await readAll()
    await using reader = followInto(store, network.url, { manifest })
    await using ipc = await openIpc(ipcPath(network.home, 'board'))
    await ipc.request('clique_propose', [`0x${'77'.repeat(20)}`, true])
    await expect(reader.until(() => false)).rejects.toThrow(SignerChange)
  })
})
