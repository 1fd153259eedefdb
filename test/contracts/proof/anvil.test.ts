import type { JsonRpcProvider } from 'ethers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import { encodeHeader, headerFromJson, headerHash } from '../../../contracts/proof/header.ts'
import { emptyRoot, merkleRoot } from '../../../contracts/proof/merkleRoot.ts'
import { decodeReceipt, receiptFromJson } from '../../../contracts/proof/receipt.ts'
import {
  decodeTransaction,
  senderOf,
  transactionFromJson,
} from '../../../contracts/proof/transaction.ts'
import { type Anvil, anvilProvider, anvilWallet, startAnvil } from '../../machine/anvil.ts'
import { deployEmitter, emission } from '../../machine/emitter.ts'

interface Log {
  address: string
  topics: string[]
  data: string
}
interface Receipt {
  status: string
  cumulativeGasUsed: string
  logs: Log[]
}
interface Block {
  hash: string
  number: string
  receiptsRoot: string
  transactionsRoot: string
  transactions: { hash: string; from: string; to: string | null; nonce: string }[]
}

let anvil: Anvil
let provider: JsonRpcProvider

beforeAll(async () => {
  anvil = await startAnvil()
  provider = anvilProvider(anvil.url)
})
afterAll(async () => {
  provider.destroy()
  await anvil.stop()
})

const blockAt = (tag: string): Promise<Block> => provider.send('eth_getBlockByNumber', [tag, true])
const receiptsAt = (tag: string): Promise<Receipt[]> => provider.send('eth_getBlockReceipts', [tag])
const rootOf = (receipts: readonly unknown[]) =>
  hexOf(merkleRoot(receipts.map((receipt) => receiptFromJson(receipt))))

/** A block of so many transactions, made at once. */
const blockOf = async (
  count: number,
  send: (nonce: number) => Promise<unknown>,
): Promise<Block> => {
  await provider.send('evm_setAutomine', [false])
  const from = await anvilWallet(anvil.url, 0).getNonce()
  await Promise.all(Array.from({ length: count }, (_, i) => send(from + i)))
  await provider.send('evm_mine', [])
  await provider.send('evm_setAutomine', [true])
  return blockAt('latest')
}

describe('a node that gives blocks as JSON', () => {
  // 0, 127 and 128 are where keys of the trie change their length, 16 and 17 where a branch is full.
  test.each([0, 1, 2, 15, 16, 17, 127, 128, 129, 257])(
    'the roots of a block of %i transactions are those of its header, which hashes to its hash',
    async (count) => {
      const wallet = anvilWallet(anvil.url, 0)
      const block = await blockOf(count, (nonce) =>
        wallet.sendTransaction({
          to: wallet.address,
          type: 0,
          gasPrice: 0,
          gasLimit: 21_000,
          nonce,
        }),
      )
      expect(block.transactions.length).toBe(count)
      expect(hexOf(headerHash(encodeHeader(headerFromJson(block))))).toBe(block.hash)
      const raw = block.transactions.map((transaction) => transactionFromJson(transaction))
      expect(hexOf(merkleRoot(raw))).toBe(block.transactionsRoot)
      expect(rootOf(await receiptsAt(block.number))).toBe(block.receiptsRoot)
      const read = raw.map((bytes) => decodeTransaction(bytes))
      expect(read.map(({ hash }) => hexOf(hash))).toEqual(
        block.transactions.map(({ hash }) => hash),
      )
      expect(read[0] === undefined ? null : hexOf(senderOf(read[0]))).toBe(
        block.transactions[0]?.from ?? null,
      )
    },
  )

  test('a typed receipt and one of a refused transaction are proven and read', async () => {
    const wallet = anvilWallet(anvil.url, 0)
    const emitter = await deployEmitter(wallet)
    const block = await blockOf(3, (nonce) => {
      const call = { ...emission(emitter, [1, 2, 3], 64), nonce }
      // One is typed, and one has too little gas to log.
      const [typed, poor] = [nonce % 3 === 0, nonce % 3 === 1]
      return wallet.sendTransaction({
        ...call,
        ...(typed ? { type: 1, accessList: [] } : {}),
        ...(poor ? { gasLimit: 23_000 } : {}),
      })
    })
    const receipts = await receiptsAt(block.number)
    expect(rootOf(receipts)).toBe(block.receiptsRoot)
    const read = receipts.map((receipt) => decodeReceipt(receiptFromJson(receipt)))
    expect(read.filter(({ type }) => type === 1).length).toBe(1)
    expect(read.filter(({ succeeded }) => succeeded).map(({ logCount }) => logCount)).toEqual([
      1, 1,
    ])
    expect(read.find(({ succeeded }) => !succeeded)?.logCount).toBe(0)
  })

  test('only the logs of the contract asked for come out, all of them counted', async () => {
    const wallet = anvilWallet(anvil.url, 0)
    const [ours, theirs] = [await deployEmitter(wallet), await deployEmitter(wallet)]
    const sent = await wallet.sendTransaction(emission(ours, [7, 8, 9], 96))
    await sent.wait()
    const [raw] = (await receiptsAt('latest')).map((receipt) => receiptFromJson(receipt))
    const all = decodeReceipt(raw as Uint8Array)
    const own = decodeReceipt(raw as Uint8Array, bytesOf(ours))
    const other = decodeReceipt(raw as Uint8Array, bytesOf(theirs))
    expect(own).toEqual(all)
    expect(own.logs.map(({ topics }) => topics.map((topic) => Number(hexOf(topic))))).toEqual([
      [7, 8, 9],
    ])
    expect(own.logs[0]?.data).toEqual(new Uint8Array(96).fill(0xab))
    expect([other.logs.length, other.logCount]).toEqual([0, 1])
  })
})

