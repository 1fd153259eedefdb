import { connect } from 'node:net'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concat } from '../../../contracts/proof/bytes.ts'
import { encodeRlp, type Rlp, rlpUint } from '../../../contracts/proof/rlp.ts'
import type { PeerAddress } from './address.ts'
import { frameReader, frameWriter } from './frames.ts'
import { greet } from './handshake.ts'
import { compress, decompress } from './snappy.ts'

/** A connection over which both sides send numbered messages (ethereum/devp2p, rlpx.md). */
export interface Wire {
  readonly send: (id: number, content: Rlp) => void
  readonly close: () => void
}

export interface Listener {
  /** `content` is RLP, as it came. May throw: the connection ends then. */
  readonly message: (id: number, content: Uint8Array, wire: Wire) => void
  /** It is over; comes once. */
  readonly end: (reason: string, cause?: unknown) => void
}

/** Messages of the base protocol. */
export const HELLO = 0x00
export const DISCONNECT = 0x01
export const PING = 0x02
export const PONG = 0x03

/** Connects as `key` and says hello, ready to speak eth/68. What follows comes to the listener. */
export const openWire = (address: PeerAddress, key: Uint8Array, listener: Listener): Wire => {
  const { port, host } = address
  const onread = {
    // One for all that comes in: a new one for each piece keeps the garbage collector busy.
    buffer: Buffer.allocUnsafe(262_144),
    callback: (count: number, buffer: Uint8Array) => {
      receive(buffer.subarray(0, count))
      return true
    },
  }
  const socket = connect({ port, host, onread })
  socket.setNoDelay(true)
  let isOver = false
  const end = (reason: string, cause?: unknown) => {
    if (isOver) return
    isOver = true
    socket.destroy()
    listener.end(reason, cause)
  }
  const greeting = greet(key, address.publicKey)
  let write = (_frame: Uint8Array): Uint8Array => {
    throw new Error('Nothing can be sent before the handshake.')
  }
  let isGreeted = false
  const wire: Wire = {
    send: (id, content) => {
      const encoded = encodeRlp(content)
      const body = id === HELLO ? encoded : compress(encoded)
      if (!isOver) socket.write(write(concat(encodeRlp(rlpUint(id)), body)))
    },
    close: () => end('this side closed it'),
  }
  const onFrame = (frame: Buffer) => {
    const id = frame[0] === 0x80 ? HELLO : (frame[0] as number)
    const content = isGreeted ? decompress(frame.subarray(1), MOST) : frame.subarray(1)
    if (content === null) throw new Error('a message that is not compressed as it must be')
    isGreeted = true
    listener.message(id, content, wire)
  }
  let start: Buffer = Buffer.alloc(0)
  const shakeHands = (chunk: Uint8Array): void => {
    start = Buffer.concat([start, chunk])
    if (start.length < 2 || start.length < greeting.ackLength(start)) return
    const length = greeting.ackLength(start)
    const secrets = greeting.secretsFrom(start.subarray(0, length))
    if (secrets === null) throw new Error('another node answers there than its address names')
    write = frameWriter(secrets)
    read = frameReader(secrets, onFrame)
    const ours = secp256k1.getPublicKey(key, false).subarray(1)
    wire.send(HELLO, [
      rlpUint(5),
      text('wattledger'),
      [[text('eth'), rlpUint(68)]],
      rlpUint(0),
      ours,
    ])
    if (start.length > length) read(start.subarray(length))
  }
  let read: (chunk: Uint8Array) => void = shakeHands
  const receive = (chunk: Uint8Array) => {
    try {
      if (!isOver) read(chunk)
    } catch (cause) {
      end(cause instanceof Error ? cause.message : String(cause), cause)
    }
  }
  socket.on('error', (cause) => end(cause.message, cause))
  socket.on('close', () => end('it hung up'))
  socket.write(greeting.auth)
  return wire
}

/** Geth sends no larger message. */
const MOST = 2 ** 24

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
