import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { NetworkError } from './networkError.ts'

/** Executables of the network. A bootnode isn't in every package of Geth; nodes of one machine do without. */
export type Geth = { geth: string; bootnode: string | undefined; from: 'GETH' | 'PATH' | 'cache' }

/** The last release that seals Clique; later ones refuse. */
export const GETH_VERSION = '1.13.15'

/**
 * The Geth to use, or undefined: $GETH, then a `geth` 1.13.x on the PATH, then the build in the cache. Throws
 * `UnusableGeth` where $GETH names one that can't be run or can't seal.
 */
export function findGeth(environment: NodeJS.ProcessEnv = process.env): Geth | undefined {
  const named = environment['GETH']
  if (named !== undefined && named !== '') {
    const version = versionOf(named)
    if (!sealsClique(version)) throw new UnusableGeth(named, version)
    return { geth: named, bootnode: bootnodeFor(named, environment), from: 'GETH' }
  }
  const onPath = findOnPath('geth', environment)
  if (onPath !== undefined && sealsClique(versionOf(onPath))) {
    return { geth: onPath, bootnode: bootnodeFor(onPath, environment), from: 'PATH' }
  }
  // Only finished builds of this very version are renamed to here: no need to ask.
  const cached = path.join(gethCache(environment), executable('geth'))
  if (!existsSync(cached)) return undefined
  return { geth: cached, bootnode: bootnodeFor(cached, environment), from: 'cache' }
}

/** Folder of the build kept for every clone of the repository: in the user's own cache, by version. */
export function gethCache(environment: NodeJS.ProcessEnv = process.env): string {
  return path.join(userCache(environment), 'wattledger', `geth-${GETH_VERSION}`)
}

/** File name of a program on this platform. */
export function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}

/** Full path of a program on the PATH, or undefined. */
export function findOnPath(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(path.delimiter)
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, executable(name)))
    .find((file) => existsSync(file))
}

function userCache(environment: NodeJS.ProcessEnv): string {
  const named = environment['XDG_CACHE_HOME']
  if (named !== undefined && named !== '') return named
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches')
  if (process.platform === 'win32') {
    return environment['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local')
  }
  return path.join(homedir(), '.cache')
}

function bootnodeFor(geth: string, environment: NodeJS.ProcessEnv): string | undefined {
  const beside = path.join(path.dirname(geth), executable('bootnode'))
  return (
    environment['BOOTNODE'] ?? (existsSync(beside) ? beside : findOnPath('bootnode', environment))
  )
}

function versionOf(geth: string): string | undefined {
  const { stdout } = spawnSync(geth, ['version'], { encoding: 'utf8', timeout: 20_000 })
  return /^Version: (\S+)/m.exec(stdout ?? '')?.[1]
}

function sealsClique(version: string | undefined): boolean {
  return version !== undefined && /^1\.13\.\d/.test(version)
}

export class UnusableGeth extends NetworkError {
  override name = 'UnusableGeth'
  readonly geth: string
  readonly version: string | undefined

  constructor(geth: string, version: string | undefined) {
    super(
      version === undefined
        ? `GETH is ${geth}, which can't be run: name a Geth ${GETH_VERSION}, or unset GETH.`
        : `GETH is ${geth}, version ${version}, which can't seal Clique blocks: name a 1.13.x (${GETH_VERSION} is the last), or unset GETH.`,
      { exitCode: 2 },
    )
    this.geth = geth
    this.version = version
  }
}
