import { beforeAll, expect, test } from 'vitest'
import { type BillingEvent, decodeEvent, encodeTopics } from '../../../contracts/events/codec.ts'
import { bytesOf, type Hex } from '../../../contracts/events/hex.ts'
import { accountOfCategory } from '../../../contracts/rules/accountCode.ts'
import { auditOf } from '../../../contracts/rules/audit/auditOf.ts'
import { tariffOfRate, type Tariff } from '../../../contracts/rules/tariff.ts'
import { paise, wh } from '../../../contracts/rules/units.ts'
import { evidenceOf } from '../proof/evidence/recorded.ts'

/** An account on which nearly everything happened, as a real network recorded it. */
let events: BillingEvent[]
let tariffs: Tariff[]

beforeAll(() => {
  const { account, entries, categories } = evidenceOf('eventful')
  events = read(account, entries)
  tariffs = categories
    .flatMap(({ category, entries }) => read(accountOfCategory(category), entries))
    .flatMap((event) => (event.name === 'RateSet' ? [tariffOfRate(event.fields)] : []))
    .filter(({ tariff }) => tariff !== 4)
})

const read = (account: Hex, entries: readonly { event: BillingEvent['name']; data: Hex }[]) =>
  entries.map(({ event, data }, i) =>
    decodeEvent({ topics: encodeTopics(event, account, i + 1), data: bytesOf(data) }),
  )

/** What is found when the `nth` entry of a kind says something else; later entries follow the truth. */
const findings = <Name extends BillingEvent['name']>(
  name: Name,
  nth: number,
  change: Partial<Extract<BillingEvent, { name: Name }>['fields']>,
): string[] => {
  const changed = events.filter((event) => event.name === name)[nth]
  const all = events.map((event) =>
    event === changed
      ? ({ ...event, fields: { ...event.fields, ...change } } as BillingEvent)
      : event,
  )
  return auditOf(all, tariffs).findings.map(({ message }) => message)
}

test('an account that follows the rules has no findings; its estimates are remarked on', () => {
  const { findings, remarks } = auditOf(events, tariffs)
  expect(findings).toEqual([])
  expect(remarks.map(({ message }) => message)).toEqual([
    'bill 3 is an estimate, as usual; the next real reading corrects it',
    'bill 7 is an estimate that departs from the usual: register 200 kWh, by the last bills 253.647 kWh',
  ])
})

test('every number of an entry that follows from others is held against them', () => {
  const money = paise(1n)
  const energy = wh(1n)
  expect(findings('ConsumptionRecorded', 1, { previous: energy })[0]).toContain('register before')
  expect(findings('ConsumptionRecorded', 1, { wh: energy })[0]).toContain(
    'units: recorded is 0.001',
  )
  expect(findings('ConsumptionRecorded', 1, { carried: energy })[0]).toContain('carried')
  expect(findings('ConsumptionRecorded', 4, { multiplier: 3 })[0]).toContain('factor')
  expect(findings('ConsumptionRecorded', 1, { bill: 9 })[0]).toContain('number of the bill')
  for (const component of ['energy', 'fixedCharge', 'fuel', 'duty', 'subsidy', 'charge'] as const) {
    expect(findings('ChargeApplied', 2, { [component]: money })).not.toEqual([])
  }
  expect(findings('ChargeApplied', 2, { tariff: 1 })[0]).toContain('tariff: recorded is 1')
  for (const member of ['gross', 'alreadyCharged', 'rounding', 'amount', 'balance'] as const) {
    expect(findings('BillIssued', 3, { [member]: money })).not.toEqual([])
  }
  expect(findings('PaymentMade', 0, { balance: money })[0]).toContain('balance')
  expect(findings('PaymentReversed', 0, { amount: money })[0]).toContain('amount of the receipt')
  expect(findings('MeterInstalled', 1, { carried: energy })[0]).toContain('the old meter counted')
  expect(findings('AgreementAccepted', 1, { cycle: 3 })[0]).toContain('hash of the terms')
})

test('a correction is held against the reading it names', () => {
  expect(findings('ConsumptionRevised', 0, { grossBefore: paise(1n) })[0]).toContain(
    'charges before it: recorded is ₹0.01, it should be ₹1,000.00',
  )
  expect(findings('ConsumptionRevised', 0, { previous: wh(0n) })[0]).toContain('register before')
  expect(findings('ConsumptionRevised', 0, { revision: 2 })[0]).toContain('number of the revision')
  expect(findings('ConsumptionRevised', 0, { bill: 3 })[0]).toBe(
    'it corrects bill 3, which is an estimate: the next real reading corrects those',
  )
  expect(findings('ConsumptionRevised', 0, { bill: 99 })[0]).toBe(
    'it corrects bill 99, which is not there',
  )
  expect(findings('ConsumptionRevised', 1, { present: wh(400_000n) })).toContain(
    'the correction of bill 2 ends at register 400 kWh, but bill 4 begins at 401 kWh',
  )
  expect(findings('ConsumptionRevised', 0, { wh: wh(1n) })[0]).toContain('units')
  expect(findings('ConsumptionRevised', 0, { difference: paise(0n) })[0]).toContain('difference')
})

test('each correction carries what was found about it, and what the record makes of it', () => {
  const { corrections } = auditOf(events, tariffs)
  expect(corrections.map(({ event, found }) => [event.fields.bill, found.list])).toEqual([
    [1, []],
    [2, []],
  ])
  for (const { after, derived } of corrections) expect(derived?.amount).toBe(after.amount)
  const lie = events.map((event) =>
    event === corrections[0]?.event
      ? { ...event, fields: { ...event.fields, previous: wh(0n) } }
      : event,
  )
  const [first, second] = auditOf(lie, tariffs).corrections
  expect(first?.found.list.map(({ fault }) => fault)).toMatchObject([
    { kind: 'differs', what: 'register before', unit: 'energy', recorded: 0n },
  ])
  expect(second?.found.list).toEqual([])
})

test('a correction may not move the last register of a meter that was replaced', () => {
  const named = findings('ConsumptionRevised', 1, { bill: 4, present: wh(570_000n) })
  expect(named).toContain('it moves the last register of a meter that was replaced since')
})

test('an entry left out, a charge too few or too many, a bill without its reading are found', () => {
  const without = (nth: number) => {
    const rest = events.filter((_, i) => i !== nth).map((event, i) => ({ ...event, seq: i + 1 }))
    return auditOf(rest, tariffs).findings.length
  }
  for (const nth of events.keys()) {
    const { name } = events[nth] as BillingEvent
    // Without it the dispute would still be open, which breaks no rule.
    if (name === 'DisputeResolved') continue
    expect([name, nth, without(nth) > 0]).toEqual([name, nth, true])
  }
})
