import type { list as en } from '../en/list.ts'
import type { Translation } from '../translation.ts'

export const list: Translation<typeof en> = {
  asCsv: 'এই তালিকা CSV ৰূপত',
  allAsCsv: 'সম্পূৰ্ণ তালিকা এটা CSV ফাইলত',
  allDaysAsCsv: 'সকলো দিনৰ প্ৰাপ্তি এটা CSV ফাইলত',
  sorted: 'ক্ৰম',
  newestFirst: 'নতুন প্ৰথমে',
  oldestFirst: 'পুৰণি প্ৰথমে',
  toOldest: '← আটাইতকৈ পুৰণি',
  newer: 'নতুন →',
  channel: 'মাধ্যম',
  anyChannel: 'যিকোনো',
  from: 'এই দিনৰ পৰা',
  to: 'এই দিনলৈ',
  show: 'দেখুৱাওক',
  clear: 'আঁতৰাওক',
  onDay: '{day}ত, মাধ্যম অনুসাৰে',
  inPeriod: '{from}ৰ পৰা {to}লৈ, মাধ্যম অনুসাৰে',
  payments: 'পৰিশোধ',
  received: 'পোৱা ধন',
  returned: 'ঘূৰাই লোৱা',
  net: 'নিট',
  all: 'মুঠ',
  returnedNote: '“ঘূৰাই লোৱা”ত এই দিনকেইটাত ঘূৰাই লোৱা ধন ধৰা হৈছে, যেতিয়াই পৰিশোধ কৰা নহওক কিয়।',
  addedUp: 'প্ৰথম আৰু শেষ দিন দিলে, সৰ্বাধিক 31 দিনৰ সময়ছোৱা মাধ্যম অনুসাৰে যোগ কৰা হয়।',
}
