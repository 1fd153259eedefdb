import { createHash } from 'node:crypto'
import type { Command } from 'commander'
import { rateCall } from '../../../contracts/rules/rateCall.ts'
import type { Tariff } from '../../../contracts/rules/tariff.ts'
import { type TariffDraft, tariffFileSchema } from '../../../contracts/rules/tariffFile.ts'
import { paise, perUnit } from '../../../contracts/rules/units.ts'
import { nextTariff } from '../accountState.ts'
import { billing } from '../contract.ts'
import { nameCategories } from '../categoryNames.ts'
import { BadInput } from '../exit.ts'
import { blockOf } from '../ledger.ts'
import { hashOfFile } from '../options.ts'
import { formatDay, formatRate, parseDay, parseRate, parseWhole } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import type { Session } from '../session.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { readNamedTariff, readTariffFile } from '../tariffFile.ts'
import { rateDiffCommand } from './rateDiff.ts'

type SetOptions = {
  file?: string
  flat?: string
  category: string
  from?: string
  order?: string
}

export function rateCommands(program: Command): void {
  const rate = program.command('rate').description('tariffs of a category')

  rate
    .command('set')
    .description('set a rate from a day on (key: tariff)')
    .option('--file <path>', 'tariff as JSON, with every component')
    .option('--flat <rupees>', 'one rate per kWh for every unit, and nothing else')
    .option('--category <number>', 'with --flat: the category', '1')
    .option('--from <day>', 'with --flat: first day (today)')
    .option('--order <file>', 'document of the tariff order; only its hash is recorded')
    .addHelpText(
      'after',
      `
Examples:
  wattledger rate set --flat 5.00 --from 2026-04-01
  wattledger rate set --file tariffs/domestic-a.json --order order-2026.pdf --dry-run`,
    )
    .action(async (options: SetOptions, command: Command) => {
      await runAct(command, async (session) => settingOf(session, await rateFrom(session, options)))
      await rememberName(settingsOf(command), options)
    })

  rate
    .command('withdraw <tariff>')
    .description('withdraw a rate that is not yet in force (key: tariff)')
    .addHelpText('after', '\nExample:\n  wattledger rate withdraw 3')
    .action(async (text: string, _: unknown, command: Command) => {
      const tariff = parseWhole(text, 'tariff', 1, 4_294_967_295)
      await runAct(command, async () => ({
        key: 'tariff',
        words: `rate withdraw ${tariff}`,
        plan: async () => ({
          summary: `Withdraw tariff ${tariff}`,
          data: billing.encodeFunctionData('withdrawRate', [BigInt(tariff)]),
        }),
        tell: () => [`Tariff ${tariff} is withdrawn.`],
      }))
    })

  rateDiffCommand(rate)

  rate
    .command('schema')
    .description('the JSON Schema of a tariff file, for editors and programs')
    .addHelpText(
      'after',
      '\nIt stands in contracts/rules/tariffFile.schema.json, too.\n\nExample:\n  wattledger rate schema > tariff.schema.json',
    )
    .action(() => {
      process.stdout.write(`${JSON.stringify(tariffFileSchema(), null, 2)}\n`)
    })
}

/** A name stands in the file alone, so it is kept beside the ledger once the rate is on it. */
async function rememberName({ home, isDryRun }: Settings, { file }: SetOptions): Promise<void> {
  if (file === undefined || isDryRun) return
  const { tariff, name } = await readNamedTariff(file)
  if (name !== undefined) await nameCategories(home, new Map([[tariff.category, name]]))
}

export function settingOf({ ledger }: Pick<Session, 'ledger'>, rate: TariffDraft): Deed {
  const { category, effectiveFrom, slabs } = rate
  const first = slabs[0]
  const price =
    first !== undefined && slabs.length === 1
      ? formatRate(first.rate)
      : `${slabs.length} slabs from ${formatRate(first?.rate ?? 0n)}`
  return {
    key: 'tariff',
    // Without the tariff's number: by the time a repeated command looks, the next one is another.
    words: `rate set ${category} ${effectiveFrom} ${fingerprint(rate)}`,
    plan: async () => {
      const tariff = await nextTariff(ledger)
      return {
        summary: `Set tariff ${tariff} for category ${category} from ${formatDay(effectiveFrom)}: ${price}`,
        data: billing.encodeFunctionData('setRate', [
          rateCall({ ...rate, tariff: Number(tariff) }),
        ]),
      }
    },
    tell: (events) =>
      events.flatMap(({ name, fields }) =>
        name === 'RateSet'
          ? [
              `Tariff ${fields.tariff} prices category ${category} from ${formatDay(effectiveFrom)}: ${price}.`,
            ]
          : [],
      ),
  }
}

/** One slab, one rate, no other component: the school example. */
export function flatRate(
  category: number,
  rate: Tariff['slabs'][number]['rate'],
  from: Tariff['effectiveFrom'],
  orderHash: Tariff['orderHash'],
): TariffDraft {
  const none = perUnit(0n)
  return {
    category,
    effectiveFrom: from,
    basis: 'months',
    slabs: [{ upTo: null, rate, fuel: none, subsidy: none }],
    fixedPerKW: paise(0n),
    fixedPerConnection: paise(0n),
    dutyRate: 0,
    dutyBase: 0,
    dutyPerUnit: none,
    roundTo: paise(1n),
    orderHash,
  }
}

async function rateFrom({ ledger }: Session, options: SetOptions): Promise<TariffDraft> {
  if ((options.file === undefined) === (options.flat === undefined)) {
    throw new BadInput('Give the rate either with --file or with --flat.')
  }
  const order = options.order === undefined ? undefined : await hashOfFile(options.order)
  if (options.file !== undefined) {
    const rate = await readTariffFile(options.file)
    if (order === undefined || order === rate.orderHash) return rate
    throw new BadInput(
      `The tariff file names an order with the hash ${rate.orderHash}, but ${options.order} has ${order}: correct one of them.`,
    )
  }
  const from = options.from === undefined ? (await blockOf(ledger)).day : parseDay(options.from)
  const category = parseWhole(options.category, 'category', 1, 65_535)
  return flatRate(category, parseRate(options.flat ?? ''), from, order ?? `0x${'0'.repeat(64)}`)
}

const fingerprint = (rate: TariffDraft): string =>
  createHash('sha256')
    .update(JSON.stringify(rate, (_, v: unknown) => (typeof v === 'bigint' ? v.toString() : v)))
    .digest('hex')
