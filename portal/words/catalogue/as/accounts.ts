import type { accounts as en } from '../en/accounts.ts'
import type { Translation } from '../translation.ts'

export const accounts: Translation<typeof en> = {
  title: 'একাউণ্টসমূহ',
  lead: 'প্ৰতিটো একাউণ্টৰ নামৰ সলনি এটা কোড আছে। <a>ছদ্মনামৰ অৰ্থ সম্পূৰ্ণ গোপনীয়তা নহয়।</a>',
  every: 'সকলো শ্ৰেণী',
  behind: 'কিছুমান একাউণ্টৰ নতুন প্ৰৱিষ্টি এই তালিকাত এতিয়াও নাই: অলপ পিছত পৃষ্ঠাটো আকৌ লোড কৰক।',
  none: '{where, select, after {ইয়াৰ পিছত কোনো একাউণ্ট নাই।} other {{narrowed, select, yes {এই শ্ৰেণীত কোনো একাউণ্ট নাই।} other {এতিয়ালৈকে কোনো একাউণ্টত প্ৰৱিষ্টি নাই।}}}}',
  together:
    '{narrowed, select, yes {এই শ্ৰেণীত} other {মুঠতে}} <most>{owed}</most> দিবলগীয়া, আৰু <ahead>{credit}</ahead> আগধন।',
  account: 'একাউণ্ট',
  category: 'শ্ৰেণী',
  owed: 'দিবলগীয়া ধন',
  owedLabel: 'দিবলগীয়া',
  noAgreement: 'এতিয়ালৈকে চুক্তি নাই',
}
