import { readFile } from 'node:fs/promises'
import { parseManifest, type Manifest } from '../contracts/proof/manifest.ts'
import { readDatabaseFile } from '../migrations/databaseFile.ts'
import type { Config } from './config.ts'

export interface Deployment {
  manifest: Manifest
  /** Connection string of the writer's role. */
  writerUrl: string
  /** Where the node announces new blocks. anvil does so on its one port, Geth on another. */
  wsUrl: string
}

/** What deployment and migrations left in $WATTLEDGER_HOME. Throws `NotDeployed`, naming what is missing and how to make it. */
export const readDeployment = async (config: Config): Promise<Deployment> => {
  const manifest = parseManifest(await readManifest(config.manifestFile))
  const { writer } = await readDatabaseFile(config.databaseFile)
  if (writer === undefined) throw new NotDeployed(config.databaseFile, 'node migrations/main.ts')
  const usual = new URL(config.rpcUrl)
  usual.protocol = usual.protocol === 'https:' ? 'wss:' : 'ws:'
  if (manifest.chain === 'geth') usual.port = String(config.wsPort)
  return { manifest, writerUrl: writer, wsUrl: config.wsUrl ?? usual.href }
}

const readManifest = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new NotDeployed(path, 'npm run wattledger -- deploy')
  }
}

export class NotDeployed extends Error {
  constructor(path: string, command: string) {
    super(`${path} is missing or incomplete: run ${command} first.`)
    this.name = 'NotDeployed'
  }
}
