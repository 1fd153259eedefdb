import { keccak256 } from '#keccak'
import { bigintIn, bytesIn, numberIn, objectIn } from './json.ts'
import { encodeRlp, RlpReader, rlpUint } from './rlp.ts'

/** A block's header before London, field by field in the order of its encoding (Yellow Paper, 4.3). */
export interface Header {
  /** 32 bytes, as are all roots and hashes. */
  readonly parentHash: Uint8Array
  readonly unclesHash: Uint8Array
  /** 20 bytes: under Clique zero, or the address that the sealer votes on. */
  readonly coinbase: Uint8Array
  readonly stateRoot: Uint8Array
  readonly transactionsRoot: Uint8Array
  readonly receiptsRoot: Uint8Array
  /** 256 bytes. */
  readonly logsBloom: Uint8Array
  readonly difficulty: bigint
  readonly number: number
  readonly gasLimit: number
  readonly gasUsed: number
  /** Seconds since 1970, UTC. */
  readonly timestamp: number
  /** Under Clique: 32 bytes ‖ signers' addresses (in epoch blocks) ‖ 65 bytes of seal. */
  readonly extraData: Uint8Array
  readonly mixHash: Uint8Array
  /** 8 bytes: under Clique all ones to vote a signer in, zero to vote one out or for nothing. */
  readonly nonce: Uint8Array
}

/** The header that `raw` encodes. Throws `MalformedRlp`, also for the longer headers from London on. */
export const decodeHeader = (raw: Uint8Array): Header => {
  const outer = new RlpReader(raw)
  const fields = outer.list()
  outer.end()
  const header: Header = {
    parentHash: fields.fixed(32),
    unclesHash: fields.fixed(32),
    coinbase: fields.fixed(20),
    stateRoot: fields.fixed(32),
    transactionsRoot: fields.fixed(32),
    receiptsRoot: fields.fixed(32),
    logsBloom: fields.fixed(256),
    difficulty: fields.bigint(),
    number: fields.number(),
    gasLimit: fields.number(),
    gasUsed: fields.number(),
    timestamp: fields.number(),
    extraData: fields.bytes(),
    mixHash: fields.fixed(32),
    nonce: fields.fixed(8),
  }
  fields.end()
  return header
}

export const encodeHeader = (header: Header): Uint8Array =>
  encodeRlp([
    header.parentHash,
    header.unclesHash,
    header.coinbase,
    header.stateRoot,
    header.transactionsRoot,
    header.receiptsRoot,
    header.logsBloom,
    rlpUint(header.difficulty),
    rlpUint(header.number),
    rlpUint(header.gasLimit),
    rlpUint(header.gasUsed),
    rlpUint(header.timestamp),
    header.extraData,
    header.mixHash,
    header.nonce,
  ])

/** A block's hash: that of its raw header. */
export const headerHash = (raw: Uint8Array): Uint8Array => keccak256(raw)

/**
 * The header in an answer to eth_getBlockByNumber. Whether it is the right one shows when it is encoded and hashed: from
 * Geth always, from anvil (hardfork Berlin) from block 1 on; anvil's block 0 has another hash than its fields. Throws
 * `MalformedAnswer`.
 */
export const headerFromJson = (block: unknown): Header => {
  const json = objectIn(block, 'block')
  return {
    parentHash: bytesIn(json, 'parentHash', 32),
    unclesHash: bytesIn(json, 'sha3Uncles', 32),
    coinbase: bytesIn(json, 'miner', 20),
    stateRoot: bytesIn(json, 'stateRoot', 32),
    transactionsRoot: bytesIn(json, 'transactionsRoot', 32),
    receiptsRoot: bytesIn(json, 'receiptsRoot', 32),
    logsBloom: bytesIn(json, 'logsBloom', 256),
    difficulty: bigintIn(json, 'difficulty'),
    number: numberIn(json, 'number'),
    gasLimit: numberIn(json, 'gasLimit'),
    gasUsed: numberIn(json, 'gasUsed'),
    timestamp: numberIn(json, 'timestamp'),
    extraData: bytesIn(json, 'extraData'),
    mixHash: bytesIn(json, 'mixHash', 32),
    nonce: bytesIn(json, 'nonce', 8),
  }
}
