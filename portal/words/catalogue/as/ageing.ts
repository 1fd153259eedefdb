import type { ageing as en } from '../en/ageing.ts'
import type { Translation } from '../translation.ts'

export const ageing: Translation<typeof en> = {
  overdueFor: 'ম্যাদ উকলা, দিন অনুসৰি',
  together: 'মুঠ দিবলগীয়া',
  category: 'শ্ৰেণী',
  all: 'সকলো',
  noAgreement: 'চুক্তি নাই',
  above: '365ৰ ওপৰত',
  days: '{days} দিন',
  overdue: 'ম্যাদ উকলা',
  notDue: '+ ম্যাদ থকা',
  held: '+ ৰখাই থোৱা',
  credit: '− আগতীয়া',
  owed: '= দিবলগীয়া',
}
