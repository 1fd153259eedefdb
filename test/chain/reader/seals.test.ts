import { Wallet } from 'ethers'
import { expect, test } from 'vitest'
import { SignerChange, TooFewParties, UnknownSealer } from '../../../chain/reader/alarms.ts'
import { link, type Linked } from '../../../chain/reader/links.ts'
import { createSealJudge } from '../../../chain/reader/seals.ts'
import { bytesOf, hexOf, type Hex } from '../../../contracts/events/hex.ts'
import { EPOCH } from '../../../contracts/proof/cliqueSeal.ts'
import { encodeHeader, type Header, headerHash } from '../../../contracts/proof/header.ts'
import type { Party } from '../../../contracts/proof/manifest.ts'
import { aHeader, sealed } from '../../machine/header.ts'
import { manifestOf } from '../../machine/manifest.ts'

const keys = ['11', '22', '33', '44'].map((byte) => `0x${byte.repeat(32)}`)
const byAddress = keys
  .slice(0, 3)
  .map((key) => ({ key, address: new Wallet(key).address.toLowerCase() as Hex }))
  .toSorted((a, b) => (a.address < b.address ? -1 : 1))
const stranger = {
  key: keys[3] as string,
  address: new Wallet(keys[3] as string).address.toLowerCase() as Hex,
}
const parties: Party[] = ['board', 'consumer', 'regulator']
const signers = byAddress.map(({ address }, i) => ({ party: parties[i] as Party, address }))
const manifest = manifestOf({
  chain: 'geth',
  genesisHash: hexOf(new Uint8Array(32)),
  contract: hexOf(new Uint8Array(20)),
  signers,
})

/** A chain after `from`, sealed by these signers (by the order of their addresses; 3 is a stranger). */
const chainOf = (
  from: number,
  sealers: readonly number[],
  change: (h: Header) => Header = (h) => h,
) => {
  let parentHash: Uint8Array = new Uint8Array(32)
  const raws = sealers.map((sealer, i) => {
    const number = from + 1 + i
    const difficulty = number % 3 === sealer ? 2n : 1n
    const { key } = [...byAddress, stranger][sealer] as typeof stranger
    const raw = encodeHeader(sealed(change(aHeader({ number, parentHash, difficulty })), key))
    parentHash = headerHash(raw)
    return raw
  })
  return link({ number: from, hash: new Uint8Array(32) }, raws)
}
const judge = (blocks: readonly Linked[], given = manifest) =>
  createSealJudge(given).judge(blocks, [])
const namesOf = (sealers: readonly (Uint8Array | null)[]) =>
  sealers.map((sealer) =>
    byAddress.findIndex(({ address }) => sealer !== null && hexOf(sealer) === address),
  )

test('who sealed is told of every block, in and out of turn', () => {
  const sealers = [1, 2, 0, 2, 0, 2, 1, 2, 0]
  expect(namesOf(judge(chainOf(0, sealers)).sealers)).toEqual(sealers)
})

test('a majority is two of three, and one where one seals alone', () => {
  expect(createSealJudge(manifest).majority).toBe(2)
  const [only] = signers
  const alone = manifestOf({ ...manifest, signers: only === undefined ? [] : [only] })
  expect(createSealJudge(alone).majority).toBe(1)
})

test('where no party seals, nothing is judged and nobody sealed', () => {
  const practice = createSealJudge(manifestOf({ ...manifest, chain: 'anvil', signers: [] }))
  expect(practice.majority).toBe(0)
  const blocks = link({ number: 0, hash: new Uint8Array(32) }, [
    encodeHeader(aHeader({ extraData: new Uint8Array(0), difficulty: 0n })),
  ])
  expect(practice.judge(blocks, []).sealers).toEqual([null])
})

test('a stranger at the end is an alarm, alone or above a party', () => {
  expect(() => judge(chainOf(0, [1, 2, 3]))).toThrow(UnknownSealer)
  expect(() => judge(chainOf(0, [1, 3, 0]))).toThrow('no party of the manifest has this key')
})

test('a stranger out of turn is an alarm even where a majority sealed above', () => {
  expect(() => judge(chainOf(0, [1, 2, 3, 1, 2, 0]))).toThrow(UnknownSealer)
})

