import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { findGeth, findOnPath, gethCache, GETH_VERSION, type Geth } from './findGeth.ts'
import { NetworkError } from './networkError.ts'

/**
 * The Geth that `findGeth` finds; else it is built with Go, once for this user, which `tell` announces (100 s on two
 * cores). Throws `NoGeth` where there is no Go either, `GethNotBuilt` where the build fails.
 */
export async function obtainGeth(
  tell: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Geth> {
  const found = findGeth(environment)
  if (found !== undefined) return found
  const go = findGo(environment)
  if (go === undefined) throw new NoGeth()
  await build(go, environment, tell)
  const built = findGeth(environment)
  if (built === undefined) throw new GethNotBuilt(['Go ended well, but left no geth.'])
  return built
}

async function build(go: string, environment: NodeJS.ProcessEnv, tell: (line: string) => void) {
  const cache = gethCache(environment)
  const bin = `${cache}.${process.pid}`
  await mkdir(bin, { recursive: true })
  tell(
    `Building Geth ${GETH_VERSION} with Go, once, into ${cache}: about two minutes on two cores.`,
  )
  const began = performance.now()
  let compiled = 0
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - began) / 1000)
    tell(`  ${seconds} s, ${compiled} packages compiled`)
  }, 10_000)
  try {
    const child = spawn(go, goArgs(go), {
      env: { ...environment, GOBIN: bin, CGO_ENABLED: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    })
    const kill = () => child.kill()
    process.once('exit', kill)
    const lines: string[] = []
    createInterface(child.stderr).on('line', (line) => {
      // With -v Go names each package when it is compiled.
      if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) compiled += 1
      else lines.push(line)
    })
    const [code] = (await once(child, 'close')) as [number | null]
    process.off('exit', kill)
    if (code !== 0) throw new GethNotBuilt(lines.slice(-5))
    await rename(bin, cache).catch((cause: unknown) => {
      // Another command built it in the meantime.
      if (findGeth(environment) === undefined) throw cause
    })
    tell(`Geth ${GETH_VERSION} is built (${Math.round((performance.now() - began) / 1000)} s).`)
  } finally {
    clearInterval(progress)
    await rm(bin, { recursive: true, force: true })
  }
}

function goArgs(go: string): string[] {
  const { stdout } = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' })
  const minor = Number(/^go1\.(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
  const packages = ['geth', 'bootnode'].map(
    (name) => `github.com/ethereum/go-ethereum/cmd/${name}@v${GETH_VERSION}`,
  )
  // From Go 1.23 on the linker refuses one of this version's dependencies without this; before, it doesn't know it.
  return ['install', '-v', ...(minor >= 23 ? ['-ldflags=-checklinkname=0'] : []), ...packages]
}

function findGo(environment: NodeJS.ProcessEnv): string | undefined {
  const usual = [
    '/usr/local/go/bin/go',
    '/opt/homebrew/bin/go',
    'C:\\Program Files\\Go\\bin\\go.exe',
  ]
  return findOnPath('go', environment) ?? usual.find((file) => existsSync(file))
}

export class NoGeth extends NetworkError {
  override name = 'NoGeth'

  constructor() {
    super(
      `No Geth ${GETH_VERSION} is on this machine, and no Go to build it with: install Go (https://go.dev/dl) and run this again, set GETH to a geth ${GETH_VERSION}, or use --chain anvil.`,
    )
  }
}

export class GethNotBuilt extends NetworkError {
  override name = 'GethNotBuilt'

  constructor(lines: string[]) {
    super(
      `Geth ${GETH_VERSION} could not be built with Go: mend what it says below, set GETH to a geth ${GETH_VERSION}, or use --chain anvil.\n${lines.map((line) => `  ${line}`).join('\n')}`,
    )
  }
}
