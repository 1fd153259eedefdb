import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a new file that is either there whole or not at all, readable by its owner only, and on disk when this
 * returns. Throws the file system's error, with code EEXIST where there is one already.
 */
export async function createDurably(path: string, text: string): Promise<void> {
  // A hard link fails on an existing name, where a rename would replace it.
  await withWrittenCopy(path, text, (copy) => link(copy, path))
}

/** As `createDurably`, but takes the place of an older file of that name in one step. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  await withWrittenCopy(path, text, (copy) => rename(copy, path))
}

async function withWrittenCopy(
  path: string,
  text: string,
  put: (copy: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    const file = await open(copy, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await put(copy)
    await syncFolder(folder)
  } finally {
    await rm(copy, { force: true })
  }
}

/** Without this a crash of the machine may forget the name of a file whose bytes are safe. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // A folder can't be opened there; NTFS journals names itself.
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
