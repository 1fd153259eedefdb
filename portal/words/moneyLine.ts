import type { MoneyLine } from '../account/money.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import type { Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import { arrearsLink, billLink } from '../show/account.ts'
import { day } from '../show/day.ts'
import { receiptLink } from '../show/receipt.ts'
import { keyOwner } from '../show/key.ts'
import { channelWords } from './channel.ts'
import { creditUseWords } from './creditUse.ts'
import { listedMarkup } from './listed.ts'
import { reasonWords } from './reason.ts'
import { t } from './t.ts'

/** What happened with the money, and why. */
export const moneyLineWords = ({ entry, takenBack }: MoneyLine, keys: Keys): Markup => {
  switch (entry.name) {
    case 'PaymentMade': {
      const channel = receiptLink(entry)
      return takenBack === null
        ? t('money.paid', { channel })
        : t('money.paidTakenBack', { channel, day: day(dayInIndia(takenBack.at.timestamp)) })
    }
    case 'PaymentReversed':
      return t('money.reversed', {
        channel: channelWords(entry.fields.channel),
        reason: reasonWords(entry.fields.reason),
      })
    case 'AdjustmentPosted':
      return t('money.adjustment', {
        reason: reasonWords(entry.fields.reason),
        who: keyOwner(entry.fields.by, keys, 'OPERATIONS', 'REGULATOR'),
      })
    default:
      return entry satisfies never
  }
}

/** What it went to: the bills that it filled, or the one that it names, and where a credit was used. */
export const moneyForWords = (
  { entry, bills, takenBack, use }: MoneyLine,
  code: string,
  word: 'bill' | 'session',
): Markup => {
  const named = listedMarkup(
    bills.map((number) => (number === 0 ? arrearsLink(code) : billLink(code, number, word))),
  )
  if (entry.name === 'PaymentReversed')
    return bills.length === 0 ? t('money.nothing') : t('money.openAgain', { bills: named })
  if (takenBack !== null)
    return bills.length === 0 ? t('money.nothing') : t('money.untilTakenBack', { bills: named })
  if (use !== null) return t('money.andUse', { bills: named, use: creditUseWords(use, code, word) })
  return bills.length > 0 ? named : t('money.onlyCredit')
}
