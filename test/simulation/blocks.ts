import { signRecoverable } from 'tiny-secp256k1'
import { SigningKey } from 'ethers'
import { keccak256 } from '#keccak'
import { encodeEvent, encodeTopics } from '../../contracts/events/codec.ts'
import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import { type EventName, type Layout, layouts } from '../../contracts/events/layouts.ts'
import type { FieldsOf } from '../../contracts/events/readers.ts'
import { sealHash, turnOf } from '../../contracts/proof/cliqueSeal.ts'
import {
  decodeHeader,
  encodeHeader,
  headerHash,
  type Header,
} from '../../contracts/proof/header.ts'
import { merkleRoot } from '../../contracts/proof/merkleRoot.ts'
import { encodeRlp, type Rlp, rlpUint } from '../../contracts/proof/rlp.ts'
import { aHeader } from '../machine/header.ts'
import type { Draws } from './random.ts'

/** The contract's address, and the three parties' keys by their addresses, in order. */
export const CONTRACT: Hex = `0x${'c0'.repeat(20)}`
const CHAIN_ID = 20_482
const keys = new Map(
  [1, 2, 3].map((number) => {
    const key = `0x${String(number).repeat(64)}`
    const digest = keccak256(bytesOf(new SigningKey(key).publicKey).subarray(1))
    return [hexOf(digest.subarray(12)), bytesOf(key)] as const
  }),
)
export const signers = [...keys.keys()].toSorted()
const STRANGER = bytesOf(`0x${'4'.repeat(64)}`)

export interface Entry {
  readonly name: EventName
  readonly account: Hex
  readonly seq: number
  readonly block: number
  readonly transactionIndex: number
  readonly logIndex: number
  readonly fields: Record<string, unknown>
}

/** A block as the network made it, and what a reader should make of it. */
export interface Block {
  readonly header: Header
  readonly raw: Uint8Array
  readonly hash: Hex
  readonly receipts: readonly Uint8Array[]
  readonly transactions: readonly Uint8Array[]
  readonly entries: readonly Entry[]
  /** Number of each account's last entry up to here. */
  readonly seqs: ReadonlyMap<Hex, number>
  /** The party that sealed it; empty for the genesis. */
  readonly sealer: Hex | ''
}

/** What is wrong with a block that the network made: nothing, or what an indexer must stop at. */
export type Flaw = 'none' | 'undecodable' | 'vote' | 'stranger' | 'same party'

const genesisAt = (timestamp: number): Block => {
  const header = aHeader({ number: 0, difficulty: 1n, timestamp })
  const raw = encodeHeader(header)
  const hash = hexOf(headerHash(raw))
  const nothing = { receipts: [], transactions: [], entries: [], seqs: new Map() }
  return { header, raw, hash, ...nothing, sealer: '' }
}
export const genesis = genesisAt(1_700_000_000)
/** Of another chain with the same id and the same parties. */
export const foreignGenesis = genesisAt(1_600_000_000)

/** Events that a block may hold: the everyday ones, and some of each odd kind of word. */
const kinds = [
  'PaymentMade',
  'PaymentMade',
  'ConsumptionRecorded',
  'ChargeApplied',
  'BillIssued',
  'AdjustmentPosted',
  'RoleChanged',
  'RateSet',
  'PeriodClosed',
] as const satisfies EventName[]

/** The block that follows `parent`, drawn by `tag` (which branch). Nearly half are empty. */
export const blockAfter = (
  draws: Draws,
  parent: Block,
  tag: string,
  flaw: Flaw = 'none',
): Block => {
  const number = parent.header.number + 1
  const purpose = (what: string) => [what, tag, number] as const
  const seqs = new Map(parent.seqs)
  const entries: Entry[] = []
  const receipts: Uint8Array[] = []
  const transactions: Uint8Array[] = []
  const isEmpty = flaw !== 'undecodable' && draws.chance(...purpose('empty')) < 0.4
  const count = isEmpty ? 0 : 1 + draws.below(3, ...purpose('transactions'))
  let logIndex = 0
  for (let transactionIndex = 0; transactionIndex < count; transactionIndex++) {
    const logs: Rlp[] = []
    const isRefused = draws.chance('refused', tag, number, transactionIndex) < 0.1
    const events = isRefused ? 0 : draws.below(4, 'events', tag, number, transactionIndex)
    for (let event = 0; event < events; event++, logIndex++) {
      const place = { block: number, transactionIndex, logIndex }
      const entry = entryAt(draws, seqs, tag, place)
      entries.push(entry)
      const topics = encodeTopics(entry.name, entry.account, entry.seq)
      const data = encodeEvent(entry.name, entry.fields as unknown as FieldsOf<EventName>)
      logs.push([bytesOf(CONTRACT), topics, data])
    }
    // Another contract's log in between: its place counts, its content is nobody's business here.
    if (draws.chance('other', tag, number, transactionIndex) < 0.2) {
      logs.push([new Uint8Array(20).fill(9), [], new Uint8Array(5)])
      logIndex++
    }
    if (flaw === 'undecodable' && transactionIndex === 0) {
      logs.push([bytesOf(CONTRACT), [new Uint8Array(32).fill(7)], new Uint8Array(32)])
      logIndex++
    }
    const gas = rlpUint(50_000 * (transactionIndex + 1))
    receipts.push(encodeRlp([rlpUint(isRefused ? 0 : 1), gas, new Uint8Array(256), logs]))
    transactions.push(
      transactionOf(draws.bytes(40, 'input', tag, number, transactionIndex), number),
    )
  }
  const header = aHeader({
    number,
    parentHash: bytesOf(parent.hash),
    stateRoot: draws.bytes(32, ...purpose('state')),
    receiptsRoot: merkleRoot(receipts),
    transactionsRoot: merkleRoot(transactions),
    gasUsed: 50_000 * count,
    timestamp: parent.header.timestamp + 5,
    ...(flaw === 'vote' ? { coinbase: new Uint8Array(20).fill(5) } : {}),
  })
  const sealed = seal(draws, header, parent.sealer, purpose('sealer'), flaw)
  const raw = encodeHeader(sealed.header)
  const hash = hexOf(headerHash(raw))
  return { ...sealed, raw, hash, receipts, transactions, entries, seqs }
}

