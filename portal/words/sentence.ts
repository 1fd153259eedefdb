import type { Hex } from '../../contracts/events/hex.ts'
import { reasonWords } from '../../contracts/rules/reason.ts'
import { type DayNumber, dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { Entry } from '../record/entry.ts'
import { whose } from '../record/whose.ts'
import { billLink } from '../show/account.ts'
import { change } from '../show/change.ts'
import { day } from '../show/day.ts'
import { energy } from '../show/energy.ts'
import { load } from '../show/load.ts'
import { shortHash } from '../show/hash.ts'
import { money } from '../show/money.ts'
import { period } from '../show/period.ts'
import { tariffLink } from '../show/tariff.ts'
import { categoryLink, whoseLink } from '../show/whose.ts'
import { channelWords } from './channel.ts'
import { cycleWords } from './cycle.ts'
import { monthWords } from './month.ts'
import { readingWords } from './readingKind.ts'
import { roleHolderWords } from './role.ts'

/**
 * One entry in one sentence, every number in it a link to where it leads. Without the account on a page about it, where a
 * bill is called as that page calls it: the entries of a charging station don't say that its bills are sessions.
 */
export const sentence = (entry: Entry, own: 'bill' | 'session' | null = null): Markup => {
  const isOwnPage = own !== null
  const word = own ?? 'bill'
  const of = isOwnPage ? nothing : html` of ${whoseLink(entry.account)}`
  const to = isOwnPage ? nothing : html` to ${whoseLink(entry.account)}`
  const forWhom = isOwnPage ? nothing : html` for ${whoseLink(entry.account)}`
  const by = isOwnPage ? nothing : html` by ${whoseLink(entry.account)}`
  const bill = (number: number) => billOf(entry.account, number, word)
  switch (entry.name) {
    case 'RateSet': {
      const { tariff, category, effectiveFrom } = entry.fields
      return html`${tariffLink(tariff, 'Tariff')} set for ${categoryLink(category)}, in force from
      ${day(effectiveFrom)}`
    }
    case 'RateWithdrawn': {
      const { tariff, category, effectiveFrom } = entry.fields
      return html`${tariffLink(tariff, 'Tariff')} of ${categoryLink(category)} withdrawn; it was to
      start on ${day(effectiveFrom)}`
    }
    case 'AgreementProposed': {
      const { cycle, firstDay } = entry.fields
      return html`Terms proposed${to}: ${load(entry.fields.load)}, ${cycleWords(cycle)}, from
      ${day(firstDay)}`
    }
    case 'AgreementAccepted': {
      const { cycle, firstDay } = entry.fields
      return html`Terms accepted${forWhom}: ${load(entry.fields.load)}, ${cycleWords(cycle)}, from
      ${day(firstDay)}`
    }
    case 'MeterInstalled': {
      const { meter, register, closing, carried, evidence } = entry.fields
      const installed = html`Meter ${shortHash(meter)} installed${forWhom} on
      ${day(entry.fields.day)}, register at ${energy(register)}`
      return BigInt(evidence) === 0n
        ? installed
        : html`${installed}, in place of one that was read out at ${energy(closing)};
          ${energy(carried)} go into the next bill`
    }
    case 'ConsumptionRecorded': {
      const { wh, kind, start, end } = entry.fields
      const upTo = html`${forWhom} up to ${day(lastDay(start, end))}`
      // A reading has its own day, the morning after the last one that it charges; a session's is the day itself.
      const taken = html`${forWhom} on ${day(end)}`
      if (kind === ESTIMATED)
        return html`Estimate of ${energy(wh)}${upTo}: ${bill(entry.fields.bill)}`
      if (kind === FINAL)
        return html`Final reading of ${energy(wh)}${taken}, with evidence; it closes the account:
        ${bill(entry.fields.bill)}`
      return html`Reading of ${energy(wh)}${taken}, ${readingWords(kind)}:
      ${bill(entry.fields.bill)}`
    }
    case 'ChargeApplied': {
      const { wh, tariff, charge, numberOfDays, revision } = entry.fields
      const days = numberOfDays === 0 ? 'the same day' : daysWords(numberOfDays)
      return html`${money(charge)} charged${revision > 0 ? ' anew' : ''}${to} for ${energy(wh)} in
      ${days} at ${tariffLink(tariff)}, in ${bill(entry.fields.bill)}`
    }
    case 'BillIssued': {
      const { number, amount, start, end } = entry.fields
      return amount < 0n
        ? html`${money(positive(amount))} credited${to} for ${period(start, end)}: ${bill(number)}`
        : html`${money(amount)} billed${to} for ${period(start, end)}: ${bill(number)}`
    }
    case 'PaymentMade': {
      const { amount, channel, balance } = entry.fields
      return html`${money(amount)} paid${by}, ${channelWords(channel)}; balance after it
      ${money(balance)}`
    }
    case 'PaymentReversed': {
      const { amount, channel, reason, balance } = entry.fields
      return html`Payment of ${money(amount)}${by}, ${channelWords(channel)}, taken back:
      ${reasonWords(reason)}; balance after it ${money(balance)}`
    }
    case 'ConsumptionRevised': {
      const { wh, difference, reason } = entry.fields
      return html`${billOf(entry.account, entry.fields.bill, word === 'bill' ? 'Bill' : 'Session')}${of}
      corrected, ${reasonWords(reason)}: now ${energy(wh)}, ${change(difference)}`
    }
    case 'BillDisputed':
      return html`${money(entry.fields.amount)} of ${bill(entry.fields.bill)}${of} disputed by the
      consumer`
    case 'DisputeResolved': {
      const outcome =
        entry.fields.outcome === 0 ? 'the bill stands' : 'granted, the bill is to be corrected'
      return html`Dispute of ${bill(entry.fields.bill)}${of} decided by the regulator: ${outcome}`
    }
    case 'AdjustmentPosted': {
      const { amount, reason } = entry.fields
      const named = entry.fields.bill === 0 ? nothing : html`, for ${bill(entry.fields.bill)}`
      return amount < 0n
        ? html`${money(positive(amount))} credited${to}, ${reasonWords(reason)}${named}`
        : html`${money(amount)} added${to}, ${reasonWords(reason)}${named}`
    }
    case 'PeriodClosed': {
      const { month, billed, adjusted, paid, closing } = entry.fields
      return html`${monthWords(month)} closed: ${money(billed)} billed, ${money(adjusted)} adjusted,
      ${money(paid)} paid; ${money(closing)} owed by all accounts together`
    }
    case 'RoleChanged': {
      const { role, holder, granted } = entry.fields
      return html`The key ${shortHash(holder)} ${granted ? 'may act' : 'may no longer act'} as
      ${roleHolderWords(role)}`
    }
    case 'TreasurySwept':
      return html`${money(entry.fields.amount)} of payments on the chain sent on to the board’s
      treasury`
    default:
      return entry satisfies never
  }
}

/** The contract's numbers of these kinds of readings. */
const ESTIMATED = 2
const FINAL = 3

const positive = (amount: Paise): Paise => paise(0n - amount)

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** The last day that an estimate charges: its period ends before `end`. */
const lastDay = (start: DayNumber, end: DayNumber): DayNumber =>
  end > start ? dayNumber(end - 1) : end

const billOf = (
  account: Hex,
  number: number,
  word: 'bill' | 'Bill' | 'session' | 'Session',
): Markup => {
  const owner = whose(account)
  return owner.kind === 'account' ? billLink(owner.code, number, word) : html`${word} ${number}`
}
