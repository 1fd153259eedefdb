import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type DayNumber, dayNumber, wh } from '../../../contracts/rules/units.ts'
import { knownAccount, nameOf } from '../accountBook.ts'
import { BadInput } from '../exit.ts'
import { keyringOf } from '../keyring.ts'
import { readManifest } from '../ledger.ts'
import { energyBetween, parseProfile, profiles } from '../loadProfile.ts'
import { present, table } from '../output.ts'
import { formatDay, formatKwh, parseDay, parseKwh, parseWhole } from '../quantities.ts'
import { settingsOf } from '../settings.ts'
import { type SignedReading, signReading } from '../signedReading.ts'
import { signedReadingRow, signedReadingsHead } from '../readingRows.ts'

type Options = {
  installed: string
  register: string
  to: string
  every: string
  profile: string
  daily: string
  multiplier: string
  modulus: string
  out?: string
  csv?: string
}

export function meterSimulateCommand(meter: Command): void {
  meter
    .command('simulate <account>')
    .description("run a meter's clock over a range of days and sign its readings (key: meter)")
    .requiredOption('--installed <day>', 'day on which the meter was installed')
    .requiredOption('--to <day>', 'last day on which it may read')
    .option('--register <kWh>', 'what it showed when it was installed', '0')
    .option('--every <days>', 'days between two readings', '30')
    .option('--profile <name>', `load profile: ${Object.keys(profiles).join(', ')}`, 'home')
    .option('--daily <kWh>', 'energy of an average day', '6')
    .option('--multiplier <factor>', 'multiplying factor: the register counts its share', '1')
    .option('--modulus <kWh>', 'register at which it begins at 0 again', '1000000')
    .option('--out <folder>', 'folder for a file a reading (readings-CODE)')
    .option('--csv <file>', 'instead: one file for "wattledger reading batch"')
    .addHelpText(
      'after',
      `
Needs no network. Hour by hour, from profile, season and the meter's own key: the same meter counts the same whenever it
is asked, so readings may be made again. Anyone may submit them.

Examples:
  wattledger meter simulate K7Q29-XMD4T-H --installed 2026-04-01 --to 2026-09-30
  wattledger reading submit readings-K7Q29-XMD4T-H/reading-K7Q29-XMD4T-H-2026-05-01.json
  wattledger meter simulate K7Q29-XMD4T-H --installed 2026-04-01 --to 2027-03-31 --profile shop --csv year.csv`,
    )
    .action(simulateCommand)
}

async function simulateCommand(text: string, options: Options, command: Command): Promise<void> {
  const settings = settingsOf(command)
  const [installed, to] = [parseDay(options.installed), parseDay(options.to)]
  const days = readingDays(installed, to, parseWhole(options.every, 'number of days', 1, 3_660))
  const multiplier = BigInt(parseWhole(options.multiplier, 'multiplying factor', 1, 4_294_967_295))
  const [first, modulus] = [parseKwh(options.register), parseKwh(options.modulus)]
  if (modulus === 0n || first >= modulus) {
    throw new BadInput(
      `A meter that begins at 0 again at ${formatKwh(modulus)} can't show ${formatKwh(first)}: check --register and --modulus.`,
    )
  }
  const manifest = await readManifest(settings.home)
  const account = await knownAccount(settings.home, text)
  const keyring = keyringOf(settings)
  const key = settings.key ?? 'meter'
  const seed = await keyring.address(key)
  const load = { profile: parseProfile(options.profile), daily: parseKwh(options.daily), seed }
  const registers: { day: DayNumber; register: ReturnType<typeof wh>; isTurned: boolean }[] = []
  let [used, from, shown] = [0n, installed, first]
  for (const day of days) {
    used += energyBetween(load, from, day)
    from = day
    const register = wh((first + used / multiplier) % modulus)
    registers.push({ day, register, isTurned: register < shown })
    shown = register
  }
  const rows = registers.map(({ day, register, isTurned }) => [
    formatDay(day),
    formatKwh(register),
    isTurned ? 'rolled over' : '',
  ])
  const lines = table(['day', '>register', ''], rows)
  if (settings.isDryRun) {
    present(settings, { isDryRun: true, key, account, readings: registers.map(readingJson) }, lines)
    return
  }
  const wallet = await keyring.unlock(key)
  const signed = await Promise.all(
    registers.map(async ({ day, register, isTurned }) => ({
      reading: await signReading(wallet, manifest, { account, register, day }),
      isTurned,
    })),
  )
  const written = await write(options, nameOf(account), signed)
  present(settings, { account, key, written, readings: registers.map(readingJson) }, [
    ...lines,
    `Signed ${signed.length === 1 ? '1 reading' : `${signed.length} readings`} by the meter ${wallet.address} into ${written}.`,
    options.csv === undefined
      ? `Next: wattledger reading submit ${written}/…json${rows.some(([, , turned]) => turned !== '') ? ' (with --rollover where it rolled over)' : ''}`
      : `Next: wattledger reading batch ${written}`,
  ])
}

const readingJson = ({
  day,
  register,
  isTurned,
}: {
  day: DayNumber
  register: bigint
  isTurned: boolean
}) => ({
  day: formatDay(day),
  registerWh: register,
  rollover: isTurned,
})

function readingDays(installed: DayNumber, to: DayNumber, every: number): DayNumber[] {
  const count = Math.floor((to - installed) / every)
  if (count < 1 || count > 100_000) {
    throw new BadInput(
      `From ${formatDay(installed)} up to ${formatDay(to)} there are ${Math.max(count, 0)} readings ${every} days apart: choose a range that holds 1 to 100,000.`,
    )
  }
  return Array.from({ length: count }, (_, i) => dayNumber(installed + every * (i + 1)))
}

/** A file a reading, or one file of rows; files that are there are never written over. */
async function write(
  { out, csv }: Options,
  code: string,
  signed: readonly { reading: SignedReading; isTurned: boolean }[],
): Promise<string> {
  if (csv !== undefined) {
    const rows = signed.map(({ reading, isTurned }) => signedReadingRow(reading, isTurned))
    await writeNew(csv, `${[signedReadingsHead, ...rows].join('\n')}\n`)
    return csv
  }
  const folder = out ?? `readings-${code}`
  await mkdir(folder, { recursive: true })
  for (const { reading } of signed) {
    const path = join(folder, `reading-${code}-${reading.day}.json`)
    await writeNew(path, `${JSON.stringify(reading, null, 2)}\n`)
  }
  return folder
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    throw new BadInput(`There is a file ${path} already: name another place.`, { cause })
  }
}
