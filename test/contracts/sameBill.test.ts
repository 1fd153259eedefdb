import '../seeds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BillingEvent, encodeEvent } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { topicBytesOf } from '../../contracts/events/topics.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { standingIn, standingSlot } from '../../contracts/proof/accountSlots.ts'
import { Audit } from '../../contracts/rules/audit/audit.ts'
import { pool } from '../../contracts/rules/pool.ts'
import { postingsOf } from '../../contracts/rules/posting.ts'
import { type Tariff, tariffOfRate } from '../../contracts/rules/tariff.ts'
import { dayNumber } from '../../contracts/rules/units.ts'
import { anyWorld, type World } from './anyWorld.ts'
import {
  type Call,
  type Entry,
  type Ledger,
  newAccount,
  refusalOf,
  roleOf,
  startLedger,
} from './ledger.ts'
import { eventsOf, lowerCase, numbered, type Place, type Step, walk } from './walk.ts'

/** Far enough on for stretches of decades. */
const TODAY = 80_000
const FIRST_DAY = dayNumber(71_000)

let ledger: Ledger
let category = 0

beforeAll(async () => {
  ledger = await startLedger(TODAY)
  // One key does everything here, so that a whole history fits into one transaction.
  await ledger.act('board', 'grantRole', roleOf('tariff'), ledger.address('consumer'))
  await ledger.act('board', 'grantRole', roleOf('operations'), ledger.address('consumer'))
})
afterAll(() => ledger[Symbol.asyncDispose]())

/** A place where nothing happened yet. */
const freshPlace = async (): Promise<Place> => {
  category += 2
  const { nextTariff } = await ledger.totals()
  return {
    account: newAccount() as Hex,
    categories: [category - 1, category],
    firstTariff: Number(nextTariff),
    firstDay: FIRST_DAY,
    today: dayNumber(TODAY),
    consumerKey: lowerCase(ledger.address('consumer')),
    meter: lowerCase(ledger.address('meter')),
  }
}

/** What became of the worlds, to see that they are not all refused at once. */
const seen = new Map<string, number>()
const count = (what: string, by = 1) => seen.set(what, (seen.get(what) ?? 0) + by)

const compare = async (world: World): Promise<void> => {
  count('worlds')
  const place = await freshPlace()
  const { account } = place
  const { tariffs, calls, steps, model } = walk(world, place)
  const logs = await carryOut(calls, steps)

  const events = eventsOf(account, logs)
  const before = 2 * world.terms.length + 1
  const expected = steps.flatMap((step) => ('expected' in step ? step.expected : []))
  expect(events.slice(before)).toEqual(numbered(account, before + 1, expected))
  for (const { name } of expected) count(name)

  const head = events.reduce(
    (head, { name, seq, fields }) =>
      accountHead(head, topicBytesOf(name), seq, encodeEvent(name, fields)),
    emptyHead(),
  )
  const stored = await ledger.account(account)
  expect(stored['head']).toBe(hexOf(head))
  expect(stored['seq']).toBe(BigInt(events.length))
  expect(stored['balance']).toBe(model.balance)
  const dated = events.map((event) => ({ event, day: place.today }))
  expect(pool(postingsOf(dated), place.today).balance).toBe(model.balance)

  const told = place.categories
    .flatMap((each) => eventsOf(accountOfCategory(each), logs))
    .flatMap(({ name, fields }) => (name === 'RateSet' ? [tariffOfRate(fields)] : []))
  expect(told.sort((a, b) => a.tariff - b.tariff)).toEqual(tariffs)
  await audit(place, events, tariffs)
}

/** Whoever audits finds nothing to say, and comes to the very slot that the contract keeps. */
const audit = async (
  { account }: Place,
  events: readonly BillingEvent[],
  tariffs: readonly Tariff[],
): Promise<void> => {
  const audit = new Audit((category) => tariffs.filter((tariff) => tariff.category === category))
  for (const event of events) audit.take(event)
  audit.end()
  expect(audit.findings).toEqual([])
  const slot = await ledger.provider.getStorage(ledger.contract, hexOf(standingSlot(account)))
  expect(audit.standing).toEqual(standingIn(bytesOf(slot)))
}

/** Sends what must be taken, as few transactions as it can be, and sees what must be refused refused in between. */
const carryOut = async (calls: readonly Call[], steps: readonly Step[]) => {
  const logs: Entry['raw'][] = []
  let waiting = [...calls]
  const send = async (): Promise<void> => {
    if (waiting.length === 0) return
    const { entries } = await ledger.batch('consumer', waiting)
    logs.push(...entries.map(({ raw }) => raw))
    waiting = []
  }
  for (const step of steps) {
    if ('expected' in step) {
      waiting.push(step.call)
      continue
    }
    await send()
    count(`refusals ${step.refusal.replace(/[(,].*/, '')}`)
    const refusal = await refusalOf(ledger.act('consumer', ...step.call))
    expect(refusal.slice(0, step.refusal.length)).toBe(step.refusal)
    expect(refusal).not.toBe('done')
  }
  await send()
  return logs
}

test('whatever an account goes through, the contract and the rules come to the same bill', async () => {
  await fc.assert(fc.asyncProperty(anyWorld, compare), {
    numRuns: Number(process.env['FC_RUNS'] ?? 150),
    // A slow machine tries fewer; a failure is made smaller only so long, and then shown.
    interruptAfterTimeLimit: 100_000,
  })
  const words = [...seen].map(([what, times]) => `${times} ${what}`)
  console.log(`Compared: ${words.join(', ')}`)
  expect(seen.get('ChargeApplied')).toBeGreaterThan(seen.get('worlds') ?? 0)
})
