import type { due as en } from '../en/due.ts'
import type { Translation } from '../translation.ts'

export const due: Translation<typeof en> = {
  overdueFor: '{age} दिन से अतिदेय',
  overdue: 'अतिदेय',
  notDue: 'अभी अतिदेय नहीं',
  held: 'खुले विवादों में रोकी गई',
  credit: 'अग्रिम भुगतान',
  all: 'सभी श्रेणियाँ।',
  without: 'बिना अनुबंध वाले खाते।',
  category: '{category}।',
  together: '{sums, plural, one {# राशि} other {# राशियाँ}}, कुल <b>{amount}</b>।',
  whole: 'पूरी बकाया-आयु',
  none: 'किसी खाते में ऐसी राशि नहीं है।',
  noneAfter: 'इसके बाद किसी खाते में ऐसी राशि नहीं है।',
  account: 'खाता',
  bill: 'बिल',
  due: 'देय तिथि',
  amount: 'राशि',
  dueLabel: 'देय तिथि',
  amountLabel: 'राशि',
  noBill: 'इसकी माँग किसी बिल में नहीं',
  arrears: 'आरंभिक बकाया',
}
