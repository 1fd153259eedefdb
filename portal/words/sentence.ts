import type { Hex } from '../../contracts/events/hex.ts'
import { type DayNumber, dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { type Markup, nothing } from '../markup.ts'
import type { Entry } from '../record/entry.ts'
import { whose } from '../record/whose.ts'
import { billLink, billName, type BillWord } from '../show/account.ts'
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
import { reasonWords } from './reason.ts'
import { roleHolderWords } from './role.ts'
import { t } from './t.ts'

/**
 * One entry in one sentence, every number in it a link to where it leads. Without the account on a page about it, where a
 * bill is called as that page calls it; elsewhere a charging station's is a session, which the entry knows.
 */
export const sentence = (entry: Entry, own: 'bill' | 'session' | null = null): Markup => {
  const word = own ?? (entry.isStation === true ? 'session' : 'bill')
  const of =
    own === null ? { own: 'no', whose: whoseLink(entry.account) } : { own: 'yes', whose: nothing }
  const bill = (number: number) => billOf(entry.account, number, word)
  switch (entry.name) {
    case 'RateSet':
    case 'RateWithdrawn': {
      const { tariff, category, effectiveFrom } = entry.fields
      return t(entry.name === 'RateSet' ? 'sentence.rateSet' : 'sentence.rateWithdrawn', {
        tariff: tariffLink(tariff, 'Tariff'),
        category: categoryLink(category),
        day: day(effectiveFrom),
      })
    }
    case 'AgreementProposed':
    case 'AgreementAccepted': {
      const { cycle, firstDay } = entry.fields
      return t(entry.name === 'AgreementProposed' ? 'sentence.proposed' : 'sentence.accepted', {
        ...of,
        load: load(entry.fields.load),
        cycle: cycleWords(cycle),
        day: day(firstDay),
      })
    }
    case 'MeterInstalled': {
      const { meter, register, closing, carried, evidence } = entry.fields
      const installed = {
        ...of,
        meter: shortHash(meter),
        day: day(entry.fields.day),
        register: energy(register),
      }
      return BigInt(evidence) === 0n
        ? t('sentence.meter', installed)
        : t('sentence.meterInPlace', {
            ...installed,
            closing: energy(closing),
            carried: energy(carried),
          })
    }
    case 'ConsumptionRecorded': {
      const { wh, kind, start, end } = entry.fields
      const read = { ...of, energy: energy(wh), bill: bill(entry.fields.bill) }
      if (kind === ESTIMATED)
        return t('sentence.estimate', { ...read, day: day(lastDay(start, end)) })
      // A reading has its own day, the morning after the last one that it charges; a session's is the day itself.
      if (kind === FINAL) return t('sentence.final', { ...read, day: day(end) })
      return t('sentence.reading', { ...read, day: day(end), kind: readingWords(kind) })
    }
    case 'ChargeApplied': {
      const { wh, tariff, charge, numberOfDays, revision } = entry.fields
      return t('sentence.charge', {
        ...of,
        charge: money(charge),
        anew: revision > 0 ? 'yes' : 'no',
        energy: energy(wh),
        days: numberOfDays,
        tariff: tariffLink(tariff),
        bill: bill(entry.fields.bill),
      })
    }
    case 'BillIssued': {
      const { number, amount, start, end } = entry.fields
      return t(amount < 0n ? 'sentence.credited' : 'sentence.billed', {
        ...of,
        amount: money(absolute(amount)),
        period: period(start, end),
        bill: bill(number),
      })
    }
    case 'PaymentMade': {
      const { amount, channel, balance } = entry.fields
      return t('sentence.paid', {
        ...of,
        amount: money(amount),
        channel: channelWords(channel),
        balance: money(balance),
      })
    }
    case 'PaymentReversed': {
      const { amount, channel, reason, balance } = entry.fields
      return t('sentence.reversed', {
        ...of,
        amount: money(amount),
        channel: channelWords(channel),
        reason: reasonWords(reason),
        balance: money(balance),
      })
    }
    case 'ConsumptionRevised': {
      const { wh, difference, reason } = entry.fields
      return t('sentence.revised', {
        ...of,
        bill: billOf(entry.account, entry.fields.bill, word === 'bill' ? 'Bill' : 'Session'),
        reason: reasonWords(reason),
        energy: energy(wh),
        change: change(difference),
      })
    }
    case 'BillDisputed':
      return t('sentence.disputed', {
        ...of,
        amount: money(entry.fields.amount),
        bill: bill(entry.fields.bill),
      })
    case 'DisputeResolved':
      return t('sentence.resolved', {
        ...of,
        bill: bill(entry.fields.bill),
        outcome: entry.fields.outcome === 0 ? 'stands' : 'granted',
      })
    case 'AdjustmentPosted': {
      const { amount, reason } = entry.fields
      return t(amount < 0n ? 'sentence.adjustedDown' : 'sentence.adjustedUp', {
        ...of,
        amount: money(absolute(amount)),
        reason: reasonWords(reason),
        named: entry.fields.bill === 0 ? 'no' : 'yes',
        bill: entry.fields.bill === 0 ? nothing : bill(entry.fields.bill),
      })
    }
    case 'PeriodClosed': {
      const { month, billed, adjusted, paid, closing } = entry.fields
      return t('sentence.closed', {
        month: monthWords(month),
        billed: money(billed),
        adjusted: money(adjusted),
        paid: money(paid),
        closing: money(closing),
      })
    }
    case 'RoleChanged': {
      const { role, holder, granted } = entry.fields
      return t('sentence.role', {
        key: shortHash(holder),
        granted: granted ? 'yes' : 'no',
        role: roleHolderWords(role),
      })
    }
    case 'TreasurySwept':
      return t('sentence.swept', { amount: money(entry.fields.amount) })
    default:
      return entry satisfies never
  }
}

/** The contract's numbers of these kinds of readings. */
const ESTIMATED = 2
const FINAL = 3

const absolute = (amount: Paise): Paise => paise(amount < 0n ? 0n - amount : amount)

/** The last day that an estimate charges: its period ends before `end`. */
const lastDay = (start: DayNumber, end: DayNumber): DayNumber =>
  end > start ? dayNumber(end - 1) : end

const billOf = (account: Hex, number: number, word: BillWord): Markup => {
  const owner = whose(account)
  return owner.kind === 'account' ? billLink(owner.code, number, word) : billName(number, word)
}
