import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NetworkError } from './networkError.ts'

/**
 * Path of the platform's own anvil executable. Not the package's `bin.mjs`: that is a Node wrapper, and killing it
 * leaves the real process behind, holding the port. Throws `NoAnvil` where npm brought none for this platform.
 */
export function anvilBinary(): string {
  const wrapper = require.resolve('@foundry-rs/anvil/package.json')
  const name = process.platform === 'win32' ? 'anvil.exe' : 'anvil'
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch
  const platformPackage = `@foundry-rs/anvil-${process.platform}-${architecture}/bin/${name}`
  try {
    // Resolved from the wrapper, since only its dependency is sure to be visible there.
    return createRequire(wrapper).resolve(platformPackage)
  } catch {
    // Without optional dependencies the wrapper's install script downloads the binary here.
    const downloaded = path.join(path.dirname(wrapper), 'dist', name)
    if (existsSync(downloaded)) return downloaded
    throw new NoAnvil(platformPackage)
  }
}

/** What every anvil of ours is started with: DESIGN's chain id, Berlin rules, no price for gas. */
export const anvilRules = [
  '--chain-id',
  '20482',
  '--hardfork',
  'berlin',
  '--gas-price',
  '0',
  '--gas-limit',
  '60000000',
]

const require = createRequire(import.meta.url)

export class NoAnvil extends NetworkError {
  override name = 'NoAnvil'
  readonly wanted: string

  constructor(wanted: string) {
    super(
      `There is no anvil for this platform (looked for ${wanted}): run "npm ci" without --omit=optional, or use Geth with --chain geth.`,
    )
    this.wanted = wanted
  }
}
