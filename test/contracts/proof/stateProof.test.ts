import type { JsonRpcProvider } from 'ethers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import { emptyRoot } from '../../../contracts/proof/merkleRoot.ts'
import { decodeRlp, encodeRlp, type Rlp } from '../../../contracts/proof/rlp.ts'
import {
  verifyAccountProof,
  verifyProofAnswer,
  verifyStorageProof,
} from '../../../contracts/proof/stateProof.ts'
import { ProofRefused } from '../../../contracts/proof/trieProof.ts'
import { type Anvil, anvilProvider, startAnvil } from '../../machine/anvil.ts'

interface Answer {
  address: string
  balance: string
  nonce: string
  codeHash: string
  storageHash: string
  accountProof: string[]
  storageProof: { key: string; value: string; proof: string[] }[]
}

const contract = `0x${'c0'.repeat(20)}`
const slotOf = (number: number) => bytesOf(`0x${number.toString(16).padStart(64, '0')}`)
/** Values of each length, so that leaves of every size are in the trie. */
const valueOf = (number: number) => 7n ** BigInt(number % 90) + 1n
const word = (value: bigint) => `0x${value.toString(16).padStart(64, '0')}`
const SLOTS = 120

let anvil: Anvil
let provider: JsonRpcProvider
let stateRoot: Uint8Array

beforeAll(async () => {
  anvil = await startAnvil()
  provider = anvilProvider(anvil.url)
  await provider.send('evm_mine', [])
  await provider.send('anvil_setCode', [contract, '0x00'])
  await provider.send('anvil_setBalance', [contract, '0x2386f26fc10000'])
  for (let slot = 0; slot < SLOTS; slot++) {
    await provider.send('anvil_setStorageAt', [contract, hexOf(slotOf(slot)), word(valueOf(slot))])
  }
  await provider.send('evm_mine', [])
  const block = await provider.send('eth_getBlockByNumber', ['latest', false])
  stateRoot = bytesOf(block.stateRoot)
})
afterAll(async () => {
  provider.destroy()
  await anvil.stop()
})

const ask = (address: string, slots: readonly number[]): Promise<Answer> =>
  provider.send('eth_getProof', [address, slots.map((slot) => hexOf(slotOf(slot))), 'latest'])
const prove = (answer: Answer, slots: readonly number[], root = stateRoot) =>
  verifyProofAnswer(
    root,
    bytesOf(contract),
    slots.map((slot) => slotOf(slot)),
    answer,
  )

test('every slot of a contract is proven, and so is that others are empty', async () => {
  const slots = Array.from({ length: SLOTS + 40 }, (_, slot) => slot)
  const { account, words } = prove(await ask(contract, slots), slots)
  expect(account.balance).toBe(10n ** 16n)
  expect(words.map((bytes) => BigInt(hexOf(bytes)))).toEqual(
    slots.map((slot) => (slot < SLOTS ? valueOf(slot) : 0n)),
  )
})

test('an account without storage has only empty slots', async () => {
  const [address] = (await provider.send('eth_accounts', [])) as [string]
  const answer = await ask(address, [1])
  const account = verifyAccountProof(stateRoot, bytesOf(address), nodesOf(answer.accountProof))
  expect(hexOf(account?.storageRoot ?? new Uint8Array(0))).toBe(hexOf(emptyRoot))
  const proven = verifyProofAnswer(stateRoot, bytesOf(address), [slotOf(1)], answer)
  expect(hexOf(proven.words[0] as Uint8Array)).toBe(word(0n))
})

test('that there is no such account is proven too', async () => {
  const nobody = `0x${'0b'.repeat(20)}`
  const { accountProof } = await ask(nobody, [])
  expect(verifyAccountProof(stateRoot, bytesOf(nobody), nodesOf(accountProof))).toBe(null)
  const answer = await ask(nobody, [])
  expect(() => verifyProofAnswer(stateRoot, bytesOf(nobody), [], answer)).toThrow(
    'there is no account',
  )
})

