/**
 * Compiles Billing.sol and writes artifacts/abi.ts and artifacts/bytecode.ts; with `--check` compares instead.
 * `npm start` never compiles: what is deployed is what is checked in, and a test holds it to the source.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { keccak256 } from 'ethers'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const MAIN = 'contracts/Billing.sol'

/** Berlin is the fork of the network; metadata would make the code depend on comments and paths. */
const settings = {
  evmVersion: 'berlin',
  viaIR: true,
  optimizer: { enabled: true, runs: 200 },
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  outputSelection: {
    '*': { Billing: ['abi', 'evm.bytecode.object', 'evm.deployedBytecode'] },
  },
}

export interface Compiled {
  /** The ABI of Billing.sol, as solc wrote it. */
  abi: readonly object[]
  /** Code that deploys, without the constructor's arguments; 0x-hex. */
  bytecode: string
  /** Code as it will stand on the chain; 0x-hex. Billing has no immutables, so every deployment has exactly this. */
  runtime: string
  /** SHA-256 over compiler version, settings and every source that was read; hex. */
  sourceHash: string
}

/** Compiles, or takes the result from node_modules/.cache where the same sources were compiled before. */
export async function compile(): Promise<Compiled> {
  const sources = readSources()
  const { version } = require('solc/package.json') as { version: string }
  const sourceHash = createHash('sha256')
    .update(JSON.stringify([version, settings, Object.fromEntries(sources)]))
    .digest('hex')
  const cache = join(root, 'node_modules', '.cache', 'wattledger', `${sourceHash}.json`)
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, 'utf8')) as Compiled
  const compiled = { ...(await runSolc(sources)), sourceHash }
  mkdirSync(dirname(cache), { recursive: true })
  writeFileSync(cache, JSON.stringify(compiled))
  return compiled
}

/** Billing.sol and, by following its imports, every source it needs: path → text. */
function readSources(): Map<string, string> {
  const sources = new Map<string, string>()
  const visit = (path: string): void => {
    if (sources.has(path)) return
    const file = path.startsWith('contracts/') ? join(root, path) : require.resolve(path)
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
    sources.set(path, text)
    for (const [, imported] of text.matchAll(/^import\s[^"']*["']([^"']+)["'];/gm)) {
      if (imported !== undefined) visit(resolveImport(path, imported))
    }
  }
  visit(MAIN)
  return sources
}

const resolveImport = (from: string, imported: string): string =>
  imported.startsWith('.') ? new URL(imported, `source:/${from}`).pathname.slice(1) : imported

async function runSolc(sources: Map<string, string>): Promise<Omit<Compiled, 'sourceHash'>> {
  const { default: solc } = await import('solc')
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries([...sources].map(([path, content]) => [path, { content }])),
    settings,
  }
  const answer = solc.compile(JSON.stringify(input), {
    import: (path) => ({ error: `${path} was not found by following the imports` }),
  })
  const output = JSON.parse(answer) as SolcOutput
  const problems = (output.errors ?? []).filter(
    (each) => !each.message.startsWith(EXPECTED_WARNING),
  )
  if (problems.length > 0) throw new CompileError(problems.map((each) => each.formattedMessage))
  const billing = output.contracts?.[MAIN]?.['Billing']
  if (billing === undefined) throw new CompileError([`solc returned no contract for ${MAIN}`])
  const { bytecode, deployedBytecode } = billing.evm
  if (Object.keys(deployedBytecode.immutableReferences ?? {}).length > 0) {
    throw new CompileError([
      'Billing.sol has immutables, so deployed code would differ from source',
    ])
  }
  return {
    abi: billing.abi,
    bytecode: `0x${bytecode.object}`,
    runtime: `0x${deployedBytecode.object}`,
  }
}

/** It comes without a code. Ours is pinned, and so is the compiler. */
const EXPECTED_WARNING = 'Support for EVM versions older than london is deprecated'

interface SolcOutput {
  errors?: { message: string; formattedMessage: string }[]
  contracts?: Record<
    string,
    Record<
      string,
      {
        abi: object[]
        evm: {
          bytecode: { object: string }
          deployedBytecode: { object: string; immutableReferences?: object }
        }
      }
    >
  >
}

/** The two generated files: path from the repository's root → text. */
export function artifactFiles(compiled: Compiled): Record<string, string> {
  const note = '// Generated from Billing.sol by `npm run compile`.\n'
  const size = (compiled.runtime.length - 2) / 2
  return {
    'contracts/artifacts/abi.ts': `${note}export const billingAbi = ${JSON.stringify(compiled.abi, null, 2)} as const\n`,
    'contracts/artifacts/bytecode.ts': [
      note,
      '/** Code that deploys Billing.sol, to be followed by the constructor arguments. */\n',
      `export const billingBytecode = '${compiled.bytecode}'\n\n`,
      '/** keccak256 of the code on the chain: what eth_getCode answers, whole. There are no immutables. */\n',
      `export const billingCodeHash = '${keccak256(compiled.runtime)}'\n\n`,
      '/** Bytes of the code on the chain; Berlin allows 24,576. */\n',
      `export const billingCodeSize = ${size}\n\n`,
      '/** SHA-256 over compiler version, settings and every source. */\n',
      `export const sourceHash = '${compiled.sourceHash}'\n`,
    ].join(''),
  }
}

/** The artefacts that differ from what the sources compile to; none if they are up to date. */
export const staleArtifacts = (compiled: Compiled): string[] =>
  Object.entries(artifactFiles(compiled))
    .filter(([path, text]) => {
      const file = join(root, path)
      return !existsSync(file) || readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== text
    })
    .map(([path]) => path)

async function main(): Promise<void> {
  const compiled = await compile()
  const size = (compiled.runtime.length - 2) / 2
  if (process.argv.includes('--check')) {
    const stale = staleArtifacts(compiled)
    if (stale.length > 0) throw new CompileError([`${stale.join(', ')}: run npm run compile`])
  } else {
    for (const [path, text] of Object.entries(artifactFiles(compiled))) {
      writeFileSync(join(root, path), text)
    }
  }
  console.log(`Billing.sol: ${size} bytes of 24,576`)
}

/** The source does not compile, or the checked-in artefacts are not what it compiles to. */
export class CompileError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'CompileError'
    this.problems = problems
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
