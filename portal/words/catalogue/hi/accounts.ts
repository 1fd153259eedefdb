import type { accounts as en } from '../en/accounts.ts'
import type { Translation } from '../translation.ts'

export const accounts: Translation<typeof en> = {
  title: 'खाते',
  lead: 'हर खाते का नाम की जगह एक कोड है। <a>छद्म नाम का अर्थ गुमनामी नहीं है।</a>',
  none: 'अभी किसी खाते में कोई प्रविष्टि नहीं है।',
  noneAfter: 'इसके बाद किसी खाते में कोई प्रविष्टि नहीं है।',
  account: 'खाता',
  category: 'श्रेणी',
  owed: 'देय राशि',
  owedLabel: 'देय',
  noAgreement: 'अभी कोई अनुबंध नहीं',
}
