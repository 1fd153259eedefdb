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
  none: '{what, select, overdue {कुछ भी अतिदेय नहीं है: किसी राशि की देय तिथि नहीं बीती।} aged {इतने दिनों से कोई राशि अतिदेय नहीं है।} held {किसी खुले विवाद में कोई राशि रोकी नहीं गई है।} credit {किसी खाते में अग्रिम भुगतान नहीं है।} other {कोई राशि अपनी देय तिथि की प्रतीक्षा में नहीं है।}}',
  noneAfter: 'इसके बाद ऐसी कोई राशि नहीं है।',
  account: 'खाता',
  bill: 'बिल',
  due: 'देय तिथि',
  amount: 'राशि',
  dueLabel: 'देय तिथि',
  amountLabel: 'राशि',
  noBill: 'इसकी माँग किसी बिल में नहीं',
  arrears: 'आरंभिक बकाया',
}
