import type { due as en } from '../en/due.ts'
import type { Translation } from '../translation.ts'

export const due: Translation<typeof en> = {
  overdueFor: '{age} দিন ধৰি ম্যাদ উকলা',
  overdue: 'ম্যাদ উকলা',
  notDue: 'এতিয়াও ম্যাদ উকলা নাই',
  held: 'মুকলি বিবাদে ধৰি ৰখা',
  credit: 'আগধন',
  all: 'সকলো শ্ৰেণী।',
  without: 'চুক্তি নথকা একাউণ্ট।',
  category: '{category}।',
  together: '{sums, plural, one {# টা ধন} other {# টা ধন}}, মুঠ <b>{amount}</b>।',
  whole: 'সম্পূৰ্ণ বকেয়াৰ বয়স',
  none: '{what, select, overdue {একো ম্যাদ উকলা নাই: কোনো ধনৰ শেষ তাৰিখ পাৰ হোৱা নাই।} aged {ইমান দিন ধৰি কোনো ধন ম্যাদ উকলা নাই।} held {কোনো মুকলি বিবাদে ধন ধৰি ৰখা নাই।} credit {কোনো একাউণ্টত আগধন নাই।} other {কোনো ধন শেষ তাৰিখৰ অপেক্ষাত নাই।}}',
  noneAfter: 'ইয়াৰ পিছত এনে কোনো ধন নাই।',
  account: 'একাউণ্ট',
  bill: 'বিল',
  due: 'শেষ তাৰিখ',
  amount: 'ধন',
  dueLabel: 'শেষ তাৰিখ',
  amountLabel: 'ধন',
  noBill: 'কোনো বিলে ইয়াক নিবিচাৰে',
  arrears: 'আৰম্ভণিৰ বকেয়া',
}