test('one key that seals twice in a row is an alarm, also across what was read before', () => {
  expect(() => judge(chainOf(0, [1, 2, 2]))).toThrow(TooFewParties)
  const { recent } = judge(chainOf(0, [1, 2]))
  const next = chainOf(2, [2])
  expect(() => createSealJudge(manifest).judge(next, recent)).toThrow(TooFewParties)
  expect(namesOf(createSealJudge(manifest).judge(chainOf(2, [0]), recent).sealers)).toEqual([0])
})

test('a seal that is none, or a turn claimed falsely, is an alarm', () => {
  const blocks = chainOf(0, [1, 2])
  const extraData = new Uint8Array(97)
  const unsealed = blocks.map((block) => ({ ...block, header: { ...block.header, extraData } }))
  expect(() => judge(unsealed)).toThrow('it bears no seal')
  const claimed = chainOf(0, [1, 0], (header) => ({ ...header, difficulty: 2n }))
  expect(() => judge(claimed)).toThrow('says that the turn was this party')
  const denied = chainOf(0, [1, 2], (header) => ({ ...header, difficulty: 1n }))
  expect(() => judge(denied)).toThrow('says that the turn was not this party')
})

test('a vote on who may seal is an alarm, wherever it stands', () => {
  const vote = (header: Header) =>
    header.number === 2
      ? { ...header, coinbase: bytesOf(stranger.address), nonce: new Uint8Array(8).fill(0xff) }
      : header
  const blocks = chainOf(0, [1, 2, 0, 1, 2, 0], vote)
  expect(() => judge(blocks)).toThrow(SignerChange)
  expect(() => judge(blocks)).toThrow(
    `Block 2 changes who may seal: it votes to admit ${stranger.address}`,
  )
})

test('a change that the parties listed in the manifest is followed from its block on', () => {
  const next = [...signers.slice(1), { party: 'board' as const, address: stranger.address }]
  const changed = { ...manifest, signerChanges: [{ block: 4, signers: next }] }
  const vote = (header: Header) =>
    header.number === 2
      ? { ...header, coinbase: bytesOf(stranger.address), nonce: new Uint8Array(8).fill(0xff) }
      : header
  expect(namesOf(judge(chainOf(0, [1, 2, 0], vote), changed).sealers)).toEqual([1, 2, 0])
  // It lets the stranger in, not out, and nobody else.
  const other = (header: Header) =>
    header.number === 2 ? { ...header, coinbase: new Uint8Array(20).fill(9) } : header
  expect(() => judge(chainOf(0, [1, 2, 0], other), changed)).toThrow(SignerChange)
  const set = createSealJudge(changed)
  const order = next.map(({ address }) => address).toSorted()
  const number = [6, 7, 8].find((n) => order[n % 3] === stranger.address) ?? 0
  const block = sealed(aHeader({ number, difficulty: 2n }), stranger.key)
  const linked = { header: block, hash: headerHash(encodeHeader(block)) }
  expect(
    set.judge([linked], []).sealers.map((sealer) => hexOf(sealer ?? new Uint8Array(0))),
  ).toEqual([stranger.address])
})

test('an epoch block lists the signers of the manifest, and no other block lists any', () => {
  const listOf = (addresses: readonly Hex[]) => {
    const extraData = new Uint8Array(32 + 20 * addresses.length + 65)
    for (const [i, address] of addresses.entries()) extraData.set(bytesOf(address), 32 + 20 * i)
    return extraData
  }
  const all = byAddress.map(({ address }) => address)
  const withList = (addresses: readonly Hex[]) => (header: Header) =>
    header.number === EPOCH ? { ...header, extraData: listOf(addresses) } : header
  const before = EPOCH - 1
  expect(namesOf(judge(chainOf(before, [0, 1], withList(all))).sealers)).toEqual([0, 1])
  expect(() => judge(chainOf(before, [0, 1]))).toThrow('it lists the signers none')
  expect(() =>
    judge(chainOf(before, [0, 1], withList([...all.slice(1), stranger.address]))),
  ).toThrow(SignerChange)
  const everywhere = (header: Header) => ({ ...header, extraData: listOf(all) })
  expect(() => judge(chainOf(0, [1, 2], everywhere))).toThrow('none for this block')
})
