import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concat, isSame } from '../../../contracts/proof/bytes.ts'

/**
 * The encryption of RLPx's handshake (ethereum/devp2p, rlpx.md, "ECIES"): a fresh key for each message, AES-128 in counter
 * mode, HMAC-SHA-256 over initialization vector, ciphertext and `aad`, which is sent in the clear.
 */
export const encrypt = (to: Uint8Array, message: Uint8Array, aad: Uint8Array): Uint8Array => {
  const once = secp256k1.utils.randomSecretKey()
  const { cipherKey, macKey } = keysOf(sharedX(once, to))
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-ctr', cipherKey, iv)
  const text = concat(iv, cipher.update(message))
  return concat(secp256k1.getPublicKey(once, false), text, macOf(macKey, text, aad))
}

/** Bytes that encrypting adds. */
export const OVERHEAD = 65 + 16 + 32

/** The message, or null where it was not encrypted to `key` or was altered. */
export const decrypt = (
  key: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Uint8Array | null => {
  if (sealed.length < OVERHEAD || !secp256k1.utils.isValidPublicKey(sealed.subarray(0, 65), false))
    return null
  const { cipherKey, macKey } = keysOf(sharedX(key, sealed.subarray(1, 65)))
  const text = sealed.subarray(65, -32)
  if (!isSame(macOf(macKey, text, aad), sealed.subarray(-32))) return null
  return createDecipheriv('aes-128-ctr', cipherKey, text.subarray(0, 16)).update(text.subarray(16))
}

/** The x coordinate, 32 bytes, of the point that both keys lead to; `publicKey` without its prefix. */
export const sharedX = (key: Uint8Array, publicKey: Uint8Array): Uint8Array =>
  secp256k1.getSharedSecret(key, concat(UNCOMPRESSED, publicKey)).subarray(1)

const UNCOMPRESSED = new Uint8Array([4])

/** NIST SP 800-56's derivation of a key, one round. */
const keysOf = (secret: Uint8Array) => {
  const derived = createHash('sha256')
    .update(new Uint8Array([0, 0, 0, 1]))
    .update(secret)
    .digest()
  const macKey = createHash('sha256').update(derived.subarray(16)).digest()
  return { cipherKey: derived.subarray(0, 16), macKey }
}

const macOf = (key: Uint8Array, text: Uint8Array, aad: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(text).update(aad).digest()
