import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { billingBytecode } from '../../../contracts/artifacts/bytecode.ts'
import { id } from 'ethers'
import { isBuilt } from './soleSigner.ts'

/** A chain that was built once and is kept between runs, outside the repository. */
export interface KeptChain {
  readonly folder: string
  readonly manifest: Manifest
  readonly blocks: number
  /** Entries of the ledger: rows in tables of events. */
  readonly events: number
}

type Built = Omit<KeptChain, 'folder'>

/** The chain of that name for this very contract, built now where it is not kept yet. */
export const keptChain = async (
  name: string,
  build: (folder: string) => Promise<Built>,
): Promise<KeptChain> => {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache')
  const folder = path.join(
    cache,
    'wattledger',
    'bench',
    `${name}-${id(billingBytecode).slice(2, 10)}`,
  )
  const file = path.join(folder, 'chain.json')
  if (!isBuilt(folder)) {
    const began = performance.now()
    process.stderr.write(`Building ${name} in ${folder} …\n`)
    await mkdir(path.dirname(folder), { recursive: true })
    const draft = `${folder}.unfinished`
    const built = await build(draft)
    await writeFile(path.join(draft, 'chain.json'), JSON.stringify(built))
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    process.stderr.write(`Built in ${seconds} s: ${built.blocks} blocks, ${built.events} events.\n`)
  }
  return { folder, ...(JSON.parse(await readFile(file, 'utf8')) as Built) }
}
