import { readTrust } from './read.ts'
import { EvidenceRefused } from './refusal.ts'
import type { Trust } from './shape.ts'
import { type Verdict, verifyEvidence } from './verify.ts'

/** No account needs more; a small file may unpack to more than any memory. */
const LARGEST = 64 * 2 ** 20

/** Verifies a file as it came, gzip or not, against a trust file or none. Never throws over the evidence. Throws `UnreadableTrust`. */
export const verifyFile = async (
  evidence: Uint8Array,
  trust: Uint8Array | null,
): Promise<Verdict> => {
  const trusted = trust === null ? null : await readTrustFile(trust)
  try {
    return verifyEvidence(await textOf(evidence), trusted)
  } catch {
    return {
      outcome: 'refused',
      reasons: [
        {
          code: 'not-json',
          message: 'It is no evidence file: its bytes are no text, or it was cut. Get it anew.',
        },
      ],
    }
  }
}

/** Throws `UnreadableTrust`. */
export const readTrustFile = async (bytes: Uint8Array): Promise<Trust> => {
  try {
    return readTrust(await textOf(bytes))
  } catch (cause) {
    const reason = cause instanceof EvidenceRefused ? cause.message : 'It is no text.'
    throw new UnreadableTrust(reason, cause)
  }
}

/** The text, unpacked where it is gzip (RFC 1952). Streams are in Node and browsers alike. */
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const unpacked = isPacked ? await unpack(bytes) : bytes
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked)
}

const unpack = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const packed = new Blob([new Uint8Array(bytes)]).stream()
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    length += value.length
    if (length > LARGEST) throw new RangeError(`It unpacks to more than ${LARGEST} bytes.`)
    chunks.push(value)
  }
}

export class UnreadableTrust extends Error {
  override readonly name = 'UnreadableTrust'
  constructor(reason: string, cause: unknown) {
    super(`The trust file can't be used. ${reason}`, { cause })
  }
}
