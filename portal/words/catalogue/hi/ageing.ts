import type { ageing as en } from '../en/ageing.ts'
import type { Translation } from '../translation.ts'

export const ageing: Translation<typeof en> = {
  overdueFor: 'अतिदेय, दिनों के अनुसार',
  together: 'कुल देय',
  category: 'श्रेणी',
  all: 'सभी',
  noAgreement: 'कोई अनुबंध नहीं',
  above: '365 से ऊपर',
  days: '{days} दिन',
  overdue: 'अतिदेय',
  notDue: '+ अभी देय नहीं',
  held: '+ रोका गया',
  credit: '− पहले चुकाया',
  owed: '= देय',
}
