import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { encodeQR } from 'qr'
import {
  readTrustFile,
  UnreadableTrust,
  verifyFile,
} from '../../../contracts/proof/evidence/file.ts'
import { trustOf } from '../../../contracts/proof/evidence/identity.ts'
import { write } from '../../../contracts/proof/evidence/read.ts'
import {
  exitCodeOf,
  tell,
  toldLines,
  verdictJson,
} from '../../../contracts/proof/evidence/words.ts'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { findManifest } from '../../deployment/manifestFile.ts'
import { replaceDurably } from '../../journal/durableFile.ts'
import { createTransport } from '../../reader/transport.ts'
import { BadInput, exit, Failure } from '../exit.ts'
import { present } from '../output.ts'
import { parseWhole } from '../quantities.ts'
import { settingsOf, type Settings } from '../settings.ts'

/** Verifying evidence, which needs neither chain nor key; and the trust file by which others do. */
export function verifyCommands(program: Command): void {
  program
    .command('verify <file>')
    .description('verify evidence of an account or a bill, offline')
    .option('--trust <file>', "a party's trust file (default: by this home's manifest, if any)")
    .addHelpText('after', VERIFY_HELP)
    .action(async (file: string, options: { trust?: string }, command: Command) => {
      const settings = settingsOf(command)
      const evidence = await contentOf(file)
      const trust = await trustFor(settings, options.trust)
      const verdict = await verifyFile(evidence, trust)
      process.stdout.write(
        `${settings.isJson ? verdictJson(verdict) : toldLines(tell(verdict)).join('\n')}\n`,
      )
      // Not a failure of the command, which did what was asked: it says what it found, and its code says it again.
      process.exitCode = exitCodeOf(verdict)
    })

  program
    .command('trust')
    .description('write the small file by which others verify evidence: chain, contract, parties')
    .option('--out <file>', 'where to (default: standard output)')
    .option(
      '--minimum-block <number>',
      'evidence proven at an earlier block is too old; "newest" asks the node (default: the deployment)',
    )
    .option('--qr', 'show it as a QR code too, to be printed or photographed')
    .addHelpText('after', TRUST_HELP)
    .action(async (options: TrustOptions, command: Command) => {
      const settings = settingsOf(command)
      const manifest = await manifestOf(settings)
      const minimumBlock = await minimumBlockOf(settings, manifest, options.minimumBlock)
      const trust = trustOf(manifest, minimumBlock)
      const code = options.qr === true ? [encodeQR(write(trust), 'ascii', { ecc: 'low' })] : []
      if (options.out === undefined) return present(settings, trust, [write(trust), ...code])
      await replaceDurably(options.out, `${write(trust)}\n`)
      present(settings, { ...trust, file: options.out }, [
        `Wrote ${options.out}: publish it where people find you, or print it.`,
        ...code,
      ])
    })
}

type TrustOptions = { out?: string; minimumBlock?: string; qr?: boolean }

const VERIFY_HELP = `
Exit codes here: 0 all of it holds · 1 refused · 2 nobody vouches for its chain (practice, or no trust file)
                 5 a file that can't be read

Example:
  wattledger verify K7Q29-XMD4T-H.evidence.json --trust regulator.trust.json`

const TRUST_HELP = `
Examples:
  wattledger trust --out regulator.trust.json
  wattledger trust --minimum-block newest`

/** The trust file named; else what this home knows of the chain itself; else none. */
async function trustFor({ home }: Settings, file: string | undefined): Promise<Uint8Array | null> {
  if (file === undefined) {
    const manifest = await findManifest(home)
    if (manifest === undefined) return null
    return new TextEncoder().encode(write(trustOf(manifest, manifest.deployedBlock)))
  }
  const bytes = await contentOf(file)
  try {
    await readTrustFile(bytes)
  } catch (error) {
    if (error instanceof UnreadableTrust) throw new BadInput(error.message, { cause: error })
    throw error
  }
  return bytes
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new Failure(exit.disk, `${file} can't be read: check its name.`, { cause })
  }
}

async function manifestOf({ home }: Settings): Promise<Manifest> {
  const manifest = await findManifest(home)
  if (manifest !== undefined) return manifest
  throw new BadInput(`There is no manifest.json in ${home}: deploy first, or name another --home.`)
}

async function minimumBlockOf(
  { rpcUrl }: Settings,
  { deployedBlock }: Manifest,
  asked: string | undefined,
): Promise<number> {
  if (asked === undefined) return deployedBlock
  if (asked !== 'newest') return parseWhole(asked, 'block', 0, 2 ** 32 - 1)
  const node = createTransport(rpcUrl, { timeoutMs: 5_000, attempts: 2 })
  try {
    // Evidence is proven a little below the newest block, where a majority has sealed it.
    return Math.max(deployedBlock, Number(await node.request('eth_blockNumber', [])) - 3)
  } finally {
    node.close()
  }
}
