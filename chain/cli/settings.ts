import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { PassphraseSource } from '../keys/passphrase.ts'
import { BadInput } from './exit.ts'

/** What every command knows: its global options, and the environment, read here and nowhere else. */
export type Settings = {
  /** Folder of all state. */
  readonly home: string
  /** HTTP JSON-RPC of a node. */
  readonly rpcUrl: string
  /** Results as one JSON value on stdout. */
  readonly isJson: boolean
  /** Say what would be done, and do nothing. */
  readonly isDryRun: boolean
  /** Name of the signing key, where not the act's usual one. */
  readonly key: string | undefined
  readonly passphrase: PassphraseSource
  /** How long a sent transaction may take to be mined, in milliseconds. */
  readonly confirmWithinMs: number
  /** Where slips send their reader: the portal's address, without a slash at its end. */
  readonly portalUrl: string
}

type GlobalOptions = {
  home?: string
  rpc?: string
  json?: boolean
  dryRun?: boolean
  key?: string
  passphraseFile?: string
  portal?: string
}

export function addGlobalOptions(program: Command): void {
  program
    .option('--home <folder>', 'folder of all state (WATTLEDGER_HOME; .wattledger in the project)')
    .option('--rpc <url>', 'node to ask (RPC_URL; http://127.0.0.1:8545)')
    .option('--json', 'print the result as JSON')
    .option('--key <name>', 'sign with this key instead of the usual one')
    .option('--passphrase-file <path>', 'file with the passphrase of the key')
    .option('--dry-run', 'show the call, its gas and its effect; sign and send nothing')
}

/** Throws `BadInput` where an address or a number of the environment can't be used. */
export function settingsOf(command: Command, environment = process.env): Settings {
  const options = command.optsWithGlobals<GlobalOptions>()
  const home = resolve(options.home ?? nonEmpty(environment['WATTLEDGER_HOME']) ?? PROJECT_HOME)
  return {
    home,
    rpcUrl: httpUrl(
      options.rpc ?? nonEmpty(environment['RPC_URL']) ?? localNode(environment),
      'a node: give one like http://127.0.0.1:8545 with --rpc or RPC_URL',
    ),
    isJson: options.json ?? false,
    isDryRun: options.dryRun ?? false,
    key: options.key,
    passphrase: {
      home,
      file: options.passphraseFile,
      environment: environment['WATTLEDGER_PASSPHRASE'],
      environmentFile: nonEmpty(environment['WATTLEDGER_PASSPHRASE_FILE']),
    },
    portalUrl: httpUrl(
      options.portal ?? nonEmpty(environment['PORTAL_URL']) ?? localPortal(environment),
      'a portal: give one like https://bills.example.org with --portal or PORTAL_URL',
    ).replace(/\/+$/, ''),
    confirmWithinMs: seconds(environment['WATTLEDGER_CONFIRM_SECONDS'] ?? '120') * 1000,
  }
}

const PROJECT_HOME = join(import.meta.dirname, '..', '..', '.wattledger')

const localNode = (environment: NodeJS.ProcessEnv) =>
  `http://127.0.0.1:${nonEmpty(environment['RPC_PORT']) ?? '8545'}`

const localPortal = (environment: NodeJS.ProcessEnv) =>
  `http://127.0.0.1:${nonEmpty(environment['PORT']) ?? '8080'}`

const nonEmpty = (value: string | undefined) => (value === '' ? undefined : value)

function httpUrl(text: string, what: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new BadInput(`"${text}" is no address of ${what}.`)
}

function seconds(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new BadInput(
    `WATTLEDGER_CONFIRM_SECONDS is "${text}": give a whole number of seconds from 1, for example 120.`,
  )
}
