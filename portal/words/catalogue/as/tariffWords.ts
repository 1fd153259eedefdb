import type { tariffWords as en } from '../en/tariffWords.ts'
import type { Translation } from '../translation.ts'

export const tariffWords: Translation<typeof en> = {
  every: 'প্ৰতি kWh',
  rest: 'বাকী',
  first: 'মাহে প্ৰথম {limit} kWh',
  next: 'মাহে পৰৱৰ্তী {limit} kWh',
  toPaisa: 'এক পইচালৈ',
  toRupees: 'সম্পূৰ্ণ টকালৈ',
  byMonths: 'চুক্তি অনুসৰি মাহ; অসমান দিনৰ বাবে 12 × দিন / 365',
  byDays: 'দিন / 30',
  why: '{category}ৰ বাবে {tariff} অনুসৰি।',
  whySince: '{category}ৰ বাবে {tariff} অনুসৰি, {day}ৰ পৰা বলবৎ {order}; {later}।',
  order: 'আদেশ {hash} অনুসৰি ({entry})',
  noOrder: '({entry}, আদেশ নোহোৱাকৈ লিপিবদ্ধ)',
  noNext: 'ইয়াৰ পিছত আন কোনো নিৰ্ধাৰিত নাই',
  nextStarts: 'পৰৱৰ্তীটো, {tariff}, ইয়াৰ পিছত {day}ৰ পৰা আৰম্ভ হয়',
  shared: 'ইউনিট দিনৰ অনুপাতে ভগোৱা হ’ল: {whole} × {days} দিনৰ {part} দিন = {energy}।',
  upTo: '{limit}লৈ = {formula}',
  stateWithdrawn: 'প্ৰত্যাহাৰ কৰা',
  stateToCome: 'আগন্তুক',
  statePast: 'অতীত',
  stateInForce: 'বলবৎ',
}
