import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { getBytes, SigningKey } from 'ethers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeKeyPath } from '../../../../chain/network/nodeKeys.ts'
import { rawSource } from '../../../../chain/reader/blockSource.ts'
import { type PeerAddress, peerAddress } from '../../../../chain/reader/peer/address.ts'
import type { ConnectionOptions } from '../../../../chain/reader/peer/connection.ts'
import { peerSource } from '../../../../chain/reader/peer/peerSource.ts'
import { createTransport, type Transport } from '../../../../chain/reader/transport.ts'
import { TransportError } from '../../../../chain/reader/transportError.ts'
import type { VerifiedBlock } from '../../../../chain/reader/types.ts'
import { bytesOf, hexOf, type Hex } from '../../../../contracts/events/hex.ts'
import { headerHash } from '../../../../contracts/proof/header.ts'
import type { Manifest } from '../../../../contracts/proof/manifest.ts'
import { deployEmitter, emission } from '../../../machine/emitter.ts'
import { type GethNetwork, startGethNetwork } from '../../../machine/geth.ts'
import { manifestOf } from '../../../machine/manifest.ts'
import { need } from '../../../machine/need.ts'
import { followInto } from '../following.ts'

test.each([
  'http://127.0.0.1:8545',
  'enode://1234@127.0.0.1:30303',
  `enode://${'ab'.repeat(64)}@127.0.0.1`,
])('%s is no address of a peer', (url) => {
  expect(peerAddress(url)).toBeNull()
})

describe.skipIf(!need('geth'))('a real Geth, read as its peer', () => {
  let network: GethNetwork
  let transport: Transport
  let manifest: Manifest
  let options: ConnectionOptions
  let emitter: string

  beforeAll(async () => {
    network = await startGethNetwork()
    emitter = await deployEmitter(network.board)
    transport = createTransport(network.url)
    const genesis = (await transport.request('eth_getBlockByNumber', ['0x0', false])) as {
      hash: Hex
    }
    const signers = network.signers.map(({ party, address }) => ({
      party,
      address: address.toLowerCase() as Hex,
    }))
    const contract = emitter as Hex
    manifest = manifestOf({ chain: 'geth', genesisHash: genesis.hash, contract, signers })
    const key = (await readFile(nodeKeyPath(network.home, 'reader'), 'utf8')).trim()
    options = {
      address: peerAddress(network.peer) as PeerAddress,
      key: bytesOf(`0x${key}`),
      genesisHash: bytesOf(genesis.hash),
      timeoutMs: 10_000,
    }
    for (let i = 0; i < 3; i++) await emit(i)
  })
  afterAll(async () => {
    transport.close()
    await network[Symbol.asyncDispose]()
  })

  const emit = async (mark: number) => {
    const sent = await network.board.sendTransaction(emission(emitter, [mark, 2, 3], 64))
    await sent.wait()
  }
  const { signal } = new AbortController()
  /** Geth takes a moment to see that the connection before is gone, and lets a key in once. */
  const openPeer = async (given: Partial<ConnectionOptions> = {}) => {
    for (let attempt = 0; ; attempt++) {
      const peer = peerSource({ ...options, ...given })
      try {
        await peer.headers(1, 1, signal)
        return peer
      } catch (error) {
        if (attempt === 50) throw error
        peer.close()
        await sleep(200)
      }
    }
  }
  const plain = (list: readonly Uint8Array[]) => list.map((bytes) => hexOf(bytes))

  test('gives the same bytes as over HTTP, though it has all the peers that it may', async () => {
    const peer = await openPeer()
    const overHttp = rawSource(transport)
    const count = await network.height()
    const headers = await peer.headers(1, count, signal)
    expect(plain(headers)).toEqual(plain(await overHttp.headers(1, count, signal)))
    const blocks = headers.map((raw, i) => ({ number: 1 + i, hash: headerHash(raw) }))
    const expected = await overHttp.bodies(blocks, signal)
    const found = await peer.bodies(blocks, signal)
    expect(found.flatMap(({ receipts }) => receipts).length).toBeGreaterThan(3)
    expect(found.map(({ receipts }) => plain(receipts))).toEqual(
      expected.map(({ receipts }) => plain(receipts)),
    )
    expect(found.map(({ transactions }) => plain(transactions))).toEqual(
      expected.map(({ transactions }) => plain(transactions)),
    )
    // Beyond its newest block it has nothing, which is no failure.
    expect(await peer.headers(count + 1_000, 5, signal)).toEqual([])
    peer.close()
  })

  test('is connected to once, however many questions come at once', async () => {
    const broken: string[] = []
    await openPeer().then(({ close }) => close())
    await sleep(1_000)
    const peer = peerSource({ ...options, onBroken: ({ message }) => broken.push(message) })
    const all = await Promise.all([1, 2, 3, 4].map((from) => peer.headers(from, 1, signal)))
    expect(all.map(({ length }) => length)).toEqual([1, 1, 1, 1])
    expect(broken).toEqual([])
    peer.close()
  })

  test('is refused where it has another key than its address names, or another genesis', async () => {
    const others = [
      { ...options, address: { ...options.address, publicKey: publicKeyOf(randomBytes(32)) } },
      { ...options, genesisHash: randomBytes(32) },
    ]
    for (const other of others) {
      const peer = peerSource(other)
      await expect(peer.headers(1, 1, signal)).rejects.toThrow(TransportError)
      // And left alone for a while.
      await expect(peer.headers(1, 1, signal)).rejects.toThrow(/left alone/)
      peer.close()
    }
  })

  test('a block that it does not have is told as missing, and the connection serves on', async () => {
    const peer = await openPeer()
    const unknown = { number: 1, hash: randomBytes(32) }
    await expect(peer.bodies([unknown], signal)).rejects.toThrow(/no content for block 1/)
    expect(await peer.headers(1, 1, signal)).toHaveLength(1)
    peer.close()
  })

  test('that hangs up is read over HTTP from then on, and nothing is missed', async () => {
    await using cut = await startCut(options.address)
    const broken: string[] = []
    const peer = await openPeer({
      address: cut.address,
      onBroken: ({ message }) => broken.push(message),
    })
    const store = new Map<number, VerifiedBlock>()
    await using reader = followInto(store, network.url, { manifest, peer })
    await reader.until(({ type }) => type === 'head')
    expect(cut.bytes()).toBeGreaterThan(1_000)
    await cut.forGood()
    await emit(50)
    const before = store.size
    while (store.size < before + 2) await reader.next()
    expect(broken.length).toBeGreaterThan(0)
    expect([...store.keys()]).toEqual(Array.from({ length: store.size }, (_, i) => i + 1))
    peer.close()
  })
})

const publicKeyOf = (key: Uint8Array): Uint8Array =>
  getBytes(new SigningKey(key).publicKey).subarray(1)

/** A way to the node that can be cut. */
const startCut = async (to: PeerAddress) => {
  const sockets = new Set<Socket>()
  let bytes = 0
  const server = createServer((near) => {
    const far = connect(to.port, to.host)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => [near, far].map((one) => one.destroy()))
    }
    far.on('data', (chunk: Buffer) => (bytes += chunk.length))
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const forGood = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    address: { ...to, port: (server.address() as AddressInfo).port },
    bytes: () => bytes,
    forGood,
    [Symbol.asyncDispose]: () => (server.listening ? forGood() : Promise.resolve()),
  }
}
