import '../seeds.ts'
import fc from 'fast-check'
import { id } from 'ethers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BillingEvent, decodeEvent, encodeEvent } from '../../contracts/events/codec.ts'
import { bytesOf, hexOf } from '../../contracts/events/hex.ts'
import { topicBytesOf, topicOf } from '../../contracts/events/topics.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { pool } from '../../contracts/rules/pool.ts'
import { postingsOf } from '../../contracts/rules/posting.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import {
  type Call,
  DOCUMENT,
  type Ledger,
  newAccount,
  type Party,
  pseudoAccount,
  Refused,
  startLedger,
} from './ledger.ts'

/** One thing that happens to one of the accounts; numbers are drawn small, so that they meet each other. */
interface Happening {
  readonly act: (typeof ACTS)[number]
  readonly who: number
  readonly size: bigint
  readonly pick: number
  readonly days: number
}

const ACTS = [
  ...(['read', 'read', 'read', 'estimate', 'pay', 'receipt', 'receipt', 'reverse'] as const),
  ...(['adjust', 'dispute', 'resolve', 'revise', 'close', 'sweep', 'raise', 'final'] as const),
]
const ACCOUNTS = 3
const anyHappening: fc.Arbitrary<Happening> = fc.record({
  act: fc.constantFrom(...ACTS),
  who: fc.nat({ max: ACCOUNTS - 1 }),
  size: fc.bigInt({ min: 1n, max: 900_000n }),
  pick: fc.nat({ max: 3 }),
  days: fc.constantFrom(0, 0, 1, 13, 27, 31),
})

type Dated = { readonly event: BillingEvent; readonly day: DayNumber }

/** Three accounts of one ledger, and all that it logged of them. */
class Lives {
  readonly accounts = Array.from({ length: ACCOUNTS }, () => newAccount())
  readonly logged: Dated[] = []
  readonly #ledger: Ledger
  readonly #registers = [0n, 0n, 0n]
  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  of(account: string): Dated[] {
    return this.logged.filter(({ event }) => event.account === account)
  }

  /** The call that a happening comes to, by whoever may; null where there is nothing to act on. */
  async callFor({ act, who, size, pick }: Happening): Promise<[Party, Call, bigint] | null> {
    const account = this.accounts[who] as string
    const today = await this.#ledger.today()
    const events = this.of(account).map(({ event }) => event)
    const bills = events.flatMap((event) => (event.name === 'BillIssued' ? [event.fields] : []))
    const bill = bills[pick % Math.max(1, bills.length)]
    const number = bill?.number ?? 1
    const register = (this.#registers[who] ?? 0n) + size
    const from = (party: Party, ...call: Call): [Party, Call, bigint] => [party, call, 0n]
    switch (act) {
      case 'read':
        this.#registers[who] = register
        return ['stranger', await this.#ledger.signedReading(account, { register, day: today }), 0n]
      case 'estimate':
        return from('operations', 'enterReading', account, 2, register, today, false, DOCUMENT)
      case 'final':
        return from('operations', 'enterReading', account, 3, register, today, false, DOCUMENT)
      case 'pay':
        return ['stranger', ['pay', account], ((size % 5_000n) + 1n) * 10n ** 16n]
      case 'receipt':
        return from('cashier', 'postReceipt', account, 1 + pick, size, id(`${account} ${size}`))
      case 'reverse': {
        const reversed = events.flatMap((event) =>
          event.name === 'PaymentReversed' ? [event.fields.receiptReference] : [],
        )
        const paid = events.findLast(
          (event) =>
            event.name === 'PaymentMade' &&
            event.fields.channel > 0 &&
            !reversed.includes(event.fields.receiptReference),
        )
        if (paid?.name !== 'PaymentMade') return null
        const { channel, amount, receiptReference } = paid.fields
        return from('cashier', 'reverseReceipt', account, channel, amount, receiptReference, 11)
      }
      case 'adjust':
        return from('regulator', 'adjust', account, 100_000n + size, 2, number, DOCUMENT)
      case 'dispute':
        return from('consumer', 'dispute', account, number, size, DOCUMENT)
      case 'resolve': {
        const disputed = events.findLast((event) => event.name === 'BillDisputed')
        const bill = disputed?.name === 'BillDisputed' ? disputed.fields.bill : number
        return from('regulator', 'resolveDispute', account, bill, pick % 2, DOCUMENT)
      }
      case 'revise':
        return this.#correction(account, size)
      case 'close':
        return from('stranger', 'closeMonth')
      case 'sweep':
        return from('stranger', 'sweep')
      default: {
        const terms = this.#ledger.terms({ firstDay: BigInt(today + pick), load: 1_000n + size })
        await this.#ledger.act('operations', 'proposeTerms', account, terms).then(
          ({ entries }) =>
            this.take(
              entries.map(({ raw }) => raw),
              today,
            ),
          (error: unknown) => {
            if (!(error instanceof Refused)) throw error
          },
        )
        return from('consumer', 'acceptTerms', account, terms)
      }
    }
  }

  /** A correction of the account's latest real reading, as it was recorded. */
  #correction(account: string, size: bigint): [Party, Call, bigint] | null {
    const events = this.of(account).map(({ event }) => event)
    const reading = events.findLast(
      (event) => event.name === 'ConsumptionRecorded' && event.fields.kind !== 2,
    )
    if (reading?.name !== 'ConsumptionRecorded') return null
    const { bill, previous, start, end, multiplier, carried } = reading.fields
    const issued = events.find(
      (event) => event.name === 'BillIssued' && event.fields.number === bill,
    )
    if (issued?.name !== 'BillIssued') return null
    const revisions = events.flatMap((event) =>
      event.name === 'ConsumptionRevised' && event.fields.bill === bill ? [event.fields] : [],
    )
    const before = revisions.at(-1)
    const correction = {
      bill,
      revision: revisions.length + 1,
      start,
      end,
      multiplier,
      modulus: 1_000_000_000n,
      carried,
      presentBefore: before?.present ?? reading.fields.present,
      grossBefore: before?.grossAfter ?? issued.fields.gross,
      alreadyCharged: issued.fields.alreadyCharged,
      present: previous + size,
      rollover: false,
    }
    return ['operations', ['revise', account, previous, [correction], 21, DOCUMENT], 0n]
  }

