import type { Manifest } from '../../contracts/proof/manifest.ts'
import { type Guide, parseGuide } from '../../contracts/rules/guide.ts'
import { besideFile } from '../besideFile.ts'

/** What to look at, where this ledger has a demo; null elsewhere. */
export type ReadGuide = () => Promise<Guide | null>

/** A guide counts only for the manifest's own ledger. */
export const guideFile = (path: string, { contract, genesisHash }: Manifest): ReadGuide =>
  besideFile(path, (text) => {
    const guide = parseGuide(text)
    return guide?.contract === contract && guide.genesisHash === genesisHash ? guide : null
  })