const entryAt = (
  draws: Draws,
  seqs: Map<Hex, number>,
  tag: string,
  place: Pick<Entry, 'block' | 'transactionIndex' | 'logIndex'>,
): Entry => {
  const purpose = [tag, place.block, place.logIndex] as const
  const name = draws.pick(kinds, 'event', ...purpose)
  const account = hexOf(new Uint8Array(32).fill(1 + draws.below(5, 'account', ...purpose)))
  const seq = (seqs.get(account) ?? 0) + 1
  seqs.set(account, seq)
  const fields = Object.fromEntries(
    (layouts[name] as Layout).map(([field, kind]) => {
      const size = draws.below(2 ** 31, field, ...purpose)
      if (kind === 'uint' || kind === 'day') return [field, size]
      if (kind === 'bool') return [field, size % 2 === 1]
      if (kind === 'address') return [field, hexOf(draws.bytes(20, field, ...purpose))]
      if (kind === 'bytes32') return [field, hexOf(draws.bytes(32, field, ...purpose))]
      return [field, BigInt(size)]
    }),
  )
  return { name, account, seq, ...place, fields }
}

/** A legacy transaction (EIP-155) by a party's key. */
const transactionOf = (input: Uint8Array, nonce: number): Uint8Array => {
  const nothing = new Uint8Array(0)
  const call = [rlpUint(nonce), nothing, rlpUint(60_000), bytesOf(CONTRACT), nothing, input]
  const hash = keccak256(encodeRlp([...call, rlpUint(CHAIN_ID), nothing, nothing]))
  const { signature, recoveryId } = signRecoverable(hash, STRANGER)
  const v = rlpUint(35 + 2 * CHAIN_ID + recoveryId)
  return encodeRlp([...call, v, ...[signature.slice(0, 32), signature.slice(32)].map(trimmed)])
}

const trimmed = (word: Uint8Array) => word.subarray(word.findIndex((byte) => byte !== 0))

/** Seals by the party whose turn it is, or now and then by another than the last one. */
const seal = (
  draws: Draws,
  header: Header,
  last: Hex | '',
  purpose: readonly (string | number)[],
  flaw: Flaw,
): { header: Header; sealer: Hex | '' } => {
  const inTurn = turnOf(header.number, signers)
  const others = signers.filter((signer) => signer !== last && signer !== inTurn)
  const isInTurn = inTurn !== last && draws.chance(...purpose) < 0.85
  const honest = isInTurn ? inTurn : draws.pick(others, ...purpose)
  const sealer = flaw === 'same party' && last !== '' ? last : honest
  const extraData = new Uint8Array(97)
  const difficulty = sealer === inTurn ? 2n : 1n
  const unsealed = { ...header, difficulty, extraData }
  const key = flaw === 'stranger' ? STRANGER : (keys.get(sealer) as Uint8Array)
  const { signature, recoveryId } = signRecoverable(sealHash(unsealed), key)
  extraData.set(signature, 32)
  extraData[96] = recoveryId
  return { header: unsealed, sealer }
}

/** The header with the seal of a key that no party has. */
export const sealedByStranger = (raw: Uint8Array): Uint8Array => {
  const header = decodeHeader(raw)
  const extraData = Uint8Array.from(header.extraData)
  const { signature, recoveryId } = signRecoverable(sealHash(header), STRANGER)
  extraData.set(signature, extraData.length - 65)
  extraData[extraData.length - 1] = recoveryId
  return encodeHeader({ ...header, extraData })
}
