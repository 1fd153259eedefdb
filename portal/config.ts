import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Manifest, parseManifest } from '../contracts/proof/manifest.ts'
import { readDatabaseFile } from '../migrations/databaseFile.ts'

/** Everything the portal is told from outside, read once at its start. */
export interface PortalConfig {
  readonly port: number
  readonly host: string
  /** Connection of the role that can only SELECT. */
  readonly databaseUrl: string
  /** A node of the network, asked only for what pages check against it. */
  readonly rpcUrl: string
  readonly manifest: Manifest
}

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration as environment and $WATTLEDGER_HOME give it. Throws `BadConfig` with what to do. */
export const readConfig = async (env: Environment): Promise<PortalConfig> => {
  const home = resolve(env['WATTLEDGER_HOME'] ?? '.wattledger')
  return {
    port: readPort(env['PORT'] ?? '8080'),
    host: env['HOST'] ?? '127.0.0.1',
    databaseUrl: env['READER_DATABASE_URL'] ?? (await readerUrl(join(home, 'database.json'))),
    rpcUrl: env['RPC_URL'] ?? 'http://127.0.0.1:8545',
    manifest: parseManifest(
      await readText(join(home, 'manifest.json'), 'Run `wattledger deploy` first.'),
    ),
  }
}

const readPort = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new BadConfig(`PORT is "${text}": give a number from 0 to 65535.`)
}

const readerUrl = async (file: string): Promise<string> => {
  const { reader } = await readDatabaseFile(file)
  if (reader !== undefined) return reader
  throw new BadConfig(
    `${file} names no reader: run \`node migrations/main.ts\` first, or set READER_DATABASE_URL.`,
  )
}

const readText = async (file: string, hint: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new BadConfig(`${file} can't be read. ${hint}`, { cause })
  }
}

export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}
