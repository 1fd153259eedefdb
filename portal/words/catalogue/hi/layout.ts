import type { layout as en } from '../en/layout.ts'
import type { Translation } from '../translation.ts'

export const layout: Translation<typeof en> = {
  skip: 'सीधे मुख्य सामग्री पर जाएँ',
  main: 'मुख्य',
  accounts: 'खाते',
  ledger: 'बही',
  payments: 'भुगतान',
  tariffs: 'टैरिफ़',
  status: 'स्थिति',
  language: 'भाषा',
  findLabel: 'खाता कोड, बिल, लेन-देन, रसीद का संदर्भ या ब्लॉक',
  findHint: 'खाता, बिल, हैश या ब्लॉक',
  lookUp: 'खोजें',
  searchHint:
    'बिल पर छपा खाता कोड, कोई बिल (<mono>K7Q29-XMD4T-H/7</mono>), लेन-देन या रसीद का संदर्भ (<mono>0x…</mono>), या ब्लॉक संख्या।',
  proven: 'क्या प्रमाणित है और कैसे',
  privacy: 'निजता',
  asJson: 'यह पृष्ठ JSON में',
  openApi: 'JSON में क्या है',
  readsOnly:
    'इस पोर्टल के पास कोई कुंजी नहीं है और यह कुछ लिख नहीं सकता। यह चेन पर दर्ज बातें पढ़ता है और हर हिसाब दोबारा लगाता है।',
  empty: '<b>बही अभी खाली है।</b> इंडेक्सर ने अभी तक कोई ब्लॉक नहीं सहेजा है। सहेजते ही पृष्ठ अपने आप भर जाएँगे।',
  alarm: '<b>इंडेक्सर ने चेतावनी दी है और ब्लॉक {block} से आगे नहीं पढ़ रहा है।</b> {alarm}',
  silent:
    '<b>इंडेक्सर से आख़िरी सूचना {time} को मिली थी।</b> ब्लॉक {block} के बाद चेन पर जो दर्ज हुआ, वह अभी यहाँ नहीं है।',
  behind:
    '<b>पोर्टल चेन से {blocks, plural, one {# ब्लॉक} other {# ब्लॉक}} पीछे है।</b> आप ब्लॉक {block} तक की बही देख रहे हैं।',
  lost: 'पोर्टल से उत्तर नहीं मिल रहा: यह पृष्ठ पुराना हो सकता है। इसे फिर से लोड करें।',
  noBlock: 'अभी कोई ब्लॉक नहीं सहेजा गया है।',
  block: 'ब्लॉक {block}, {time}',
  pages: 'इस सूची के पृष्ठ',
  newest: '← सबसे नए',
  older: 'पुराने →',
  first: '← पहला',
  more: 'और →',
  entry: 'प्रविष्टि {entry}',
  start: 'पहले पृष्ठ पर जाएँ',
  inBlock: 'ब्लॉक {block}',
}
