import { Command } from 'commander'
import { accountCommands } from './commands/account.ts'
import { adjustCommands } from './commands/adjust.ts'
import { agreementCommands } from './commands/agreement.ts'
import { closeCommands } from './commands/close.ts'
import { demoCommand } from './commands/demo.ts'
import { deployCommand } from './commands/deploy.ts'
import { disputeCommands } from './commands/dispute.ts'
import { journalCommands } from './commands/journal.ts'
import { keysCommands } from './commands/keys.ts'
import { meterCommands } from './commands/meter.ts'
import { moneyCommands } from './commands/money.ts'
import { monitorCommands } from './commands/monitor.ts'
import { networkCommands } from './commands/network.ts'
import { payCommand } from './commands/pay.ts'
import { rateCommands } from './commands/rate.ts'
import { readingCommands } from './commands/reading.ts'
import { receiptCommands } from './commands/receipt.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { reviseCommand } from './commands/revise.ts'
import { roleCommands } from './commands/role.ts'
import { showCommands } from './commands/show.ts'
import { townCommand } from './commands/town.ts'
import { verifyCommands } from './commands/verify.ts'
import { exit, type ExitCode } from './exit.ts'
import { endWith } from './failures.ts'
import { addGlobalOptions } from './settings.ts'

const commands = [
  networkCommands,
  deployCommand,
  keysCommands,
  roleCommands,
  accountCommands,
  agreementCommands,
  meterCommands,
  rateCommands,
  readingCommands,
  payCommand,
  receiptCommands,
  reconcileCommand,
  moneyCommands,
  reviseCommand,
  adjustCommands,
  disputeCommands,
  closeCommands,
  showCommands,
  verifyCommands,
  monitorCommands,
  journalCommands,
  demoCommand,
  townCommand,
]

/** Runs a command line to its end and gives the exit code, having told what went wrong. */
export async function runProgram(commandLine: readonly string[]): Promise<ExitCode> {
  try {
    await makeProgram().parseAsync(commandLine)
    // A command that did what was asked may have found something that its code says.
    return (process.exitCode ?? exit.done) as ExitCode
  } catch (error) {
    return endWith(error, commandLine.includes('--json'))
  }
}

/** The program with all its commands; each begins anew, so it serves one command line. */
export function makeProgram(): Command {
  const program = new Command('wattledger')
    .description(
      'Signs what is recorded on the ledger, and reads the ledger back from the chain itself.',
    )
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
  addGlobalOptions(program)
  for (const register of commands) register(program)
  return program.addHelpText('after', AFTER_HELP)
}

const AFTER_HELP = `
Exit codes: 0 done · 1 refused by the rules, or reconcile found differences · 2 bad input · 3 no chain, or not to be believed
            4 key or passphrase · 5 disk · 6 sent, not confirmed yet: run it again · 70 a defect

A passphrase is never an argument: it is asked for, or comes from --passphrase-file, WATTLEDGER_PASSPHRASE or
WATTLEDGER_PASSPHRASE_FILE.`
