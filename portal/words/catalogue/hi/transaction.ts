import type { transaction as en } from '../en/transaction.ts'
import type { Translation } from '../translation.ts'

export const transaction: Translation<typeof en> = {
  title: 'लेन-देन {hash}',
  heading: 'लेन-देन',
  recordedIn: 'ब्लॉक {block} में दर्ज, {time}',
  recorded: 'इसमें क्या दर्ज हुआ',
  entryOf: '{kind}: {whose} की प्रविष्टि {entry}',
  wordByWord: 'शब्दशः',
  rawLog: 'मूल लॉग {log}',
  topics: 'टॉपिक: घटना, खाता, प्रविष्टि की संख्या।',
  data: 'डेटा, हर शब्द 32 बाइट। सहेजे शब्दों से दोबारा बनाया गया; खाते का फ़िंगरप्रिंट इन्हें प्रमाणित करता है।',
  record: 'अभिलेख',
  sentBy: 'किसने भेजा',
  to: 'किसे',
  createdContract: 'किसी को नहीं: इसने अनुबंध बनाया',
  place: 'ब्लॉक में स्थान',
}
