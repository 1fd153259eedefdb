import type { accounts as en } from '../en/accounts.ts'
import type { Translation } from '../translation.ts'

export const accounts: Translation<typeof en> = {
  title: 'একাউণ্টসমূহ',
  lead: 'প্ৰতিটো একাউণ্টৰ নামৰ সলনি এটা কোড আছে। <a>ছদ্মনামৰ অৰ্থ সম্পূৰ্ণ গোপনীয়তা নহয়।</a>',
  none: 'এতিয়ালৈকে কোনো একাউণ্টত প্ৰৱিষ্টি নাই।',
  noneAfter: 'ইয়াৰ পিছত কোনো একাউণ্টত প্ৰৱিষ্টি নাই।',
  account: 'একাউণ্ট',
  category: 'শ্ৰেণী',
  owed: 'দিবলগীয়া ধন',
  owedLabel: 'দিবলগীয়া',
  noAgreement: 'এতিয়ালৈকে চুক্তি নাই',
}
