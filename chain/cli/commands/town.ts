import type { Command } from 'commander'
import type { Hex } from '../../../contracts/events/hex.ts'
import { dayNumber, paise } from '../../../contracts/rules/units.ts'
import { ensureKey } from '../../keys/ensureKey.ts'
import { nextTariff } from '../accountState.ts'
import { nameCategories } from '../categoryNames.ts'
import { BadInput } from '../exit.ts'
import { blockOf } from '../ledger.ts'
import { present, remark } from '../output.ts'
import { progressBar } from '../progress.ts'
import { parseWhole } from '../quantities.ts'
import { openReceiptSecret, RECEIPT_SECRET, secretsFolder } from '../receiptReference.ts'
import { openSession, type Session } from '../session.ts'
import type { Settings } from '../settings.ts'
import { todayHere } from '../town/clock.ts'
import { townKeys } from '../town/keys.ts'
import { planTown } from '../town/plan.ts'
import { recordTown } from '../town/record.ts'
import { recipes } from '../town/recipes.ts'
import { townCategoryNames } from '../town/townTariffs.ts'
import { findTown, keepTown, type KeptTown, writeGuide, writeStatement } from '../town/townFile.ts'

/** The past that a town has: fourteen months, so that bills of every cycle up to a year end in it. */
const TOWN_DAYS = 425

type Options = { accounts: string; seed: string }

/** A town of consumers with a past, so that every situation can be looked at. */
export function townCommand(program: Command): void {
  program
    .command('town')
    .description('record a demo town: accounts with 14 months behind them, one for each situation')
    .option(
      '--accounts <count>',
      `how many accounts; the first ${recipes.length} each show something`,
      '40',
    )
    .option('--seed <number>', 'another seed makes another town', '1')
    .addHelpText(
      'after',
      `
The same seed makes the same town. Where the chain's clock can be turned back (a new anvil), each act is recorded on its
own day; on a sealed chain the whole past is recorded at once. Ended before it is done, the next run goes on.

Examples:
  wattledger town
  wattledger town --accounts 5000`,
    )
    .action(async (options: Options, command: Command) => {
      using session = await openSession(command)
      if (session.settings.isDryRun) {
        throw new BadInput('"town" has no dry run: leave --dry-run out.')
      }
      await record(session, {
        accounts: parseWhole(options.accounts, 'number of accounts', 1, 100_000),
        seed: parseWhole(options.seed, 'seed', 0, 1_000_000),
      })
    })
}

async function record(session: Session, wanted: { accounts: number; seed: number }): Promise<void> {
  const { settings, ledger } = session
  const town = await townOf(session, wanted)
  const adjustmentLimit = paise(BigInt(ledger.manifest.adjustmentLimitPaise))
  const consumer = (await ensureKey('consumer', settings.passphrase)).toLowerCase() as Hex
  const plan = planTown({ ...town, adjustmentLimit, consumer })
  const secret = await receiptSecret(settings)
  await nameCategories(settings.home, townCategoryNames())
  const guide = await writeGuide(settings.home, ledger, plan, town.isLived)
  const statement = await writeStatement(settings.home, plan, town.isLived)
  const began = performance.now()
  {
    using bar = progressBar('Recording the town', plan.acts.length, 'acts')
    const encoding = { manifest: ledger.manifest, keys: townKeys(town.seed, consumer), secret }
    await recordTown(session, encoding, plan.acts, bar.done)
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  present(settings, { ...guide, acts: plan.acts.length, seconds, statement }, [
    `The town is on the chain: ${plan.accounts.length} accounts, ${plan.acts.length} acts in ${seconds} s.`,
    ...guide.situations.map(
      ({ code, bill, title }) => `  ${code}${bill === null ? '' : `, bill ${bill}`}  ${title}`,
    ),
    `What its bank received, for "wattledger reconcile": ${statement}`,
  ])
}

/** The town that was begun here, else a new one that ends today. */
async function townOf(
  { settings, ledger }: Session,
  { accounts, seed }: { accounts: number; seed: number },
): Promise<KeptTown> {
  const { home } = settings
  const kept = await findTown(home, ledger)
  if (kept !== undefined) {
    if (kept.accounts !== accounts || kept.seed !== seed) {
      remark(
        `This ledger has a town of ${kept.accounts} accounts from seed ${kept.seed} already: that one is completed. "npm start -- --fresh" begins anew.`,
      )
    }
    return kept
  }
  const firstTariff = Number(await nextTariff(ledger))
  const today = (await blockOf(ledger)).day
  const here = todayHere()
  const isLived = ledger.manifest.chain === 'anvil' && here - today >= TOWN_DAYS
  const end = isLived ? here : today
  const begin = isLived ? today : dayNumber(end - TOWN_DAYS)
  const town = { seed, accounts, begin, end, firstTariff, isLived }
  await keepTown(home, ledger, town)
  return town
}

/** The board's secret, made where the home has none yet. */
async function receiptSecret(settings: Settings): Promise<string> {
  await ensureKey(RECEIPT_SECRET, settings.passphrase, secretsFolder(settings.home))
  return await openReceiptSecret(settings)
}
