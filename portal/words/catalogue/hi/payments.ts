import type { payments as en } from '../en/payments.ts'
import type { Translation } from '../translation.ts'

export const payments: Translation<typeof en> = {
  title: 'भुगतान',
  lead: 'बही में पहुँचा हर भुगतान। जो भुगतान यहाँ नहीं है वह दर्ज नहीं हुआ, रसीद कुछ भी कहे।',
  inAll: 'पहले ब्लॉक से अब तक कुल',
  billed: 'बिल की राशि, संशोधन सहित',
  adjusted: 'समायोजित',
  paid: '{payments} किस्तों में भुगतान, वापस ली गई राशि घटाकर',
  owed: 'सभी खातों पर कुल देय',
  monthly: 'यही महीनेवार, अनुबंध के अपने योग से मिलाकर',
  instalments: 'किस्तें',
  none: '{unfinished, select, yes {देखे गए भुगतानों में } other {}}{where, select, yet {अभी } after {इसके बाद } before {इससे पहले } other {}}{narrowed, select, yes {ऐसा } other {}}कोई भुगतान दर्ज नहीं है।',
  caption: 'भुगतान, {order, select, oldest {पुराने} other {नए}} पहले',
  recorded: 'दर्ज',
  account: 'खाता',
  channel: 'माध्यम',
  amount: 'राशि',
  balanceAfter: 'इसके बाद शेष',
  transaction: 'लेन-देन',
  block: 'ब्लॉक',
  takenBack: 'वापस लिया गया',
  balanceLabel: 'शेष',
  blockLabel: 'ब्लॉक',
  unfinished: 'इस पृष्ठ के लिए {looked, number} भुगतान देखे गए; और भी हैं।',
}
