import type { Command } from 'commander'
import { totalsOf } from '../accountState.ts'
import { billing } from '../contract.ts'
import { owed } from '../owed.ts'
import { monthName } from '../quantities.ts'
import { runAct } from '../runAct.ts'
import { closingLine } from '../show/totals.ts'

export function closeCommands(program: Command): void {
  program
    .command('close')
    .description('close a month: log its control totals')
    .command('month')
    .description(
      'close the period: log its control totals, once a calendar month (anyone; key: board)',
    )
    .addHelpText('after', '\nExample:\n  wattledger close month --dry-run')
    .action(async (_: unknown, command: Command) => {
      await runAct(command, async ({ ledger }) => ({
        key: 'board',
        words: 'close month',
        plan: async () => ({
          summary: 'Close the period and log its control totals',
          data: billing.encodeFunctionData('closeMonth'),
        }),
        effect: async () => {
          const { billed, adjusted, paid } = await totalsOf(ledger)
          return [`all accounts together: ${owed(billed + adjusted - paid)}`]
        },
        tell: (events) =>
          events.flatMap(({ name, fields }) =>
            name === 'PeriodClosed'
              ? [`The period is closed in ${monthName(fields.month)}: ${closingLine(fields)}.`]
              : [],
          ),
      }))
    })
}