  take(logs: readonly { topics: readonly string[]; data: string }[], day: number): void {
    for (const { topics, data } of logs) {
      const event = decodeEvent({ topics, data: bytesOf(data) })
      this.logged.push({ event, day: dayNumber(day) })
      // A register restated, or read at all, is where the next reading goes on.
      const who = this.accounts.indexOf(event.account)
      if (event.name === 'ConsumptionRecorded' && event.fields.kind !== 2) {
        this.#registers[who] = event.fields.present
      }
      if (event.name === 'ConsumptionRevised') this.#registers[who] = event.fields.present
    }
  }
}

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
  await ledger.setRate({ effectiveFrom: BigInt((await ledger.today()) - 400) })
})
afterAll(() => ledger[Symbol.asyncDispose]())

/** Acts that mean something else the second time. */
const REPEATABLE = new Set(['pay', 'adjust'])

const live = async (happenings: readonly Happening[]): Promise<void> => {
  const lives = new Lives(ledger)
  const before = await ledger.totals()
  const today = await ledger.today()
  for (const account of lives.accounts) {
    const terms = ledger.terms({ firstDay: BigInt(today - 40) })
    const installation = ledger.installation({ day: terms.firstDay })
    const calls: [Party, Call][] = [
      ['operations', ['proposeTerms', account, terms]],
      ['consumer', ['acceptTerms', account, terms]],
      ['operations', ['installMeter', account, installation]],
    ]
    for (const [party, call] of calls) {
      const { entries } = await ledger.send(party, call)
      lives.take(
        entries.map(({ raw }) => raw),
        today,
      )
    }
  }
  for (const happening of happenings) {
    const day = (await ledger.today()) + happening.days
    if (happening.days > 0) await ledger.setDay(day)
    const wanted = await lives.callFor(happening)
    if (wanted === null) continue
    const [party, call, value] = wanted
    try {
      const { entries } = await ledger.send(party, call, value)
      lives.take(
        entries.map(({ raw }) => raw),
        day,
      )
      count(call[0])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      continue
    }
    if (REPEATABLE.has(call[0])) continue
    await expect(ledger.send(party, call, value)).rejects.toThrow(Refused)
  }
  await expectSums(lives, before)
}

