import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkStatus } from '../../../chain/network/status.ts'
import { startGethNetwork, type GethNetwork } from '../../machine/geth.ts'
import { need } from '../../machine/need.ts'

describe.skipIf(!need('geth'))('a Geth network of three parties', () => {
  let network: GethNetwork
  beforeAll(async () => {
    network = await startGethNetwork()
  })
  afterAll(async () => {
    await network?.[Symbol.asyncDispose]()
  })

  const status = () => networkStatus(network.home, Number(new URL(network.url).port))
  const newBlocks = async (count: number) => network.reach((await network.height()) + count)
  const pay = async (to: string, value: bigint) => {
    const sent = await network.board.sendTransaction({ to, value, type: 0, gasPrice: 0n })
    return await sent.wait(1, 30_000)
  }

  test('mines a payment of no gas price that was sent through the RPC node, which takes exactly its value', async () => {
    const { board } = network
    const before = (await board.provider?.getBalance(board.address)) ?? 0n
    const rupees = 2_000n * 10n ** 18n
    const receipt = await pay('0x00000000000000000000000000000000000000aa', rupees)
    expect(receipt?.status).toBe(1)
    expect(await board.provider?.getBalance(board.address)).toBe(before - rupees)
  })

  test('seals with all three keys, and no base fee', async () => {
    await newBlocks(4)
    const { signers, head } = await status()
    expect(signers.filter(({ isSilent }) => isSilent)).toEqual([])
    expect(signers.map(({ party }) => party)).toContain(head?.sealer)
    const block = await network.board.provider?.getBlock('latest')
    expect(block?.baseFeePerGas).toBeNull()
    expect(block?.gasLimit).toBe(60_000_000n)
  })

  test('goes on while one of three signers is down, and says which one is silent', async () => {
    await network.stopNode('consumer')
    await newBlocks(7)
    const receipt = await pay('0x00000000000000000000000000000000000000bb', 1n)
    expect(receipt?.status).toBe(1)
    const { signers, nodes } = await status()
    expect(signers.filter(({ isSilent }) => isSilent).map(({ party }) => party)).toEqual([
      'consumer',
    ])
    expect(nodes.find(({ name }) => name === 'consumer')).toMatchObject({ pid: null, height: null })
  })

  test('halts while two are down, and goes on when one of them is back', async () => {
    await network.stopNode('regulator')
    const atHalt = (await network.height()) + 1
    await new Promise((later) => setTimeout(later, 5_000))
    expect(await network.height()).toBeLessThanOrEqual(atHalt)
    await network.startNode('regulator')
    await network.startNode('consumer')
    await newBlocks(3)
  })

  test('keeps every block when its RPC node is killed', async () => {
    const provider = network.board.provider
    const before = await provider?.getBlock('latest')
    await network.killNode('rpc')
    await network.startNode('rpc')
    const after = await provider?.getBlock(before?.number ?? 0)
    expect(after?.hash).toBe(before?.hash)
    await newBlocks(2)
  })

  test('replaces blocks when the signers come back with a heavier branch', async () => {
    const number = await network.height()
    const before = await network.board.provider?.getBlock(number)
    const ancestor = await network.reorg(3)
    expect(ancestor).toBeLessThan(number + 1)
    const replaced = await network.board.provider?.getBlock(ancestor + 1)
    expect(replaced?.hash).not.toBe(before?.hash)
    expect(replaced?.parentHash).toBe((await network.board.provider?.getBlock(ancestor))?.hash)
  })
})
