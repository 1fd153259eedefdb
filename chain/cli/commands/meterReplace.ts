import type { Command } from 'commander'
import { consumption } from '../../../contracts/rules/consumption.ts'
import type { DayNumber, Wh } from '../../../contracts/rules/units.ts'
import type { Hex } from '../../../contracts/events/hex.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { accountState, isNoAddress } from '../accountState.ts'
import { billing } from '../contract.ts'
import { Refused } from '../exit.ts'
import { blockOf } from '../ledger.ts'
import { addressFrom, hashOfFile } from '../options.ts'
import { formatDay, formatKwh, parseDay, parseKwh, parseWhole } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import type { Session } from '../session.ts'

type Options = {
  meter: string
  closing: string
  evidence: string
  day?: string
  register: string
  multiplier: string
  modulus: string
  rollover?: boolean
}

export function meterReplaceCommand(meter: Command): void {
  meter
    .command('replace <account>')
    .description('put another meter in the place of the present one (key: operations)')
    .requiredOption('--meter <key>', "the new meter's key: a name in this home, or 0x…")
    .requiredOption('--closing <kWh>', 'what the old meter shows when it is taken down')
    .requiredOption('--evidence <file>', 'protocol of the replacement; only its hash is recorded')
    .option('--day <day>', 'day of replacement (today)')
    .option('--register <kWh>', 'what the new meter shows on that day', '0')
    .option('--multiplier <factor>', 'multiplying factor of the new meter', '1')
    .option('--modulus <kWh>', 'register at which the new meter begins at 0 again', '1000000')
    .option('--rollover', 'the old meter passed its highest value since its last real reading')
    .addHelpText(
      'after',
      `
What the old meter counted since the last real reading is carried into the next bill, so a meter can be replaced on any
day of a cycle.

Example:
  wattledger meter replace K7Q29-XMD4T-H --meter meter-2 --closing 742.3 --day 2026-05-12 --evidence protocol.pdf`,
    )
    .action(async (text: string, options: Options, command: Command) => {
      const closing = parseKwh(options.closing)
      const evidence = await hashOfFile(options.evidence)
      await runAct(command, async (session) => {
        const { ledger, keyring, settings } = session
        const account = await accountOf(ledger, settings.home, text)
        return replacement(session, account, {
          meter: await addressFrom(keyring, options.meter),
          day: options.day === undefined ? (await blockOf(ledger)).day : parseDay(options.day),
          multiplier: BigInt(
            parseWhole(options.multiplier, 'multiplying factor', 1, 4_294_967_295),
          ),
          register: parseKwh(options.register),
          modulus: parseKwh(options.modulus),
          closing,
          rollover: options.rollover ?? false,
          evidence,
        })
      })
    })
}

type Replacement = {
  readonly meter: string
  readonly day: DayNumber
  readonly multiplier: bigint
  readonly register: Wh
  readonly modulus: Wh
  readonly closing: Wh
  readonly rollover: boolean
  readonly evidence: Hex
}

function replacement({ ledger }: Session, account: Hex, by: Replacement): Deed {
  const name = nameOf(account)
  const words = [by.meter, by.day, by.multiplier, by.register, by.modulus, by.closing, by.rollover]
  return {
    key: 'operations',
    words: `meter replace ${account} ${words.join(' ')} ${by.evidence}`,
    plan: async () => {
      const { meter } = await accountState(ledger, account)
      // The contract would take this for a first meter whose closing register must be 0.
      if (isNoAddress(meter)) {
        throw new Refused(
          `No meter is installed on ${name}, so none can be replaced: use "wattledger meter install ${name}".`,
        )
      }
      return {
        summary: `Replace the meter ${meter} of ${name} by ${by.meter} on ${formatDay(by.day)}: the old one reads out ${formatKwh(by.closing)}, the new one begins at ${formatKwh(by.register)}, document ${by.evidence}`,
        data: billing.encodeFunctionData('installMeter', [account, { ...by, day: BigInt(by.day) }]),
      }
    },
    effect: async () => {
      const { register, multiplier, carried, modulus, realDay } = await accountState(
        ledger,
        account,
      )
      const { wh } = consumption({
        previous: register,
        present: by.closing,
        rollover: by.rollover,
        multiplier,
        modulus,
        carried,
        start: realDay,
        end: by.day,
      })
      return [`${formatKwh(wh)} used since ${formatDay(realDay)} go into the next bill`]
    },
    tell: (events) =>
      events.flatMap((event) =>
        event.name === 'MeterInstalled'
          ? [
              `The meter ${event.fields.meter} is installed on ${name} at ${formatKwh(event.fields.register)}; ${formatKwh(event.fields.carried)} of the meter before go into the next bill.`,
            ]
          : [],
      ),
  }
}
