import { type BillingEvent, decodeEvent } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { firstEndAllowed } from '../../contracts/rules/cycle.ts'
import { rateCall } from '../../contracts/rules/rateCall.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import type { Terms } from '../../contracts/rules/terms.ts'
import { type DayNumber, dayNumber, wh } from '../../contracts/rules/units.ts'
import { AccountModel, DOCUMENT, type Expected, type Meter, refusalIn } from './accountModel.ts'
import type { Act, World } from './anyWorld.ts'
import type { Call } from './ledger.ts'

/** Where a world takes place. */
export interface Place {
  readonly account: Hex
  /** A category that nothing was billed in, and another. */
  readonly categories: readonly [number, number]
  readonly firstTariff: number
  readonly firstDay: DayNumber
  readonly today: DayNumber
  readonly consumerKey: Hex
  readonly meter: Hex
}

/** An act, and what it must log or how its refusal must begin. */
export type Step = { readonly call: Call } & (
  { readonly expected: readonly Expected[] } | { readonly refusal: string }
)

/** A world by the rules in TypeScript. */
export interface Walk {
  readonly tariffs: readonly Tariff[]
  /** What comes before the first reading: rates, terms, meter. */
  readonly calls: readonly Call[]
  readonly steps: readonly Step[]
  readonly model: AccountModel
}

export const walk = (world: World, place: Place): Walk => {
  const { account } = place
  const tariffs = tariffsOf(world, place)
  const terms = termsOf(world, place)
  const { multiplier, modulus, register } = world.meter
  const meter: Meter = { address: place.meter, multiplier, modulus: wh(modulus) }
  const model = new AccountModel(account, { terms, tariffs }, meter, wh(register), place.today)
  const calls: Call[] = [
    ...tariffs.map((tariff): Call => ['setRate', rateCall(tariff)]),
    ...terms.flatMap((each): Call[] => [
      ['proposeTerms', account, each],
      ['acceptTerms', account, each],
    ]),
    ['installMeter', account, installation(meter, { day: place.firstDay, register, closing: 0n })],
  ]
  const steps = world.acts.flatMap((act) => {
    const attempt = attemptOf(act, model)
    return attempt === null ? [] : [stepOf(attempt)]
  })
  return { tariffs, calls, steps, model }
}

const stepOf = ({ call, expect }: Attempt): Step => {
  try {
    return { call, expected: expect() }
  } catch (error) {
    return { call, refusal: refusalIn(error) }
  }
}

/** The events of an account among logs, read by our own decoder. */
export const eventsOf = (
  account: Hex,
  logs: readonly { readonly topics: readonly string[]; readonly data: string }[],
): BillingEvent[] =>
  logs
    .map(({ topics, data }) => decodeEvent({ topics, data: bytesOf(data) }))
    .filter((event) => event.account === account)

const tariffsOf = (world: World, { categories, firstDay, firstTariff }: Place): Tariff[] => {
  let effectiveFrom = firstDay - world.lead
  return world.tariffs.map(({ tariff, gap, isOther }, i) => {
    if (i > 0) effectiveFrom += gap
    const category = categories[isOther ? 1 : 0]
    const id = firstTariff + i
    return { ...tariff, tariff: id, category, effectiveFrom: dayNumber(effectiveFrom) }
  })
}

const termsOf = (world: World, { categories, firstDay, consumerKey }: Place): Terms[] => {
  let day: number = firstDay
  return world.terms.map(({ gap, isOther, ...terms }, i) => {
    if (i > 0) day += gap
    const category = categories[isOther ? 1 : 0]
    return { ...terms, category, firstDay: dayNumber(day), consumerKey }
  })
}

interface Attempt {
  readonly call: Call
  readonly expect: () => Expected[]
}

const attemptOf = (act: Act, model: AccountModel): Attempt | null => {
  const { account, register, meter, meterDay, last } = model
  if (act.kind === 'revise') {
    if (last === null) return null
    const { reading, number, revision, gross, estimates } = last
    const modulus = reading.modulus ?? meter.modulus
    const { present, rollover } = turned(reading.previous, act, modulus)
    const correction = {
      bill: number,
      revision: revision + 1,
      start: reading.start,
      end: reading.end,
      multiplier: reading.multiplier,
      modulus,
      carried: reading.carried,
      presentBefore: reading.present,
      grossBefore: gross,
      alreadyCharged: estimates.reduce((sum, { amount }) => sum + amount, 0n),
      present,
      rollover,
    }
    return {
      call: ['revise', account, reading.previous, [correction], 7, DOCUMENT],
      expect: () => model.revise(last, present, rollover),
    }
  }
  const { present, rollover } = turned(register, act, meter.modulus)
  if (act.kind === 'replace') {
    const day = dayNumber(meterDay + Math.abs(act.stray % 20))
    const next = { ...meter, multiplier: 1 + Math.abs(act.stray % 3) }
    return {
      call: [
        'installMeter',
        account,
        { ...installation(next, { day, register: 0n, closing: present }), rollover },
      ],
      expect: () => model.replace(day, present, rollover, next),
    }
  }
  const { kind } = act
  const end = endOf(act, model)
  const number = { read: 1, estimate: 2, final: 3 }[kind]
  const evidence = kind === 'estimate' ? `0x${'00'.repeat(32)}` : DOCUMENT
  return {
    call: ['enterReading', account, number, present, end, rollover, evidence],
    expect: () => model.read(kind, end, present, rollover),
  }
}

/** The register after so much use, and whether it rolled over; a mistaken act says the opposite. */
const turned = (from: bigint, { used, isMistaken }: Act, modulus: bigint) => {
  const present = wh((from + used) % modulus)
  return { present, rollover: present < from !== isMistaken }
}

/** Counted from the first day on which such a reading may end. */
const endOf = ({ kind, stray }: Act, { book, chargedTo, estimates }: AccountModel): DayNumber => {
  const isExempt = kind === 'final' || (kind === 'read' && estimates.length > 0)
  const first = isExempt ? chargedTo + 1 : firstEndAllowed(book.terms, chargedTo)
  return dayNumber(Math.max(first + stray, 1))
}

const installation = (
  { address, multiplier, modulus }: Meter,
  { day, register, closing }: { day: DayNumber; register: bigint; closing: bigint },
) => ({
  meter: address,
  day,
  multiplier,
  register,
  modulus,
  closing,
  rollover: false,
  evidence: DOCUMENT,
})

/** The account's events as they should be, with account and seq. */
export const numbered = (account: Hex, from: number, expected: readonly Expected[]) =>
  expected.map((event, i) => ({ ...event, account, seq: from + i }))

export const lowerCase = (address: string): Hex => hexOf(bytesOf(address))
