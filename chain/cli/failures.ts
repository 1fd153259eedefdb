import { CommanderError } from 'commander'
import { isError } from 'ethers'
import { UndecodableLog } from '../../contracts/events/codec.ts'
import { NotHex } from '../../contracts/events/hex.ts'
import { NotAnAccountCode } from '../../contracts/rules/accountCode.ts'
import { NotADay } from '../../contracts/rules/day.ts'
import { NotDecimal } from '../../contracts/rules/decimal.ts'
import { NotEnergy } from '../../contracts/rules/energy.ts'
import { NotAnAmount } from '../../contracts/rules/money.ts'
import { KeyInUse } from '../journal/keyLock.ts'
import { JournalDamaged } from '../journal/journal.ts'
import { KeyError } from '../keys/keystore.ts'
import { RpcError, TransportError } from '../reader/transportError.ts'
import { exit, type ExitCode, Failure, Told } from './exit.ts'
import { remark, toJson } from './output.ts'

/**
 * Tells a failure in one sentence on stderr (and as `{"error":{…}}` on stdout where results are JSON) and gives the exit
 * code. Other rooms' errors carry their sentence; only here is decided which code they end with.
 */
export function endWith(error: unknown, isJson: boolean): ExitCode {
  if (error instanceof Told) return error.exitCode
  if (error instanceof CommanderError && isHelp(error))
    return error.exitCode === 0 ? exit.done : exit.badInput
  const { exitCode, message } = toldFailure(error)
  remark(message)
  if (exitCode === exit.defect && error instanceof Error) remark(error.stack ?? '')
  if (isJson) process.stdout.write(`${toJson({ error: { exitCode, message } })}\n`)
  return exitCode
}

function toldFailure(error: unknown): { exitCode: ExitCode; message: string } {
  if (error instanceof Failure) return { exitCode: error.exitCode, message: error.message }
  if (error instanceof KeyError || error instanceof KeyInUse) {
    return { exitCode: exit.key, message: error.message }
  }
  if (error instanceof JournalDamaged) return { exitCode: exit.disk, message: error.message }
  if (isUnreadable(error)) return { exitCode: exit.badInput, message: error.message }
  if (error instanceof CommanderError) {
    return { exitCode: exit.badInput, message: `${withoutPrefix(error.message)} See --help.` }
  }
  if (isNonsense(error)) {
    const message = `The node answered what this contract can't have said (${error.message.slice(0, 200)}): check --rpc, and that the node runs this network.`
    return { exitCode: exit.noChain, message }
  }
  if (error instanceof TransportError || error instanceof RpcError) {
    return { exitCode: exit.noChain, message: error.message }
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof Error && typeof code === 'string' && diskTrouble[code] !== undefined) {
    const path = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : ''
    return { exitCode: exit.disk, message: `${diskTrouble[code]}${path}: ${DISK_ADVICE}` }
  }
  // Errors of the network and the deployment say themselves how the process ends.
  if (error instanceof Error && 'exitCode' in error && isExitCode(error.exitCode)) {
    return { exitCode: error.exitCode, message: error.message }
  }
  if (error instanceof Error && error.name === 'ExitPromptError') {
    return { exitCode: exit.key, message: 'No passphrase was given, so nothing was done.' }
  }
  return { exitCode: exit.defect, message: `Something unforeseen happened: ${String(error)}` }
}

/** What was typed and is not an amount, an energy, a day, a code. */
export const isUnreadable = (error: unknown): error is Error =>
  [NotAnAmount, NotEnergy, NotADay, NotDecimal, NotAnAccountCode].some(
    (kind) => error instanceof kind,
  )

/** A node's answer that can't be decoded. */
const isNonsense = (error: unknown): error is Error =>
  error instanceof UndecodableLog ||
  error instanceof NotHex ||
  isError(error, 'BAD_DATA') ||
  isError(error, 'BUFFER_OVERRUN')

const diskTrouble: Record<string, string> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EROFS: 'The disk is read-only',
  EACCES: 'This user may not use the file',
  EPERM: 'This user may not use the file',
  EFBIG: "The file can't grow",
  EEXIST: 'A file stands where a folder belongs',
  ENOTDIR: 'A file stands where a folder belongs',
  EISDIR: 'A folder stands where a file belongs',
  EIO: 'The disk fails',
  EMFILE: 'Too many files are open',
}

const DISK_ADVICE =
  'make room or name another folder with --home. What was not confirmed yet is completed by the same command.'

const isHelp = (error: CommanderError) =>
  ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)

const withoutPrefix = (message: string) => {
  const sentence = message.replace(/^error: /, '')
  const start = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  return start.endsWith('.') ? start : `${start}.`
}

const isExitCode = (value: unknown): value is ExitCode =>
  (Object.values(exit) as unknown[]).includes(value)
