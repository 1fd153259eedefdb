import type { value as en } from '../en/value.ts'
import type { Translation } from '../translation.ts'

export const value: Translation<typeof en> = {
  bill: 'बिल {number}',
  Bill: 'बिल {number}',
  session: 'सत्र {number}',
  Session: 'सत्र {number}',
  arrears: '<a>आरंभिक बकाया</a> <nowrap>(बिल 0)</nowrap>',
  credit: '<nowrap>{amount} जमा</nowrap>',
  wholeCategory: 'श्रेणी {category}',
  namedCategory: 'श्रेणी {category}: {name}',
  category: 'श्रेणी {category}',
  tariff: 'टैरिफ़ {tariff}',
  Tariff: 'टैरिफ़ {tariff}',
  ledger: 'बही',
  ist: '{day}, {clock} IST',
  none: 'कोई नहीं',
  noLimit: 'कोई सीमा नहीं',
  yes: 'हाँ',
  no: 'नहीं',
  perUnit: '{rate} प्रति kWh',
  upheld: 'बिल बरक़रार',
  granted: 'शिकायत मान्य',
  and: '{one}, और {other}',
}
