import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hex } from '../../contracts/events/hex.ts'
import { createDurably } from '../journal/durableFile.ts'
import { nameOf } from './accountBook.ts'
import { BadInput } from './exit.ts'

/** A dispute's reason: its bytes are kept by the one who disputes, the ledger has only their SHA-256. */
export type DisputeText = { readonly text: Buffer; readonly hash: Hex }

/** From `--reason` or `--file`, of which there is one. Throws `BadInput`. */
export async function disputeText(given: { reason?: string; file?: string }): Promise<DisputeText> {
  if ((given.reason === undefined) === (given.file === undefined)) {
    throw new BadInput('Say why either with --reason "…" or with --file FILE.')
  }
  const text = given.file === undefined ? Buffer.from(`${given.reason}\n`) : await read(given.file)
  if (text.toString().trim() === '') {
    throw new BadInput('The reason is empty: say in a sentence what is wrong with the bill.')
  }
  return { text, hash: `0x${createHash('sha256').update(text).digest('hex')}` }
}

/** Keeps the text in the home, where the regulator's copy may be taken from. Returns its path; once kept it stays. */
export async function keepDisputeText(
  home: string,
  account: string,
  bill: number,
  { text, hash }: DisputeText,
): Promise<string> {
  const path = join(home, 'disputes', `${nameOf(account)}-bill-${bill}-${hash.slice(2, 10)}.txt`)
  try {
    await createDurably(path, text.toString())
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  }
  return path
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new BadInput(`The reason ${path} can't be read: check its name.`, { cause })
  }
}
