import type { Command } from 'commander'
import type { Hex } from '../../../contracts/events/hex.ts'
import { type Terms, termsOfAgreement } from '../../../contracts/rules/terms.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { proposal } from '../agreeing.ts'
import { BadInput, Refused } from '../exit.ts'
import { consumersHistory, entriesOf } from '../history.ts'
import { blockOf } from '../ledger.ts'
import { addressFrom } from '../options.ts'
import { parseDay, parseKilowatt, parseWhole } from '../quantities.ts'
import { runAct } from '../runAct.ts'
import type { Session } from '../session.ts'
import { parseCycle, termsInWords } from '../terms.ts'

type Options = {
  consumer?: string
  category?: string
  load?: string
  cycle?: string
  instalments?: string
  daysToPay?: string
  from?: string
}

export function agreementChangeCommand(agreement: Command): void {
  agreement
    .command('change <account>')
    .description('propose the agreed terms with changes, from a later day (key: operations)')
    .option('--consumer <key>', "a new consumer's key: a name in this home, or 0x…")
    .option('--category <number>', 'tariff category')
    .option('--load <kW>', 'sanctioned load')
    .option('--cycle <months>', 'months between bills: 1, 3, 6, 12; 0 for charging sessions')
    .option('--instalments <number>', 'equal instalments of each bill, 1 to 12')
    .option('--days-to-pay <days>', 'days from issue to the first due day')
    .option('--from <day>', 'first day of the changed terms (today)')
    .addHelpText(
      'after',
      `
What is not named stays as agreed. The consumer's present key accepts; the regulator where that is lost. The next bill is
cut on the first day of the changed terms.

Examples:
  wattledger agreement change K7Q29-XMD4T-H --load 7.5 --from 2026-06-15
  wattledger agreement change K7Q29-XMD4T-H --consumer new-phone      # then: agreement accept, by the present key
  wattledger agreement accept K7Q29-XMD4T-H --key regulator           # where the present key is lost`,
    )
    .action(async (text: string, options: Options, command: Command) => {
      await runAct(command, async (session) => {
        const account = await accountOf(session.ledger, session.settings.home, text)
        const { before, after } = await changedTerms(session, account, options)
        const deed = proposal(account, after)
        return { ...deed, effect: async () => changeLines(before, after) }
      })
    })
}

async function changedTerms(
  { ledger, keyring }: Session,
  account: Hex,
  options: Options,
): Promise<{ before: Terms; after: Terms }> {
  const history = await consumersHistory(ledger, account)
  const before = entriesOf(history, 'AgreementAccepted')
    .map(({ event }) => termsOfAgreement(event.fields))
    .at(-1)
  if (before === undefined) {
    throw new Refused(
      `Nothing is agreed on ${nameOf(account)} yet: propose all terms with "wattledger agreement propose".`,
    )
  }
  const { consumer, category, load, cycle, instalments, daysToPay, from } = options
  const after: Terms = {
    category:
      category === undefined ? before.category : parseWhole(category, 'category', 1, 65_535),
    load: load === undefined ? before.load : parseKilowatt(load),
    cycle: cycle === undefined ? before.cycle : parseCycle(cycle),
    instalments:
      instalments === undefined
        ? before.instalments
        : parseWhole(instalments, 'number of instalments', 1, 12),
    daysToPay:
      daysToPay === undefined
        ? before.daysToPay
        : parseWhole(daysToPay, 'number of days to pay', 0, 65_535),
    firstDay: from === undefined ? (await blockOf(ledger)).day : parseDay(from),
    consumerKey:
      consumer === undefined
        ? before.consumerKey
        : ((await addressFrom(keyring, consumer)).toLowerCase() as Hex),
  }
  if (changeLines(before, { ...after, firstDay: before.firstDay }).length === 0) {
    throw new BadInput('Nothing would change: name a new load, category, cycle, key or payment.')
  }
  return { before, after }
}

/** What differs, in words: "sanctioned load 5 kW → 7.5 kW". */
function changeLines(before: Terms, after: Terms): string[] {
  const now = termsInWords(after)
  return termsInWords(before).flatMap((line, place) =>
    line === now[place] ? [] : [`${line} → ${now[place] ?? ''}`],
  )
}
