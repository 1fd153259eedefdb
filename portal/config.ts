import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Manifest, parseManifest } from '../contracts/proof/manifest.ts'
import { readDatabaseFile } from '../migrations/databaseFile.ts'
import type { RateLimit } from './guard/limitRate.ts'

const port = z.coerce.number().int().min(0).max(65_535)

/** A whole number, 0 among them. */
const count = z.coerce.number().int().min(0).max(1_000_000)

const environment = z.object({
  WATTLEDGER_HOME: z.string().default(join(import.meta.dirname, '..', '.wattledger')),
  PORT: port.default(8080),
  HOST: z.string().default('127.0.0.1'),
  RPC_URL: z.url({ protocol: /^https?$/ }).optional(),
  RPC_PORT: port.default(8545),
  REQUESTS_PER_MINUTE: count.default(600),
  PROXIES: count.default(0),
  READER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
})

/** Everything the portal is told from outside, read once at its start. */
export interface PortalConfig {
  readonly port: number
  readonly host: string
  /** Connection string of the role that can only SELECT. */
  readonly readerUrl: string
  /** How often one client may ask; undefined for as often as it likes. */
  readonly limit: RateLimit | undefined
  /** A node of the network, asked only for what pages check against it. */
  readonly rpcUrl: string
  readonly manifest: Manifest
  /** Where a demo says what to look at. */
  readonly guide: string
  /** Where the board says what people call the categories. */
  readonly categories: string
}

/** What environment and $WATTLEDGER_HOME say. Throws `BadConfig` with what to do, `UnreadableManifest`. */
export const readConfig = async (env: NodeJS.ProcessEnv): Promise<PortalConfig> => {
  // `NAME= command` means the same as leaving NAME out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) throw new BadConfig(z.prettifyError(read.error))
  const { WATTLEDGER_HOME: home, READER_DATABASE_URL, RPC_URL, RPC_PORT, PORT, HOST } = read.data
  const { REQUESTS_PER_MINUTE: requestsPerMinute, PROXIES: proxies } = read.data
  return {
    port: PORT,
    host: HOST,
    readerUrl: READER_DATABASE_URL ?? (await readReaderUrl(join(home, 'database.json'))),
    limit: requestsPerMinute === 0 ? undefined : { requestsPerMinute, proxies },
    rpcUrl: RPC_URL ?? `http://127.0.0.1:${RPC_PORT}`,
    manifest: await readManifest(join(home, 'manifest.json')),
    guide: join(home, 'guide.json'),
    categories: join(home, 'categories.json'),
  }
}

const readReaderUrl = async (file: string): Promise<string> => {
  const { reader } = await readDatabaseFile(file)
  if (reader !== undefined) return reader
  throw new BadConfig(
    `${file} names no reader: run node migrations/main.ts first, or set READER_DATABASE_URL.`,
  )
}

const readManifest = async (file: string): Promise<Manifest> => {
  try {
    return parseManifest(await readFile(file, 'utf8'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new BadConfig(`${file} is missing: run npm run wattledger -- deploy first.`, { cause })
  }
}

/** Something that the portal is told makes no sense, or is missing. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}
