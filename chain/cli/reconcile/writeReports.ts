import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDay } from '../quantities.ts'
import { differencesCsv } from './differencesCsv.ts'
import { batchText, type ReceiptToPost } from './receiptsToPost.ts'
import { reportPage } from './reportPage.ts'
import type { Result } from './result.ts'

/** Where the reports of one comparison are. Batch files only where there is something to post. */
export type Reports = {
  readonly page: string
  readonly differences: string
  readonly toSign: string | undefined
  readonly toComplete: string | undefined
}

/** Writes them into a new folder, so that no file somebody is completing is written over. Throws where the disk does. */
export async function writeReports(
  result: Result,
  receipts: readonly ReceiptToPost[],
  into: string | undefined,
): Promise<Reports> {
  const folder = await newFolder(into ?? `reconciled-${formatDay(result.asOf)}`)
  const ready = receipts.filter(({ lacks }) => lacks === undefined)
  const open = receipts.filter(({ lacks }) => lacks !== undefined)
  const toSign = join(folder, 'receipts-to-sign.csv')
  const toComplete = join(folder, 'receipts-to-complete.csv')
  const page = join(folder, 'report.html')
  const differences = join(folder, 'differences.csv')
  if (ready.length > 0) await writeFile(toSign, batchText(result, ready))
  if (open.length > 0) await writeFile(toComplete, batchText(result, open))
  await writeFile(differences, differencesCsv(result))
  await writeFile(page, reportPage(result, receipts, { toSign, toComplete }))
  return {
    page,
    differences,
    toSign: ready.length > 0 ? toSign : undefined,
    toComplete: open.length > 0 ? toComplete : undefined,
  }
}

/** Makes the folder, or where it is there already the first of "-2", "-3", … that is not. Returns its path. */
async function newFolder(name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = number === 1 ? name : `${name}-${number}`
    // The folders above may be there; that this one is new is told by the name that `mkdir` gives back.
    const made = await mkdir(path, { recursive: true })
    if (made !== undefined) return path
  }
}
