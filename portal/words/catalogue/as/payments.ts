import type { payments as en } from '../en/payments.ts'
import type { Translation } from '../translation.ts'

export const payments: Translation<typeof en> = {
  title: 'পৰিশোধ',
  lead: 'খতিয়ানলৈ অহা প্ৰতিটো পৰিশোধ। যি পৰিশোধ ইয়াত নাই সেয়া লিপিবদ্ধ হোৱা নাই, ৰচিদে যিয়েই নকওক।',
  inAll: 'প্ৰথম ব্লকৰ পৰা এতিয়ালৈ মুঠ',
  billed: 'বিলৰ ধন, সংশোধনসহ',
  adjusted: 'সমন্বিত',
  paid: '{payments} টা কিস্তিত পৰিশোধ, উভতাই লোৱা ধন বাদ দি',
  owed: 'সকলো একাউণ্টৰ মুঠ দিবলগীয়া',
  monthly: 'একেটাই মাহে মাহে, চুক্তিৰ নিজৰ মুঠৰ লগত মিলাই',
  instalments: 'কিস্তি',
  none: '{unfinished, select, yes {চোৱা পৰিশোধবোৰৰ ভিতৰত } other {}}{where, select, yet {এতিয়ালৈকে } after {ইয়াৰ পিছত } before {ইয়াৰ আগতে } other {}}{narrowed, select, yes {এনে } other {}}কোনো পৰিশোধ লিপিবদ্ধ নাই।',
  caption: 'পৰিশোধ, {order, select, oldest {পুৰণিবোৰ} other {নতুনবোৰ}} আগত',
  recorded: 'লিপিবদ্ধ',
  account: 'একাউণ্ট',
  channel: 'মাধ্যম',
  amount: 'ধন',
  balanceAfter: 'ইয়াৰ পিছত বাকী',
  transaction: 'লেনদেন',
  block: 'ব্লক',
  takenBack: 'উভতাই লোৱা',
  balanceLabel: 'বাকী',
  blockLabel: 'ব্লক',
  unfinished: 'এই পৃষ্ঠাৰ বাবে {looked, number} টা পৰিশোধ চোৱা হ’ল; আৰু আছে।',
}
