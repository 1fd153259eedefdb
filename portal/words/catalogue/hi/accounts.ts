import type { accounts as en } from '../en/accounts.ts'
import type { Translation } from '../translation.ts'

export const accounts: Translation<typeof en> = {
  title: 'खाते',
  lead: 'हर खाते का नाम की जगह एक कोड है। <a>छद्म नाम का अर्थ गुमनामी नहीं है।</a>',
  every: 'हर श्रेणी',
  behind: 'कुछ खातों की नई प्रविष्टियाँ इस सूची में अभी नहीं हैं: थोड़ी देर में पृष्ठ फिर से लोड करें।',
  none: '{where, select, after {इसके बाद कोई खाता नहीं है।} other {{narrowed, select, yes {इस श्रेणी में कोई खाता नहीं है।} other {अभी किसी खाते में कोई प्रविष्टि नहीं है।}}}}',
  together:
    '{narrowed, select, yes {इस श्रेणी में} other {कुल}} <most>{owed}</most> देय है, और <ahead>{credit}</ahead> का अग्रिम भुगतान हुआ है।',
  account: 'खाता',
  category: 'श्रेणी',
  owed: 'देय राशि',
  owedLabel: 'देय',
  noAgreement: 'अभी कोई अनुबंध नहीं',
}
