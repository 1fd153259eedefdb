import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Manifest, parseManifest } from '../../contracts/proof/manifest.ts'
import { replaceDurably } from '../journal/durableFile.ts'

export const manifestPath = (home: string): string => path.join(home, 'manifest.json')

/** The home's manifest, or undefined where nothing was deployed. Throws `UnreadableManifest`. */
export async function findManifest(home: string): Promise<Manifest | undefined> {
  try {
    return parseManifest(await readFile(manifestPath(home), 'utf8'))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}

/** Whole or not at all. */
export async function writeManifest(home: string, manifest: Manifest): Promise<void> {
  await replaceDurably(manifestPath(home), `${JSON.stringify(manifest, null, 2)}\n`)
}
