import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const shape = z.object({
  owner: z.string().optional(),
  writer: z.string().optional(),
  reader: z.string().optional(),
})

/** The connection strings of owner (migrations), writer (indexer) and reader (portal), as far as they are known. */
export type DatabaseUrls = z.infer<typeof shape>

/** Reads $WATTLEDGER_HOME/database.json; nothing known where there is none. */
export const readDatabaseFile = async (path: string): Promise<DatabaseUrls> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  try {
    return shape.parse(JSON.parse(text))
  } catch (cause) {
    throw new UnreadableDatabaseFile(path, { cause })
  }
}

/** Writes it whole or not at all, readable by its owner only: it holds passwords. */
export const writeDatabaseFile = async (path: string, urls: DatabaseUrls): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(urls, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, path)
}

export class UnreadableDatabaseFile extends Error {
  constructor(path: string, options: ErrorOptions) {
    super(
      `${path} is not the JSON it should be: delete it and run node migrations/main.ts.`,
      options,
    )
    this.name = 'UnreadableDatabaseFile'
  }
}
