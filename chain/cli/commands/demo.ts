import type { Command } from 'commander'
import type { Hex } from '../../../contracts/events/hex.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { tariffOn } from '../../../contracts/rules/tariff.ts'
import { perUnit, watt, WEI_PER_PAISA, wh } from '../../../contracts/rules/units.ts'
import { ensureKey } from '../../keys/ensureKey.ts'
import { accountState, isNoAddress } from '../accountState.ts'
import { acceptance, proposal } from '../agreeing.ts'
import { nameCategories } from '../categoryNames.ts'
import { type DemoAccount, demoAccount } from '../demoAccount.ts'
import { entriesOf, historyOf, tariffsOf } from '../history.ts'
import { blockOf, nativeBalance } from '../ledger.ts'
import { present, remark } from '../output.ts'
import { owed } from '../owed.ts'
import { type Deed, perform } from '../runAct.ts'
import { openSession, type Session } from '../session.ts'
import { settingsOf } from '../settings.ts'
import { signReading } from '../signedReading.ts'
import { completePending } from '../transact.ts'
import { tellEnding } from './journal.ts'
import { installation } from './meter.ts'
import { funding } from './money.ts'
import { payment } from './pay.ts'
import { flatRate, settingOf } from './rate.ts'
import { submission } from './reading.ts'

const CATEGORY = 1
const FIRST_PAYMENT = 200_000n
const SECOND_PAYMENT = 50_000n
const CASH = 1_000_000n
const NO_DOCUMENT: Hex = `0x${'0'.repeat(64)}`

/** The reference session, step by step: what is done already is left, so it can be run again and go on after a kill. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'play the reference session: 500 kWh at ₹5, a bill of ₹2,500.00, paid in two parts',
    )
    .addHelpText(
      'after',
      '\nNeeds a network and a deployed ledger in this home.\n\nExample:\n  wattledger demo',
    )
    .action(async (_: unknown, command: Command) => {
      const { passphrase, isDryRun } = settingsOf(command)
      if (!isDryRun) for (const key of ['consumer', 'meter']) await ensureKey(key, passphrase)
      using session = await openSession(command)
      await play(session)
    })
}

async function play(session: Session): Promise<void> {
  const { settings, ledger } = session
  if (settings.isDryRun) {
    present(settings, { isDryRun: true }, ['Would play the reference session on a new account.'])
    return
  }
  await completePending(ledger, settings, (endings) => {
    for (const ending of endings) remark(tellEnding(ending))
  })
  const demo = await demoAccount(ledger, settings.home)
  await nameCategories(settings.home, new Map([[CATEGORY, 'Flat rate']]))
  const steps: Record<string, unknown>[] = []
  for (const together of sessionSteps(session, demo)) {
    await Promise.all(
      together.map(async (step) => {
        const deed = await step()
        if (deed === undefined) return
        await perform({ ...session, settings: { ...settings, key: undefined } }, deed, (told) => {
          steps.push(told.json)
          if (!settings.isJson) process.stdout.write(`${told.lines.join('\n')}\n`)
        })
      }),
    )
  }
  const { balance } = await accountState(ledger, demo.account)
  const code = codeOf(demo.account)
  present(settings, { code, account: demo.account, balancePaise: balance, steps }, [
    `The reference session is on the chain: account ${code}, ${owed(balance)}.`,
  ])
}

/** A step gives what is to be done, or undefined where it was done before. */
type Step = () => Promise<Deed | undefined>

/** The steps in their order; those of one list need nothing of each other. */
function sessionSteps(session: Session, { account, firstDay }: DemoAccount): Step[][] {
  const { ledger, keyring } = session
  const history = () => historyOf(ledger, account)

  const propose: Step = async () => {
    if ((await history()).entries.length > 0) return undefined
    const consumerKey = (await keyring.address('consumer')).toLowerCase() as Hex
    const load = watt(5_000n)
    const terms = { category: CATEGORY, load, cycle: 1, instalments: 1, daysToPay: 15 }
    return proposal(account, { ...terms, firstDay, consumerKey })
  }

  const accept: Step = async () =>
    entriesOf(await history(), 'AgreementAccepted').length > 0
      ? undefined
      : acceptance(session, account)

  const fund: Step = async () => {
    const consumer = await keyring.address('consumer')
    const left = FIRST_PAYMENT + SECOND_PAYMENT - (await paid())
    const isEnough = (await nativeBalance(ledger, consumer)) >= left * WEI_PER_PAISA
    return isEnough ? undefined : funding(consumer, CASH)
  }

  const setRate: Step = async () => {
    const { tariffs } = await tariffsOf(ledger, CATEGORY)
    if (tariffOn(tariffs, CATEGORY, firstDay) !== undefined) return undefined
    return settingOf(session, flatRate(CATEGORY, perUnit(500_000n), firstDay, NO_DOCUMENT))
  }

  const install: Step = async () => {
    if (!isNoAddress((await history()).state.meter)) return undefined
    const modulus = 1_000_000_000n
    const meter = await keyring.address('meter')
    const day = BigInt(firstDay)
    return installation(account, { meter, day, multiplier: 1n, register: 0n, modulus })
  }

  const read: Step = async () => {
    if ((await history()).state.bills > 0) return undefined
    const reading = { account, register: wh(500_000n), day: (await blockOf(ledger)).day }
    const signed = await signReading(await keyring.unlock('meter'), ledger.manifest, reading)
    return submission([signed], false)
  }

  const paid = async () =>
    entriesOf(await history(), 'PaymentMade').reduce(
      (sum, { event }) => sum + event.fields.amount,
      0n,
    )

  const pay =
    (amount: bigint, upTo: bigint): Step =>
    async () =>
      (await paid()) >= upTo ? undefined : payment(session, account, amount)

  return [
    [propose, fund, setRate],
    [accept],
    [install],
    [read],
    [pay(FIRST_PAYMENT, FIRST_PAYMENT)],
    [pay(SECOND_PAYMENT, FIRST_PAYMENT + SECOND_PAYMENT)],
  ]
}
