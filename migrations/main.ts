import { readConfig } from './config.ts'
import { createClient } from './connect.ts'
import { readDatabaseFile, writeDatabaseFile } from './databaseFile.ts'
import { migrate, renewRoleUrls } from './migrate.ts'

/** Brings the database up to this code: schema, roles, and the file that tells the others how to connect. */
const main = async () => {
  const config = readConfig(process.env)
  const known = await readDatabaseFile(config.databaseFile)
  const owner = config.databaseUrl ?? known.owner
  if (owner === undefined)
    throw new Error(
      `No database: set DATABASE_URL, or start the embedded one with node migrations/embedded.ts (looked in ${config.databaseFile}).`,
    )
  const { taken, roles } = await migrate(owner)
  const ours = known.owner === owner && (await opens(known.writer)) && (await opens(known.reader))
  if (!ours)
    await writeDatabaseFile(config.databaseFile, { owner, ...(await renewRoleUrls(owner, roles)) })
  process.stdout.write(`${JSON.stringify({ migrated: taken, roles })}\n`)
}

const opens = async (url: string | undefined): Promise<boolean> => {
  if (url === undefined) return false
  const client = createClient(url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`migrations: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
