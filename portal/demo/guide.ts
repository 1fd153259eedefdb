import { readFile, stat } from 'node:fs/promises'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { type Guide, parseGuide } from '../../contracts/rules/guide.ts'

/** What to look at, where this ledger has a demo; null elsewhere. Read anew when the file changes. */
export type ReadGuide = () => Promise<Guide | null>

/** The guide lies beside the manifest, and counts only for the manifest's own ledger. */
export const guideFile = (path: string, { contract, genesisHash }: Manifest): ReadGuide => {
  let read: { changed: number; guide: Guide | null } | undefined
  return async () => {
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    if (read?.changed !== changed) {
      const text = changed === 0 ? '' : await readFile(path, 'utf8').catch(() => '')
      const guide = parseGuide(text)
      const isOurs = guide?.contract === contract && guide.genesisHash === genesisHash
      read = { changed, guide: isOurs ? guide : null }
    }
    return read.guide
  }
}
