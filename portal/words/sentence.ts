import type { Hex } from '../../contracts/events/hex.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import { html, type Markup, nothing } from '../markup.ts'
import type { Entry } from '../record/entry.ts'
import { whose } from '../record/whose.ts'
import { billLink } from '../show/account.ts'
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
import { roleWords } from './role.ts'

/** One entry in one sentence, every number in it a link to where it leads. Without the account on a page about it. */
export const sentence = (entry: Entry, isOwnPage = false): Markup => {
  const of = isOwnPage ? nothing : html` of ${whoseLink(entry.account)}`
  const to = isOwnPage ? nothing : html` to ${whoseLink(entry.account)}`
  const forWhom = isOwnPage ? nothing : html` for ${whoseLink(entry.account)}`
  const by = isOwnPage ? nothing : html` by ${whoseLink(entry.account)}`
  const bill = (number: number) => billOf(entry.account, number)
  switch (entry.name) {
    case 'RateSet': {
      const { tariff, category, effectiveFrom } = entry.fields
      return html`${tariffLink(tariff)} set for ${categoryLink(category)}, in force from
      ${day(effectiveFrom)}`
    }
    case 'RateWithdrawn': {
      const { tariff, category, effectiveFrom } = entry.fields
      return html`${tariffLink(tariff)} of ${categoryLink(category)} withdrawn; it was to start on
      ${day(effectiveFrom)}`
    }
    case 'AgreementProposed': {
      const { cycle, firstDay } = entry.fields
      return html`Terms proposed${to}: ${load(entry.fields.load)}, ${cycleWords(cycle)}, from
      ${day(firstDay)}`
    }
    case 'AgreementAccepted': {
      const { cycle, firstDay } = entry.fields
      return html`Terms accepted${by}: ${load(entry.fields.load)}, ${cycleWords(cycle)}, from
      ${day(firstDay)}`
    }
    case 'MeterInstalled': {
      const { meter, register } = entry.fields
      return html`Meter ${shortHash(meter)} installed${forWhom} on ${day(entry.fields.day)},
      register at ${energy(register)}`
    }
    case 'ConsumptionRecorded': {
      const { wh, kind, start, end } = entry.fields
      return html`Reading of ${energy(wh)}${forWhom} up to ${day(lastDay(start, end))},
      ${readingWords(kind)}: ${bill(entry.fields.bill)}`
    }
    case 'ChargeApplied': {
      const { wh, tariff, charge, numberOfDays } = entry.fields
      return html`${money(charge)} charged${to} for ${energy(wh)} in ${numberOfDays} days at
      ${tariffLink(tariff)}, in ${bill(entry.fields.bill)}`
    }
    case 'BillIssued': {
      const { number, amount, start, end } = entry.fields
      return html`${money(amount)} billed${to} for ${period(start, end)}: ${bill(number)}`
    }
    case 'PaymentMade': {
      const { amount, channel, balance } = entry.fields
      return html`${money(amount)} paid${by}, ${channelWords(channel)}; balance after it
      ${money(balance)}`
    }
    case 'PaymentReversed': {
      const { amount, channel, balance } = entry.fields
      return html`${money(amount)} taken back, ${channelWords(channel)}${of}; balance after it
      ${money(balance)}`
    }
    case 'ConsumptionRevised': {
      const { wh, difference } = entry.fields
      return html`Reading for ${bill(entry.fields.bill)}${of} corrected to ${energy(wh)}:
      ${money(difference)} difference`
    }
    case 'BillDisputed':
      return html`${bill(entry.fields.bill)}${of} disputed, ${money(entry.fields.amount)}`
    case 'DisputeResolved': {
      const outcome = entry.fields.outcome === 0 ? 'the bill stands' : 'granted'
      return html`Dispute on ${bill(entry.fields.bill)}${of} resolved: ${outcome}`
    }
    case 'AdjustmentPosted': {
      const { amount, reason } = entry.fields
      const named = entry.fields.bill === 0 ? html`opening arrears` : bill(entry.fields.bill)
      return html`Adjustment of ${money(amount)}${of}, reason ${reason}, for ${named}`
    }
    case 'PeriodClosed': {
      const { month, billed, paid, closing } = entry.fields
      return html`${monthWords(month)} closed: ${money(billed)} billed, ${money(paid)} paid,
      ${money(closing)} owed`
    }
    case 'RoleChanged': {
      const { role, holder, granted } = entry.fields
      return html`Role ${roleWords(role)} ${granted ? 'given to' : 'taken from'}
      ${shortHash(holder)}`
    }
    case 'TreasurySwept':
      return html`${money(entry.fields.amount)} sent to the treasury`
    default:
      return entry satisfies never
  }
}

/** The last day that a reading charges: its period ends before `end`. */
const lastDay = (start: DayNumber, end: DayNumber): DayNumber =>
  end > start ? dayNumber(end - 1) : end

const billOf = (account: Hex, number: number): Markup => {
  const owner = whose(account)
  return owner.kind === 'account' ? billLink(owner.code, number) : html`bill ${number}`
}
