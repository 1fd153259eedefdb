import type { Command } from 'commander'
import type { Hex } from '../../../contracts/events/hex.ts'
import type { Terms } from '../../../contracts/rules/terms.ts'
import { accountOf } from '../accountBook.ts'
import { acceptance, proposal } from '../agreeing.ts'
import { blockOf } from '../ledger.ts'
import { addressFrom } from '../options.ts'
import { parseDay, parseKilowatt, parseWhole } from '../quantities.ts'
import { runAct } from '../runAct.ts'
import type { Session } from '../session.ts'
import { parseCycle } from '../terms.ts'
import { agreementChangeCommand } from './agreementChange.ts'

type ProposeOptions = {
  consumer: string
  category: string
  load: string
  cycle: string
  instalments: string
  daysToPay: string
  from?: string
}

export function agreementCommands(program: Command): void {
  const agreement = program
    .command('agreement')
    .description('terms between the board and a consumer')

  agreement
    .command('propose <account>')
    .description('propose terms (key: operations); a newer proposal replaces a waiting one')
    .requiredOption('--consumer <key>', "consumer's key: a name in this home, or 0x…")
    .option('--category <number>', 'tariff category', '1')
    .option('--load <kW>', 'sanctioned load', '5')
    .option('--cycle <months>', 'months between bills: 1, 3, 6, 12; 0 for charging sessions', '1')
    .option('--instalments <number>', 'equal instalments of each bill, 1 to 12', '1')
    .option('--days-to-pay <days>', 'days from issue to the first due day', '15')
    .option('--from <day>', 'first day of the terms (today)')
    .addHelpText(
      'after',
      '\nExample:\n  wattledger agreement propose K7Q29-XMD4T-H --consumer consumer --load 5 --from 2026-04-01',
    )
    .action(async (text: string, options: ProposeOptions, command: Command) => {
      await runAct(command, async (session) => {
        const account = await accountOf(session.ledger, session.settings.home, text)
        return proposal(account, await termsFrom(session, options))
      })
    })

  agreement
    .command('accept <account>')
    .description('accept the proposed terms (key: consumer, or regulator where that key is lost)')
    .addHelpText(
      'after',
      '\nRead the terms first with --dry-run.\n\nExample:\n  wattledger agreement accept K7Q29-XMD4T-H --dry-run',
    )
    .action(async (text: string, _: unknown, command: Command) => {
      await runAct(command, async (session) =>
        acceptance(session, await accountOf(session.ledger, session.settings.home, text)),
      )
    })

  agreementChangeCommand(agreement)
}

async function termsFrom({ ledger, keyring }: Session, options: ProposeOptions): Promise<Terms> {
  const firstDay = options.from === undefined ? (await blockOf(ledger)).day : parseDay(options.from)
  const consumerKey = (await addressFrom(keyring, options.consumer)).toLowerCase() as Hex
  return {
    category: parseWhole(options.category, 'category', 1, 65_535),
    load: parseKilowatt(options.load),
    cycle: parseCycle(options.cycle),
    instalments: parseWhole(options.instalments, 'number of instalments', 1, 12),
    daysToPay: parseWhole(options.daysToPay, 'number of days to pay', 0, 65_535),
    firstDay,
    consumerKey,
  }
}