describe('a proof is refused', () => {
  const slot = 3
  const absent = SLOTS + 1
  const honest = () => ask(contract, [slot])
  const storage = (answer: Answer) => answer.storageProof[0] as Answer['storageProof'][0]
  const withStorage = (answer: Answer, change: Partial<Answer['storageProof'][0]>): Answer => ({
    ...answer,
    storageProof: [{ ...storage(answer), ...change }],
  })

  test('against another root, or an earlier block', async () => {
    const answer = await honest()
    expect(() => prove(answer, [slot], bytesOf(`0x${'11'.repeat(32)}`))).toThrow(ProofRefused)
    const before = await provider.send('eth_getBlockByNumber', ['0x1', false])
    expect(() => prove(answer, [slot], bytesOf(before.stateRoot))).toThrow('node 0 does not hash')
  })

  test('against no root: an empty trie is proven by no node', async () => {
    const answer = await honest()
    expect(() => prove(answer, [slot], emptyRoot)).toThrow('an empty trie is proven by no node')
  })

  test('if it claims another value, balance, nonce, code hash or storage root than it proves', async () => {
    const answer = await honest()
    expect(() => prove(withStorage(answer, { value: '0x5' }), [slot])).toThrow(
      'is claimed to hold 0x5',
    )
    expect(() => prove({ ...answer, balance: '0x1' }, [slot])).toThrow('not as it claims')
    expect(() => prove({ ...answer, nonce: '0x9' }, [slot])).toThrow('not as it claims')
    expect(() => prove({ ...answer, codeHash: answer.storageHash }, [slot])).toThrow(
      'not as it claims',
    )
    expect(() => prove({ ...answer, storageHash: answer.codeHash }, [slot])).toThrow('storage root')
  })

  test('if its leaf is forged, though its own root would fit', async () => {
    const answer = await honest()
    const nodes = nodesOf(storage(answer).proof)
    const [path] = decodeRlp(nodes.at(-1) as Uint8Array) as Rlp[]
    const forged = encodeRlp([path as Rlp, encodeRlp(new Uint8Array([99]))])
    const proof = [...nodes.slice(0, -1), forged].map((node) => hexOf(node))
    expect(() => prove(withStorage(answer, { value: '0x63', proof }), [slot])).toThrow(
      'does not hash',
    )
    // The trap: a proof of one node is sound by itself; only the root from elsewhere refuses it.
    expect(() => verifyStorageProof(bytesOf(answer.storageHash), slotOf(slot), [forged])).toThrow(
      'node 0',
    )
  })

  test.each([0, 1, 2])('cut before node %i', async (cut) => {
    const answer = await honest()
    const proof = storage(answer).proof.slice(0, cut)
    expect(proof.length).toBeLessThan(storage(answer).proof.length)
    expect(() => prove(withStorage(answer, { proof }), [slot])).toThrow('the proof was cut')
  })

  test('with a node left out, repeated, exchanged or added', async () => {
    const answer = await honest()
    const { proof } = storage(answer)
    const last = proof.at(-1) as string
    const forgeries = [
      proof.slice(1),
      [...proof, last],
      proof.toReversed(),
      [...proof, '0x80'],
      proof.with(0, last),
    ]
    for (const forged of forgeries) {
      expect(() => prove(withStorage(answer, { proof: forged }), [slot])).toThrow(ProofRefused)
    }
  })

  test('with any single byte of any node altered', async () => {
    const answer = await honest()
    const { proof } = storage(answer)
    for (const [i, node] of proof.entries()) {
      const bytes = bytesOf(node)
      for (let at = 0; at < bytes.length; at++) {
        const altered = bytes.slice()
        altered[at] = (altered[at] as number) ^ 1
        const forged = withStorage(answer, { proof: proof.with(i, hexOf(altered)) })
        expect(() => prove(forged, [slot])).toThrow(ProofRefused)
      }
    }
  })

  test('for another slot: one that is full for one that is empty, and the other way round', async () => {
    const [full, empty] = [await honest(), await ask(contract, [absent])]
    expect(() => prove(full, [absent])).toThrow('asked was')
    const key = hexOf(slotOf(absent))
    const asAbsent = withStorage(full, { key, value: '0x0' })
    expect(() => prove(asAbsent, [absent])).toThrow(ProofRefused)
    const asPresent = withStorage(empty, { key: hexOf(slotOf(slot)), value: '0x0' })
    expect(() => prove(asPresent, [slot])).toThrow(ProofRefused)
  })

  test('with more or fewer slots than were asked', async () => {
    const answer = await ask(contract, [1, 2])
    expect(() => prove(answer, [1])).toThrow('it proves 2 slots, asked were 1')
    expect(() => prove(answer, [1, 2, 3])).toThrow('it proves 2 slots, asked were 3')
  })

  test('for another account', async () => {
    const answer = await honest()
    const other = bytesOf(`0x${'c1'.repeat(20)}`)
    expect(() => verifyProofAnswer(stateRoot, other, [slotOf(slot)], answer)).toThrow(ProofRefused)
  })
})

const nodesOf = (proof: readonly string[]) => proof.map((node) => bytesOf(node))
