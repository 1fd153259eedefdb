import type { Command } from 'commander'
import { type Ending, type Entry, pendingEntries } from '../../journal/journal.ts'
import { present } from '../output.ts'
import { openSession } from '../session.ts'
import { completePending } from '../transact.ts'

export function journalCommands(program: Command): void {
  const journal = program
    .command('journal')
    .description('transactions that were signed and not yet reported')

  journal
    .command('list')
    .description('what commands that were cut short left behind')
    .addHelpText('after', '\nExample:\n  wattledger journal list')
    .action(async (_: unknown, command: Command) => {
      using session = await openSession(command)
      const { settings, ledger } = session
      const entries = await pendingEntries(settings.home, ledger.manifest)
      const pending = entries.map(({ summary, hash, key, signedAt }) => ({
        summary,
        hash,
        key,
        signedAt,
      }))
      present(
        settings,
        { pending },
        entries.length === 0
          ? ['Nothing is pending.']
          : pending.map(
              ({ summary, hash, key, signedAt }) => `${signedAt}  ${key}: ${summary} (${hash})`,
            ),
      )
    })

  journal
    .command('resume')
    .description('complete and report all of it; needs no passphrase')
    .addHelpText('after', '\nExample:\n  wattledger journal resume')
    .action(async (_: unknown, command: Command) => {
      using session = await openSession(command)
      const { settings, ledger } = session
      await completePending(ledger, settings, (endings) => {
        const completed = endings.map(({ entry, ending }) => ({
          summary: entry.summary,
          transaction: entry.hash,
          ...ending,
        }))
        const lines = endings.map(tellEnding)
        present(settings, { completed }, lines.length === 0 ? ['Nothing was pending.'] : lines)
      })
    })
}

export function tellEnding({ entry, ending }: { entry: Entry; ending: Ending }): string {
  return ending.status === 'confirmed'
    ? `${entry.summary}: recorded in block ${ending.block} (${entry.hash}).`
    : `${entry.summary}: came to nothing. ${ending.reason}`
}
