import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { getAddress, isAddress } from 'ethers'
import type { Hex } from '../../contracts/events/hex.ts'
import { BadInput } from './exit.ts'
import type { Keyring } from './keyring.ts'

/** Arguments that several commands take. */

/** An address given as 0x… or as the name of a key in this home. Throws `BadInput`, `KeyError`. */
export async function addressFrom(keyring: Keyring, text: string): Promise<string> {
  if (!text.startsWith('0x')) return await keyring.address(text)
  const address: string = text
  if (isAddress(address)) return getAddress(address)
  throw new BadInput(
    `"${text}" is no address: give 0x and 40 hexadecimal digits (mixed case must match its checksum), or a key's name.`,
  )
}

/** SHA-256 of a document's bytes, by which the ledger names it. Throws `BadInput` where it can't be read. */
export async function hashOfFile(path: string): Promise<Hex> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (cause) {
    throw new BadInput(`The document ${path} can't be read: check its name.`, { cause })
  }
  return `0x${hash.digest('hex')}`
}
