import { keccak256 } from '#keccak'
import { concat } from './bytes.ts'
import {
  bigintIn,
  bytesIn,
  type JsonObject,
  listIn,
  MalformedAnswer,
  numberIn,
  objectIn,
} from './json.ts'
import { withType } from './receipt.ts'
import { isLowS, recoverAddress, Unrecoverable } from './recoverAddress.ts'
import { encodeRlp, listPrefix, MalformedRlp, type Rlp, RlpReader, rlpUint } from './rlp.ts'

/** A signed transaction: legacy (EIP-155, or without a chain before it), EIP-2930 or EIP-1559. */
export interface Transaction {
  readonly type: 0 | 1 | 2
  /** 32 bytes: keccak of the raw transaction. */
  readonly hash: Uint8Array
  /** Null in a legacy transaction that holds on any chain. */
  readonly chainId: number | null
  readonly nonce: number
  /** 20 bytes, or null where it creates a contract. */
  readonly to: Uint8Array | null
  /** Wei. */
  readonly value: bigint
  readonly input: Uint8Array
  /** What the sender signed the hash of, in pieces: most of it stands in the raw transaction. */
  readonly signed: readonly Uint8Array[]
  /** r and s, 64 bytes. */
  readonly signature: Uint8Array
  /** Parity of the signature's point: 0 or 1. */
  readonly parity: number
}

/** Reads a raw transaction, as the header's `transactionsRoot` commits to it. Throws `MalformedRlp`. */
export const decodeTransaction = (raw: Uint8Array): Transaction => {
  const type = raw[0] === 1 || raw[0] === 2 ? raw[0] : 0
  const outer = new RlpReader(raw, type === 0 ? 0 : 1)
  const start = outer.at
  const fields = outer.list()
  outer.end()
  const first = fields.at
  const chain = type === 0 ? null : fields.number()
  const nonce = fields.number()
  // Gas prices (two from EIP-1559 on) and gas limit.
  for (let skip = type === 2 ? 3 : 2; skip > 0; skip--) fields.bigint()
  const recipient = fields.bytes()
  const value = fields.bigint()
  const input = fields.bytes()
  if (type !== 0) fields.list()
  const last = fields.at
  const v = fields.number()
  const signature = concat(padded(fields.bytes()), padded(fields.bytes()))
  fields.end()
  if (recipient.length !== 0 && recipient.length !== 20) {
    throw new MalformedRlp(start, `a recipient of ${recipient.length} bytes`)
  }
  const { chainId, parity } = type === 0 ? protectionOf(v, start) : { chainId: chain, parity: v }
  const payload = raw.subarray(first, last)
  const tail = type === 0 && chainId !== null ? encodeRlp(rlpUint(chainId)) : null
  return {
    type,
    hash: keccak256(raw),
    chainId,
    nonce,
    to: recipient.length === 0 ? null : recipient,
    value,
    input,
    signed: signedPieces(type, tail === null ? [payload] : [payload, tail, twoNothings]),
    signature,
    parity,
  }
}

/** Address (20 bytes) of the key that signed it. Throws `Unrecoverable`. */
export const senderOf = ({ signed, signature, parity }: Transaction): Uint8Array => {
  if (!isLowS(signature)) throw new Unrecoverable(signature, parity)
  return recoverAddress(keccak256(...signed), signature, parity)
}

/**
 * The raw transaction from one member of a block's `transactions` in an answer to eth_getBlockByNumber(…, true). Whether
 * it is the right one shows in the header's `transactionsRoot`. Throws `MalformedAnswer`.
 */
export const transactionFromJson = (transaction: unknown): Uint8Array => {
  const json = objectIn(transaction, 'transaction')
  const type = json['type'] === undefined ? 0 : numberIn(json, 'type')
  if (type > 2) throw new MalformedAnswer('type', json['type'])
  const uint = (name: string) => rlpUint(bigintIn(json, name))
  const to = json['to'] === null || json['to'] === undefined ? noBytes : bytesIn(json, 'to', 20)
  const prices =
    type === 2 ? [uint('maxPriorityFeePerGas'), uint('maxFeePerGas')] : [uint('gasPrice')]
  const call = [uint('nonce'), ...prices, uint('gas'), to, uint('value'), bytesIn(json, 'input')]
  if (type === 0) return encodeRlp([...call, uint('v'), uint('r'), uint('s')])
  const parity = json['yParity'] === undefined ? uint('v') : uint('yParity')
  const typed = [uint('chainId'), ...call, accessListIn(json), parity, uint('r'), uint('s')]
  return withType(type, encodeRlp(typed))
}

const noBytes = new Uint8Array(0)
/** Two empty strings, encoded: they stand for r and s in what an EIP-155 transaction signs. */
const twoNothings = new Uint8Array([0x80, 0x80])

const accessListIn = (json: JsonObject): Rlp =>
  listIn(json['accessList'], 'accessList').map((member) => {
    const entry = objectIn(member, 'accessList')
    const keys = listIn(entry['storageKeys'], 'storageKeys')
    return [
      bytesIn(entry, 'address', 20),
      keys.map((storageKey) => bytesIn({ storageKey }, 'storageKey', 32)),
    ]
  })

/** EIP-155: v is 35 or 36 plus twice the chain id; before it, 27 or 28. */
const protectionOf = (v: number, at: number): { chainId: number | null; parity: number } => {
  if (v === 27 || v === 28) return { chainId: null, parity: v - 27 }
  if (v < 35) throw new MalformedRlp(at, `a signature's v is 27, 28 or above 34, this one's ${v}`)
  return { chainId: (v - 35 - ((v - 35) % 2)) / 2, parity: (v - 35) % 2 }
}

const signedPieces = (type: number, parts: readonly Uint8Array[]): Uint8Array[] => {
  const prefix = listPrefix(parts.reduce((sum, part) => sum + part.length, 0))
  return [type === 0 ? prefix : withType(type, prefix), ...parts]
}

/** r or s as 32 bytes; RLP leaves their leading zeros out. */
const padded = (number: Uint8Array): Uint8Array => {
  if (number.length > 32 || number[0] === 0) {
    throw new MalformedRlp(number.byteOffset, `r or s in ${number.length} bytes`)
  }
  const word = new Uint8Array(32)
  word.set(number, 32 - number.length)
  return word
}
