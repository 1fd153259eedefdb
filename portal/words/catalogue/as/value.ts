import type { value as en } from '../en/value.ts'
import type { Translation } from '../translation.ts'

export const value: Translation<typeof en> = {
  bill: 'বিল {number}',
  Bill: 'বিল {number}',
  session: 'ছেছন {number}',
  Session: 'ছেছন {number}',
  arrears: '<a>আৰম্ভণিৰ বকেয়া</a> <nowrap>(বিল 0)</nowrap>',
  credit: '<nowrap>{amount} জমা</nowrap>',
  wholeCategory: 'শ্ৰেণী {category}',
  namedCategory: 'শ্ৰেণী {category}: {name}',
  category: 'শ্ৰেণী {category}',
  tariff: 'টেৰিফ {tariff}',
  Tariff: 'টেৰিফ {tariff}',
  ledger: 'খতিয়ান',
  ist: '{day}, {clock} IST',
  none: 'কোনো নাই',
  noLimit: 'কোনো সীমা নাই',
  yes: 'হয়',
  no: 'নহয়',
  perUnit: 'প্ৰতি kWh {rate}',
  upheld: 'বিল বাহাল',
  granted: 'অভিযোগ গৃহীত',
  and: '{one}, আৰু {other}',
}