const seen = new Map<string, number>()
const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

const expectSums = async (lives: Lives, before: Awaited<ReturnType<Ledger['totals']>>) => {
  const moved = { billed: 0n, adjusted: 0n, paid: 0n }
  const asOf = dayNumber(await ledger.today())
  for (const account of lives.accounts) {
    const dated = lives.of(account)
    let head = emptyHead()
    let balance = 0n
    const whOf = new Map<string, bigint>()
    for (const [i, { event }] of dated.entries()) {
      const { name, seq, fields } = event
      expect(seq).toBe(i + 1)
      head = accountHead(head, topicBytesOf(name), seq, encodeEvent(name, fields))
      if (event.name === 'BillIssued') moved.billed += event.fields.amount
      if (event.name === 'ConsumptionRevised') moved.billed += event.fields.difference
      if (event.name === 'AdjustmentPosted') moved.adjusted += event.fields.amount
      if (event.name === 'PaymentMade') moved.paid += event.fields.amount
      if (event.name === 'PaymentReversed') moved.paid -= event.fields.amount
      if (event.name === 'BillIssued') balance += event.fields.amount
      if (event.name === 'ConsumptionRevised') balance += event.fields.difference
      if (event.name === 'AdjustmentPosted') balance += event.fields.amount
      if (event.name === 'PaymentMade') balance -= event.fields.amount
      if (event.name === 'PaymentReversed') balance += event.fields.amount
      if ('balance' in event.fields) expect(event.fields.balance).toBe(balance)
      if (event.name === 'ConsumptionRecorded') whOf.set(`${event.fields.bill} 0`, event.fields.wh)
      if (event.name === 'ConsumptionRevised') {
        whOf.set(`${event.fields.bill} ${event.fields.revision}`, event.fields.wh)
      }
      if (event.name === 'ChargeApplied') {
        const part = `${event.fields.bill} ${event.fields.revision}`
        whOf.set(part, (whOf.get(part) ?? 0n) - event.fields.wh)
      }
    }
    expect([...whOf.values()].every((rest) => rest === 0n)).toBe(true)
    const state = await ledger.account(account)
    expect(state).toMatchObject({ head: hexOf(head), seq: BigInt(dated.length), balance })
    expect(pool(postingsOf(dated), asOf).balance).toBe(balance)
  }
  const { billed, adjusted, paid } = await ledger.totals()
  expect(billed - before.billed).toBe(moved.billed)
  expect(adjusted - before.adjusted).toBe(moved.adjusted)
  expect(paid - before.paid).toBe(moved.paid)
}

test('whatever happens to some accounts, every sum holds for each and for the ledger, and nothing is taken twice', async () => {
  const anyLife = fc.array(anyHappening, { minLength: 15, maxLength: 40 })
  await fc.assert(fc.asyncProperty(anyLife, live), {
    numRuns: Number(process.env['FC_RUNS'] ?? 30),
    interruptAfterTimeLimit: 60_000,
  })
  console.log(`Done: ${[...seen].map(([act, times]) => `${times} ${act}`).join(', ')}`)
  const acts = ['submitReading', 'enterReading', 'pay', 'postReceipt', 'reverseReceipt', 'adjust']
  for (const act of [...acts, 'dispute', 'resolveDispute', 'revise', 'closeMonth', 'acceptTerms']) {
    expect([...seen.keys()]).toContain(act)
  }
}, 120_000)

test('what a closing closes with the next one opens, and each adds up', async () => {
  const logs = await ledger.provider.getLogs({
    address: ledger.contract,
    fromBlock: 0,
    topics: [topicOf('PeriodClosed'), pseudoAccount(0)],
  })
  let opening = 0n
  for (const { topics, data } of logs) {
    const event = decodeEvent({ topics, data: bytesOf(data) })
    if (event.name !== 'PeriodClosed') throw new Error(`${event.name} is no closing`)
    const { fields } = event
    expect(fields.opening).toBe(opening)
    expect(fields.closing).toBe(opening + fields.billed + fields.adjusted - fields.paid)
    opening = fields.closing
  }
  expect(logs.length).toBeGreaterThan(3)
})
