import type { Command } from 'commander'
import { accountOf, nameOf } from '../accountBook.ts'
import { billing } from '../contract.ts'
import { blockOf } from '../ledger.ts'
import { addressFrom } from '../options.ts'
import { formatDay, formatKwh, parseDay, parseKwh, parseWhole } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import { meterReplaceCommand } from './meterReplace.ts'
import { meterSimulateCommand } from './meterSimulate.ts'

type InstallOptions = {
  meter: string
  day?: string
  register: string
  multiplier: string
  modulus: string
}

/** A meter as it is put on an account without one. */
export type FirstMeter = {
  readonly meter: string
  readonly day: bigint
  readonly multiplier: bigint
  readonly register: bigint
  readonly modulus: bigint
}

export function meterCommands(program: Command): void {
  const meter = program.command('meter').description('meters')

  meter
    .command('install <account>')
    .description('install the first meter (key: operations)')
    .option('--meter <key>', "the meter's key: a name in this home, or 0x…", 'meter')
    .option('--day <day>', 'day of installation (today)')
    .option('--register <kWh>', 'what it shows on that day', '0')
    .option('--multiplier <factor>', 'multiplying factor', '1')
    .option('--modulus <kWh>', 'register at which it begins at 0 again', '1000000')
    .addHelpText(
      'after',
      '\nExample:\n  wattledger meter install K7Q29-XMD4T-H --meter meter --day 2026-04-01 --register 0',
    )
    .action(async (text: string, options: InstallOptions, command: Command) => {
      await runAct(command, async ({ ledger, keyring, settings }) => {
        const account = await accountOf(ledger, settings.home, text)
        const day = options.day === undefined ? (await blockOf(ledger)).day : parseDay(options.day)
        return installation(account, {
          meter: await addressFrom(keyring, options.meter),
          day: BigInt(day),
          multiplier: BigInt(
            parseWhole(options.multiplier, 'multiplying factor', 1, 4_294_967_295),
          ),
          register: parseKwh(options.register),
          modulus: parseKwh(options.modulus),
        })
      })
    })

  meterReplaceCommand(meter)
  meterSimulateCommand(meter)
}

export function installation(account: string, meter: FirstMeter): Deed {
  const { meter: key, day, multiplier, register, modulus } = meter
  const first = { ...meter, closing: 0n, rollover: false, evidence: `0x${'0'.repeat(64)}` }
  return {
    key: 'operations',
    words: `meter install ${account} ${[key, day, multiplier, register, modulus].join(' ')}`,
    plan: async () => ({
      summary: `Install the meter ${key} on ${nameOf(account)} on ${formatDay(day)} at ${formatKwh(register)}`,
      data: billing.encodeFunctionData('installMeter', [account, first]),
    }),
    tell: () => [`The meter ${key} is installed on ${nameOf(account)} at ${formatKwh(register)}.`],
  }
}
