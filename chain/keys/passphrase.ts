import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KeyError } from './keystore.ts'

/**
 * Where a passphrase may come from, first to last: the file named by an option, WATTLEDGER_PASSPHRASE,
 * WATTLEDGER_PASSPHRASE_FILE, the demo's own file in its home, a prompt. Never the command line: every process can read
 * that, and shells remember it.
 */
export type PassphraseSource = {
  readonly home: string
  /** `--passphrase-file`. */
  readonly file?: string | undefined
  /** WATTLEDGER_PASSPHRASE. */
  readonly environment?: string | undefined
  /** WATTLEDGER_PASSPHRASE_FILE. */
  readonly environmentFile?: string | undefined
}

/** Where a demo keeps the passphrase of all its keys, so that nobody is asked. */
export const demoPassphrasePath = (home: string): string => join(home, 'keys', 'passphrase')

/**
 * The passphrase for a key. `isNew` asks for it twice at a prompt.
 * Throws `PassphraseUnavailable` where no source has one, or one is empty.
 */
export async function passphraseFor(
  key: string,
  source: PassphraseSource,
  { isNew = false } = {},
): Promise<string> {
  const found =
    (await fromFile(source.file)) ??
    source.environment ??
    (await fromFile(source.environmentFile)) ??
    (await fromFile(demoPassphrasePath(source.home), { isOptional: true })) ??
    (await prompt(key, isNew))
  if (found === '') throw new PassphraseUnavailable(`The passphrase for the key "${key}" is empty`)
  return found
}

async function fromFile(path: string | undefined, { isOptional = false } = {}) {
  if (path === undefined) return undefined
  try {
    return (await readFile(path, 'utf8')).replace(/\r?\n$/, '')
  } catch (cause) {
    if (isOptional && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return undefined
    }
    throw new PassphraseUnavailable(`The passphrase file ${path} can't be read`, { cause })
  }
}

async function prompt(key: string, isNew: boolean): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new PassphraseUnavailable(
      `There is no terminal to ask for the passphrase of the key "${key}"`,
    )
  }
  // Only here, since it takes 80 ms to load.
  const { default: password } = await import('@inquirer/password')
  // On stderr, since stdout is for results.
  const context = { output: process.stderr }
  const first = await password({ message: `Passphrase of the key "${key}":`, mask: true }, context)
  if (!isNew) return first
  const second = await password({ message: 'The same once more:', mask: true }, context)
  if (first !== second) {
    throw new PassphraseUnavailable(`The two passphrases for the key "${key}" differ`)
  }
  return first
}

export class PassphraseUnavailable extends KeyError {
  override name = 'PassphraseUnavailable'

  constructor(what: string, options?: ErrorOptions) {
    super(
      `${what}: type it at the prompt, or name a file with --passphrase-file or WATTLEDGER_PASSPHRASE_FILE, or set WATTLEDGER_PASSPHRASE.`,
      options,
    )
  }
}
