import type { Command } from 'commander'
import { accountOf } from '../accountBook.ts'
import { consumersHistory, type History, tariffsOf } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { present } from '../output.ts'
import { parseWhole } from '../quantities.ts'
import { openSession } from '../session.ts'
import { showAccount } from '../show/account.ts'
import { showBill } from '../show/bill.ts'
import { showConsumption } from '../show/consumption.ts'
import { showPayments } from '../show/payments.ts'
import { showRate } from '../show/rate.ts'
import { showReference } from '../show/reference.ts'
import { showTotals } from '../show/totals.ts'
import type { Shown } from '../show/shown.ts'

/** Reads the ledger back from the chain itself, and checks it before anything is shown; no key, no Postgres. */
export function showCommands(program: Command): void {
  const show = program
    .command('show')
    .description('read the ledger from the chain itself, checked against its heads')

  show
    .command('account <account>')
    .description('terms, meter, balance, and how each bill stands')
    .addHelpText('after', '\nExample:\n  wattledger show account K7Q29-XMD4T-H')
    .action(ofAccount(showAccount))

  show
    .command('consumption <account>')
    .description('every reading, with what it counted')
    .addHelpText('after', '\nExample:\n  wattledger show consumption K7Q29-XMD4T-H')
    .action(ofAccount((_, history) => showConsumption(history)))

  show
    .command('payments <account>')
    .description('every payment, with what was owed after it')
    .addHelpText('after', '\nExample:\n  wattledger show payments K7Q29-XMD4T-H --json')
    .action(ofAccount((_, history) => showPayments(history)))

  show
    .command('bill <account> [number]')
    .description(
      'one bill derived anew, line by line, beside what the chain has (default: the last)',
    )
    .addHelpText('after', '\nExample:\n  wattledger show bill K7Q29-XMD4T-H 1')
    .action(
      async (text: string, number: string | undefined, options: unknown, command: Command) => {
        const wanted = number === undefined ? undefined : parseWhole(number, 'bill', 1, 2 ** 32 - 1)
        await ofAccount((ledger, history) => showBill(ledger, history, wanted))(
          text,
          options,
          command,
        )
      },
    )

  show
    .command('rate [category]')
    .description('tariffs of a category, and which is in force today (default: category 1)')
    .addHelpText('after', '\nExample:\n  wattledger show rate 1')
    .action(async (text: string | undefined, _: unknown, command: Command) => {
      const category = parseWhole(text ?? '1', 'category', 1, 65_535)
      using session = await openSession(command)
      const { tariffs, history } = await tariffsOf(session.ledger, category)
      const { json, lines } = showRate(category, tariffs, history)
      present(session.settings, json, lines)
    })

  show
    .command('reference <hash>')
    .description("whether a slip's receipt is recorded, and in which block")
    .addHelpText('after', '\nExample:\n  wattledger show reference 0x5d1c…')
    .action(async (hash: string, _: unknown, command: Command) => {
      using session = await openSession(command)
      const { json, lines } = await showReference(session.ledger, hash)
      present(session.settings, json, lines)
    })

  show
    .command('totals')
    .description(
      'control totals: opening + billed + adjusted − paid = closing, by period and in all',
    )
    .addHelpText('after', '\nExample:\n  wattledger show totals')
    .action(async (_: unknown, command: Command) => {
      using session = await openSession(command)
      const { json, lines } = await showTotals(session.ledger)
      present(session.settings, json, lines)
    })
}

/** An action on one account: its proven history first, then what `show` makes of it. */
function ofAccount(show: (ledger: Ledger, history: History) => Shown | Promise<Shown>) {
  return async (text: string, _: unknown, command: Command): Promise<void> => {
    using session = await openSession(command)
    const { ledger, settings } = session
    const account = await accountOf(ledger, settings.home, text)
    const { json, lines } = await show(ledger, await consumersHistory(ledger, account))
    present(settings, json, lines)
  }
}
