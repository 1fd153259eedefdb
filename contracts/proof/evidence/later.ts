import type { BillingEvent } from '../../events/codec.ts'
import type { EventName } from '../../events/layouts.ts'
import { pool } from '../../rules/pool.ts'
import { type DatedEvent, type Posting, postingsOf } from '../../rules/posting.ts'
import { type Terms, termsOfAgreement, termsOn } from '../../rules/terms.ts'
import { type DayNumber, dayNumber } from '../../rules/units.ts'

/** What can come after a bill was paid without touching it: the account's ordinary life. */
const ordinary: ReadonlySet<EventName> = new Set<EventName>([
  'AgreementProposed',
  'AgreementAccepted',
  'MeterInstalled',
  'ConsumptionRecorded',
  'ChargeApplied',
  'BillIssued',
  'PaymentMade',
])

/** The first kind of entry that evidence of one bill may not hide behind a hash, or undefined. */
export const hidden = (later: readonly EventName[]): EventName | undefined =>
  later.find((name) => !ordinary.has(name))

/**
 * Whether what comes after these entries can't change this bill any more, if it is ordinary: the bill is settled, and no
 * dispute of the account is open, which holds money back from older bills.
 */
export const isSettledFor = (events: readonly BillingEvent[], bill: number): boolean => {
  const bills = poolOf(events, dayNumber(0)).bills
  return (
    bills.find(({ number }) => number === bill)?.status === 'settled' &&
    bills.every(({ dispute }) => dispute === null || dispute.outcome !== null)
  )
}

/** How many of an account's entries evidence of this bill shows: those up to where nothing later can change it. */
export const entriesFor = (events: readonly BillingEvent[], bill: number): number => {
  const issued = events.findIndex(
    (event) => event.name === 'BillIssued' && event.fields.number === bill,
  )
  let count = issued + 1
  for (const [i, { name }] of events.entries())
    if (!ordinary.has(name)) count = Math.max(count, i + 1)
  // The charges of a correction belong to it.
  while (isRevisedCharge(events[count])) count++
  if (!isSettledFor(events, bill)) return events.length
  const { filledBy = [] } =
    poolOf(events, dayNumber(0)).bills.find(({ number }) => number === bill) ?? {}
  return Math.max(count, ...filledBy.map(({ seq }) => seq))
}

const isRevisedCharge = (event: BillingEvent | undefined): boolean =>
  event?.name === 'ChargeApplied' && event.fields.revision > 0

/**
 * What is owed bill by bill as of a day. A head does not commit to the day of an entry: a bill's follows from its due day,
 * other entries count as recorded today, so nothing is called overdue that might not be.
 */
export const poolOf = (events: readonly BillingEvent[], today: DayNumber) =>
  pool(postings(events, today), today)

const postings = (events: readonly BillingEvent[], today: DayNumber): Posting[] => {
  const terms: Terms[] = []
  const dated: DatedEvent[] = events.map((event) => {
    if (event.name === 'AgreementAccepted') terms.push(termsOfAgreement(event.fields))
    if (event.name !== 'BillIssued') return { event, day: today }
    const { end, dueDay } = event.fields
    return { event, day: dayNumber(dueDay - (termsOn(terms, dayNumber(end - 1))?.daysToPay ?? 0)) }
  })
  return postingsOf(dated)
}
