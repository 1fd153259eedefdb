import { createHmac, createSecretKey } from 'node:crypto'
import { join } from 'node:path'
import { getBytes } from 'ethers'
import { addressOf, KeyMissing, unlockKey } from '../keys/keystore.ts'
import { passphraseFor } from '../keys/passphrase.ts'
import { BadInput, exit, Failure } from './exit.ts'
import type { Settings } from './settings.ts'

/** What the contract counts as channels; 0 is native. */
export const channels = { cash: 1, upi: 2, bank: 3, card: 4 } as const
/** By their number. */
export const channelNames = ['native', 'cash', 'UPI', 'bank', 'card'] as const
export type Channel = keyof typeof channels

/** Where the board's secret lies, encrypted like a key: who has it can tell which bank reference a receipt is. */
export const secretsFolder = (home: string): string => join(home, 'secrets')
export const RECEIPT_SECRET = 'receipts'

/** The secret, unlocked. Throws `KeyError`s. */
export async function openReceiptSecret({
  home,
  passphrase,
}: Pick<Settings, 'home' | 'passphrase'>): Promise<string> {
  const folder = secretsFolder(home)
  // A secret that is not there needs no passphrase.
  await addressOf(folder, RECEIPT_SECRET).catch((cause: unknown) => {
    if (!(cause instanceof KeyMissing)) throw cause
    throw new Failure(
      exit.key,
      `This home has no secret for receipt references (looked in ${folder}): make the board's with "wattledger receipt secret", or copy it from the cash office that has it.`,
      { cause },
    )
  })
  const words = await passphraseFor(RECEIPT_SECRET, passphrase)
  return (await unlockKey(folder, RECEIPT_SECRET, words)).privateKey
}

/**
 * HMAC-SHA-256 of channel (1 byte), part (4 bytes, big-endian) and bank reference (UTF-8, letters in capitals, without
 * white space): the same receipt has the same reference whoever posts it, and nobody without the secret can guess it.
 * Parts tell apart several payments under one bank reference.
 */
export const receiptReference = (
  secret: string,
  channel: Channel,
  bankReference: string,
  part: number,
): string => receiptReferences(secret)(channel, bankReference, part)

/** The same for many of them: a key that is made once is four times as fast (3 µs each). */
export function receiptReferences(
  secret: string,
): (channel: Channel, bankReference: string, part: number) => string {
  const key = createSecretKey(getBytes(secret))
  return (channel, bankReference, part) => {
    const reference = bankReference.replace(/\s+/g, '').toUpperCase()
    if (reference === '')
      throw new BadInput('The bank reference is empty: give the UTR, slip or receipt number.')
    const start = Buffer.alloc(5)
    start.writeUInt8(channels[channel])
    start.writeUInt32BE(part, 1)
    const hmac = createHmac('sha256', key).update(start).update(reference, 'utf8')
    return `0x${hmac.digest('hex')}`
  }
}

export function parseChannel(text: string): Channel {
  const name = text.toLowerCase()
  if (name in channels) return name as Channel
  throw new BadInput(`There is no channel "${text}": choose ${Object.keys(channels).join(', ')}.`)
}
