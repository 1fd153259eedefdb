import type { Command } from 'commander'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { drawAccount, remember } from '../accountBook.ts'
import { present } from '../output.ts'
import { openSession } from '../session.ts'

export function accountCommands(program: Command): void {
  const account = program.command('account').description('accounts of consumers')

  account
    .command('new')
    .description('draw a random account id; nothing is recorded until an agreement is proposed')
    .addHelpText('after', '\nExample:\n  wattledger account new')
    .action(async (_: unknown, command: Command) => {
      using session = await openSession(command)
      const { settings, ledger } = session
      const id = await drawAccount(ledger, settings.home)
      if (!settings.isDryRun) await remember(settings.home, id)
      const code = codeOf(id)
      present(settings, { code, account: id }, [
        code,
        `Next: wattledger agreement propose ${code} --consumer consumer`,
      ])
    })
}
