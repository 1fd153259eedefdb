import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { dayInIndia } from '../../../contracts/rules/day.ts'
import { knownAccount, nameOf } from '../accountBook.ts'
import { billing } from '../contract.ts'
import { BadInput } from '../exit.ts'
import { keyringOf } from '../keyring.ts'
import { readManifest } from '../ledger.ts'
import { present } from '../output.ts'
import { formatDay, formatKwh, parseDay, parseKwh } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import { settingsOf } from '../settings.ts'
import { readSignedReading, type SignedReading, signReading } from '../signedReading.ts'
import { tellBills } from '../tellBills.ts'
import { readingBatchCommand } from './readingBatch.ts'
import { readingEnterCommands } from './readingEnter.ts'

export function readingCommands(program: Command): void {
  const reading = program.command('reading').description('readings; each one makes a bill')

  reading
    .command('sign <account> <kWh>')
    .description("sign what the meter shows with the meter's key, without a network (key: meter)")
    .option('--day <day>', 'day at whose start it was read (today)')
    .option('--out <file>', 'file to write (reading-CODE-DAY.json)')
    .addHelpText(
      'after',
      '\nExample:\n  wattledger reading sign K7Q29-XMD4T-H 500 --day 2026-04-30 --out april.json',
    )
    .action(signCommand)

  reading
    .command('submit <file...>')
    .description('record signed readings; anyone may (key: consumer); several go all or none')
    .option('--rollover', 'the register passed its highest value since the last reading')
    .addHelpText('after', '\nExample:\n  wattledger reading submit april.json')
    .action(
      async (files: string[], { rollover = false }: { rollover?: boolean }, command: Command) => {
        await runAct(command, async ({ ledger }) => {
          const readings = await Promise.all(
            files.map((file) => readSignedReading(file, ledger.manifest)),
          )
          return submission(readings, rollover)
        })
      },
    )

  readingEnterCommands(reading)
  readingBatchCommand(reading)
}

async function signCommand(
  text: string,
  kWh: string,
  options: { day?: string; out?: string },
  command: Command,
): Promise<void> {
  const settings = settingsOf(command)
  const register = parseKwh(kWh)
  const day = options.day === undefined ? dayInIndia(Date.now() / 1000) : parseDay(options.day)
  const manifest = await readManifest(settings.home)
  const account = await knownAccount(settings.home, text)
  const key = settings.key ?? 'meter'
  const out = options.out ?? `reading-${nameOf(account)}-${formatDay(day)}.json`
  const what = `${formatKwh(register)} of ${nameOf(account)} at the start of ${formatDay(day)}`
  if (settings.isDryRun) {
    present(settings, { isDryRun: true, key, account, register, day: formatDay(day), file: out }, [
      `Would sign ${what} with the key "${key}" and write ${out}.`,
    ])
    return
  }
  const meter = await keyringOf(settings).unlock(key)
  const signed = await signReading(meter, manifest, { account, register, day })
  try {
    await writeFile(out, `${JSON.stringify(signed, null, 2)}\n`, { flag: 'wx' })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    throw new BadInput(`There is a file ${out} already: name another with --out.`, { cause })
  }
  present(settings, { ...signed, file: out }, [
    `Signed ${what} by the meter ${meter.address}.`,
    `Next: wattledger reading submit ${out}`,
  ])
}

export function submission(readings: SignedReading[], rollover: boolean): Deed {
  const calls = readings.map(({ account, registerWh, day, r, vs }) =>
    billing.encodeFunctionData('submitReading', [
      account,
      BigInt(registerWh),
      BigInt(parseDay(day)),
      rollover,
      r,
      vs,
    ]),
  )
  const what = readings.map(
    ({ account, registerWh, day }) =>
      `${formatKwh(BigInt(registerWh))} of ${nameOf(account)} at the start of ${day}`,
  )
  const [only] = calls
  return {
    key: 'consumer',
    words: `reading submit ${rollover} ${readings.map(({ account, registerWh, day }) => [account, registerWh, day].join(' ')).join(', ')}`,
    plan: async () => ({
      summary: `Submit ${what.join('; ')}`,
      data:
        only !== undefined && calls.length === 1
          ? only
          : billing.encodeFunctionData('batch', [calls]),
    }),
    tell: tellBills,
  }
}
