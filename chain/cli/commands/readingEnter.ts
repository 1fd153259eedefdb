import type { Command } from 'commander'
import type { Hex } from '../../../contracts/events/hex.ts'
import type { DayNumber } from '../../../contracts/rules/units.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { billing } from '../contract.ts'
import { orRefusal, proposedEstimate } from '../estimating.ts'
import { blockOf } from '../ledger.ts'
import { hashOfFile } from '../options.ts'
import { remark } from '../output.ts'
import { formatDay, formatKwh, parseDay, parseKwh } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import type { Session } from '../session.ts'
import { tellBills } from '../tellBills.ts'

/** Readings that the board's operations vouch for, as the contract counts their kinds. */
const kinds = { manual: 1, estimated: 2, final: 3 } as const
const NO_DOCUMENT: Hex = `0x${'0'.repeat(64)}`

type Options = { evidence: string; day?: string; rollover?: boolean }

export function readingEnterCommands(reading: Command): void {
  const withEvidence = (command: Command) =>
    command
      .requiredOption('--evidence <file>', 'document that proves it; only its hash is recorded')
      .option('--day <day>', 'day at whose start it was read (today)')
      .option('--rollover', 'the register passed its highest value since the last reading')

  withEvidence(
    reading
      .command('enter <account> <kWh>')
      .description(
        'enter a reading that a person took (key: operations); shown as manual for ever',
      ),
  )
    .addHelpText(
      'after',
      '\nExample:\n  wattledger reading enter K7Q29-XMD4T-H 500 --day 2026-04-30 --evidence photo.jpg',
    )
    .action(async (text: string, kWh: string, options: Options, command: Command) => {
      await enterWithEvidence(command, 'manual', text, kWh, options)
    })

  withEvidence(
    reading
      .command('final <account> <kWh>')
      .description('enter the last reading of an account and close it (key: operations)'),
  )
    .addHelpText(
      'after',
      '\nIt may end at any day; afterwards the account can be paid, and nothing else is charged.\n\nExample:\n  wattledger reading final K7Q29-XMD4T-H 812 --day 2026-05-12 --evidence protocol.pdf',
    )
    .action(async (text: string, kWh: string, options: Options, command: Command) => {
      await enterWithEvidence(command, 'final', text, kWh, options)
    })

  reading
    .command('estimate <account> [kWh]')
    .description(
      'bill by an estimate, by default what the account usually uses (key: operations); two in a row at most',
    )
    .option('--day <day>', 'day up to which it is estimated (today)')
    .option('--rollover', 'with kWh: the register would have passed its highest value')
    .addHelpText(
      'after',
      `
The usual: units of up to three last real bills, by their days. The next real reading trues an estimate up.

Examples:
  wattledger reading estimate K7Q29-XMD4T-H --dry-run
  wattledger reading estimate K7Q29-XMD4T-H 640 --day 2026-05-30`,
    )
    .action(
      async (
        text: string,
        kWh: string | undefined,
        options: { day?: string; rollover?: boolean },
        command: Command,
      ) => {
        await runAct(command, async (session) => await estimation(session, text, kWh, options))
      },
    )
}

async function enterWithEvidence(
  command: Command,
  kind: 'manual' | 'final',
  text: string,
  kWh: string,
  options: Options,
): Promise<void> {
  const register = parseKwh(kWh)
  const given = options.day === undefined ? undefined : parseDay(options.day)
  const evidence = await hashOfFile(options.evidence)
  const { rollover = false } = options
  await runAct(command, async ({ ledger, settings }) => {
    const account = await accountOf(ledger, settings.home, text)
    const day = given ?? (await blockOf(ledger)).day
    return entry({ account, kind, register, day, rollover, evidence })
  })
}

/** Proposes what is usual; an explicit register that departs from it is taken, with a warning. */
async function estimation(
  { ledger, settings }: Session,
  text: string,
  kWh: string | undefined,
  options: { day?: string; rollover?: boolean },
): Promise<Deed> {
  const given = kWh === undefined ? undefined : parseKwh(kWh)
  const account = await accountOf(ledger, settings.home, text)
  const day = options.day === undefined ? (await blockOf(ledger)).day : parseDay(options.day)
  const usual = await proposedEstimate(ledger, account, day)
  const { rollover = false } = options
  if (given !== undefined && (given !== usual?.present || rollover !== usual.rollover)) {
    remark(
      usual === undefined
        ? `The account ${nameOf(account)} has no real bill to go by, so this estimate is a guess; everyone who checks will see it flagged.`
        : `The usual would be ${formatKwh(usual.present)} (${usual.formula}), not ${formatKwh(given)}: everyone who checks will see this estimate flagged.`,
    )
  }
  const chosen = given === undefined ? orRefusal(usual, account) : { present: given, rollover }
  const deed = entry({
    account,
    kind: 'estimated',
    register: chosen.present,
    day,
    rollover: chosen.rollover,
    evidence: NO_DOCUMENT,
  })
  const effect = async () =>
    usual === undefined ? [] : [`usual: ${usual.formula} = ${formatKwh(usual.present)}`]
  return { ...deed, effect }
}

type EnteredReading = {
  readonly account: Hex
  readonly kind: keyof typeof kinds
  readonly register: bigint
  readonly day: DayNumber
  readonly rollover: boolean
  readonly evidence: Hex
}

function entry({ account, kind, register, day, rollover, evidence }: EnteredReading): Deed {
  const what = {
    manual: `Enter ${formatKwh(register)}`,
    estimated: `Bill by an estimate of ${formatKwh(register)}`,
    final: `Close by the final reading ${formatKwh(register)}`,
  }[kind]
  const document = kind === 'estimated' ? '' : `, document ${evidence}`
  return {
    key: 'operations',
    words: `reading ${kind} ${account} ${register} ${day} ${rollover} ${evidence}`,
    plan: async () => ({
      summary: `${what} of ${nameOf(account)} at the start of ${formatDay(day)}${document}`,
      data: billing.encodeFunctionData('enterReading', [
        account,
        kinds[kind],
        register,
        BigInt(day),
        rollover,
        evidence,
      ]),
    }),
    tell: (events) => [
      ...tellBills(events),
      ...(kind === 'final' ? [`The account ${nameOf(account)} is closed.`] : []),
    ],
  }
}
