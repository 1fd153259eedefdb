import { readFile } from 'node:fs/promises'
import { BadInput } from '../exit.ts'
import type { BankFile } from './bankLine.ts'
import { readCamt } from './readCamt.ts'
import { readStatement, type ReadingAs } from './readStatement.ts'

/** More than a statement of a million lines. */
const MOST_BYTES = 400 * 1024 * 1024

/** A bank's file, CSV or camt.053 by what it begins with. Throws `BadInput`. */
export async function readBankFile(path: string, as: ReadingAs): Promise<BankFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new BadInput(`The bank's file ${path} can't be read: check its name.`, { cause })
  })
  if (bytes.length > MOST_BYTES)
    throw new BadInput(`${path} is larger than ${MOST_BYTES / 1024 / 1024} MB: split it.`)
  const text = decoded(path, bytes)
  return /^\s*</.test(text) ? readCamt(path, text, as) : readStatement(path, text, as)
}

/** UTF-8, or the UTF-16 that spreadsheets save as "Unicode text". */
function decoded(path: string, bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('hex') === 'd0cf' || bytes.subarray(0, 2).toString() === 'PK')
    throw new BadInput(`${path} is a spreadsheet: save it as CSV first.`)
  if (bytes.subarray(0, 4).toString() === '%PDF')
    throw new BadInput(`${path} is a PDF: download the statement as CSV or camt.053 instead.`)
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BadInput(`${path} is not written in UTF-8: save it anew as "CSV UTF-8".`, { cause })
  }
}
