import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTransport, type Transport } from '../../../chain/reader/transport.ts'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import { transactionsIn } from '../../../contracts/proof/block.ts'
import { sealerOf, signersIn, turnOf, voteIn } from '../../../contracts/proof/cliqueSeal.ts'
import {
  decodeHeader,
  encodeHeader,
  headerFromJson,
  headerHash,
} from '../../../contracts/proof/header.ts'
import { merkleRoot } from '../../../contracts/proof/merkleRoot.ts'
import { decodeReceipt, receiptFromJson } from '../../../contracts/proof/receipt.ts'
import { verifyProofAnswer } from '../../../contracts/proof/stateProof.ts'
import {
  decodeTransaction,
  senderOf,
  transactionFromJson,
} from '../../../contracts/proof/transaction.ts'
import { deployEmitter, emission } from '../../machine/emitter.ts'
import { type GethNetwork, startGethNetwork } from '../../machine/geth.ts'
import { need } from '../../machine/need.ts'

interface Block {
  hash: string
  stateRoot: string
  transactions: { hash: string; from: string }[]
}

describe.skipIf(!need('geth'))('blocks of a real Geth network', () => {
  let network: GethNetwork
  let transport: Transport
  let emitter: string
  /** One with several transactions. */
  let full: number

  beforeAll(async () => {
    network = await startGethNetwork()
    transport = createTransport(network.url)
    emitter = await deployEmitter(network.board)
    const nonce = await network.board.getNonce()
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        network.board.sendTransaction({
          ...emission(emitter, [i, 2, 3], 100 * i),
          ...(i % 5 === 1 ? { type: 1, accessList: [] } : {}),
          // Enough to be mined, too little to log.
          ...(i % 5 === 2 ? { gasLimit: 21_000 + 16 * (96 + 100 * i) } : {}),
          nonce: nonce + i,
        }),
      ),
    )
    const receipts = await Promise.all(
      sent.map(({ provider, hash }) => provider.waitForTransaction(hash)),
    )
    // A busy machine seals some of them before the others arrive.
    const numbers = receipts.map((receipt) => receipt?.blockNumber ?? 0)
    const count = (number: number) => numbers.filter((one) => one === number).length
    full = numbers.toSorted((a, b) => count(b) - count(a))[0] ?? 0
    await network.reach(full + 4)
  })
  afterAll(async () => {
    transport.close()
    await network[Symbol.asyncDispose]()
  })

  const tagOf = (number: number) => `0x${number.toString(16)}`
  const rawOf = async (method: string, number: number) =>
    bytesOf((await transport.request(method, [tagOf(number)])) as string)
  const blockAt = async (number: number) =>
    (await transport.request('eth_getBlockByNumber', [tagOf(number), true])) as Block

  test('hash to what the node calls them, raw and from JSON, the genesis too', async () => {
    for (let number = 0; number <= full + 3; number++) {
      const [raw, block] = [await rawOf('debug_getRawHeader', number), await blockAt(number)]
      expect(hexOf(headerHash(raw))).toBe(block.hash)
      expect(encodeHeader(headerFromJson(block))).toEqual(raw)
      expect(encodeHeader(decodeHeader(raw))).toEqual(raw)
    }
  })

  test('hold the transactions and receipts that their roots commit to, raw and from JSON', async () => {
    const header = decodeHeader(await rawOf('debug_getRawHeader', full))
    const block = await blockAt(full)
    const transactions = transactionsIn(await rawOf('debug_getRawBlock', full))
    expect(transactions.length).toBeGreaterThan(1)
    expect(hexOf(merkleRoot(transactions))).toBe(hexOf(header.transactionsRoot))
    expect(block.transactions.map((one) => transactionFromJson(one))).toEqual(transactions)
    const read = transactions.map((raw) => decodeTransaction(raw))
    expect(read.map((one) => ({ hash: hexOf(one.hash), from: hexOf(senderOf(one)) }))).toEqual(
      block.transactions.map(({ hash, from }) => ({ hash, from })),
    )

    const answer = (await transport.request('debug_getRawReceipts', [tagOf(full)])) as string[]
    const receipts = answer.map((raw) => bytesOf(raw))
    expect(hexOf(merkleRoot(receipts))).toBe(hexOf(header.receiptsRoot))
    const json = (await transport.request('eth_getBlockReceipts', [tagOf(full)])) as unknown[]
    expect(json.map((one) => receiptFromJson(one))).toEqual(receipts)
    const logs = receipts.map((raw) => decodeReceipt(raw, bytesOf(emitter)))
    expect(logs.map(({ succeeded }) => succeeded)).toEqual(
      logs.map(({ logCount }) => logCount === 1),
    )
    expect(hexOf(merkleRoot(receipts.slice(1)))).not.toBe(hexOf(header.receiptsRoot))
  })

  test('are sealed by the three signers of the genesis, in turn where their difficulty says so', async () => {
    const signers = network.signers.map(({ address }) => address.toLowerCase()).toSorted()
    const genesis = decodeHeader(await rawOf('debug_getRawHeader', 0))
    expect(signersIn(genesis)?.map((signer) => hexOf(signer))).toEqual(signers)
    const seen = new Set<string>()
    for (let number = 1; number <= full + 3; number++) {
      const header = decodeHeader(await rawOf('debug_getRawHeader', number))
      const sealer = hexOf(sealerOf(header))
      expect(signers).toContain(sealer)
      expect(header.difficulty).toBe(turnOf(number, signers) === sealer ? 2n : 1n)
      expect([voteIn(header), signersIn(header)]).toEqual([null, null])
      seen.add(sealer)
    }
    expect(seen.size).toBeGreaterThanOrEqual(2)
  })

  test('prove accounts and storage by their state root', async () => {
    const header = decodeHeader(await rawOf('debug_getRawHeader', full))
    const slots = [new Uint8Array(32)]
    const params = [emitter, slots.map((slot) => hexOf(slot)), tagOf(full)]
    const answer = await transport.request('eth_getProof', params)
    const { account, words } = verifyProofAnswer(header.stateRoot, bytesOf(emitter), slots, answer)
    expect([account.nonce, account.balance, words.length]).toEqual([1, 0n, 1])
    const before = decodeHeader(await rawOf('debug_getRawHeader', 0))
    expect(() => verifyProofAnswer(before.stateRoot, bytesOf(emitter), slots, answer)).toThrow(
      'does not hash',
    )
  })

  test('show the seal of a vote and refuse to be altered', async () => {
    const header = decodeHeader(await rawOf('debug_getRawHeader', full))
    const signers = network.signers.map(({ address }) => address.toLowerCase())
    const voted = { ...header, coinbase: new Uint8Array(20).fill(1) }
    expect(signers).not.toContain(hexOf(sealerOf(voted)))
  })
})