describe('what the receipts root refuses', () => {
  let receipts: Receipt[]
  let root: string

  beforeAll(async () => {
    const wallet = anvilWallet(anvil.url, 0)
    const emitter = await deployEmitter(wallet)
    const block = await blockOf(4, (nonce) =>
      wallet.sendTransaction({ ...emission(emitter, [nonce, 2, 3], 64), nonce }),
    )
    receipts = await receiptsAt(block.number)
    root = block.receiptsRoot
  })

  const first = () => receipts[0] as Receipt
  const log = () => first().logs[0] as Log
  const withFirst = (change: Partial<Receipt>) => [{ ...first(), ...change }, ...receipts.slice(1)]
  const withLog = (change: Partial<Log>) => withFirst({ logs: [{ ...log(), ...change }] })

  test('and only that: the true ones have it', () => {
    expect(rootOf(receipts)).toBe(root)
  })

  test.each<[string, () => Receipt[]]>([
    ['a log left out', () => withFirst({ logs: [] })],
    ['a log repeated', () => withFirst({ logs: [log(), log()] })],
    ['data of a log altered', () => withLog({ data: log().data.replace('ab', 'ac') })],
    ['data of a log cut', () => withLog({ data: log().data.slice(0, -2) })],
    [
      'a topic altered',
      () => withLog({ topics: [`0x${'00'.repeat(32)}`, ...log().topics.slice(1)] }),
    ],
    ['topics in another order', () => withLog({ topics: log().topics.toReversed() })],
    ['a log of another contract', () => withLog({ address: `0x${'11'.repeat(20)}` })],
    ['another status', () => withFirst({ status: '0x0' })],
    ['another sum of gas', () => withFirst({ cumulativeGasUsed: '0x1' })],
    ['a receipt left out', () => receipts.slice(1)],
    ['the last receipt left out', () => receipts.slice(0, -1)],
    ['a receipt repeated', () => [...receipts, first()]],
    ['receipts in another order', () => receipts.toReversed()],
    ['no receipts', () => []],
  ])('%s', (_, forge) => {
    expect(rootOf(forge())).not.toBe(root)
  })
})

test('no receipts have the root of the empty trie', () => {
  expect(hexOf(merkleRoot([]))).toBe(hexOf(emptyRoot))
  expect(hexOf(emptyRoot)).toBe(
    '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  )
})
