import type { terms as en } from '../en/terms.ts'
import type { Translation } from '../translation.ts'

export const terms: Translation<typeof en> = {
  session: 'প্ৰতিটো ছেছনৰ পিছত বিল',
  monthly: 'মাহে মাহে বিল',
  quarterly: 'তিনি মাহৰ মূৰে মূৰে বিল',
  halfYearly: 'ছমাহৰ মূৰে মূৰে বিল',
  yearly: 'বছৰে এবাৰ বিল',
  months: '{months} মাহৰ মূৰে মূৰে বিল',
  all: '{load}, {category}, {cycle}, {payable}',
  payable:
    '{days, plural, =0 {লগে লগে পৰিশোধ্য} one {পৰিশোধৰ বাবে # দিন} other {পৰিশোধৰ বাবে # দিন}}',
  payableInParts:
    '{instalments} টা কিস্তি, প্ৰথমটো {days, plural, =0 {লগে লগে পৰিশোধ্য} one {পৰিশোধৰ বাবে # দিন} other {পৰিশোধৰ বাবে # দিন}}',
  becomes: '{before}ৰ ঠাইত এতিয়া {now}',
  instead: '{now}, আগতে {before}',
  instalments: '{now} টা কিস্তি, আগতে {before} টা',
  days: 'পৰিশোধৰ বাবে {now} দিন, আগতে {before} দিন',
  newKey: 'গ্ৰাহকৰ নতুন চাবি',
  onlyDay: 'কেৱল প্ৰথম দিনটো',
  inForce: 'বলবৎ',
  waiting: 'স্বীকৃতিৰ অপেক্ষাত',
  past: 'অতীত',
  toCome: 'আগন্তুক',
  replaced: 'সলনি কৰা',
  ended: 'সমাপ্ত',
}
