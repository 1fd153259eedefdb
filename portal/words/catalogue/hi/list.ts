import type { list as en } from '../en/list.ts'
import type { Translation } from '../translation.ts'

export const list: Translation<typeof en> = {
  asCsv: 'यह सूची CSV में',
  allAsCsv: 'पूरी सूची एक CSV फ़ाइल में',
  allDaysAsCsv: 'सभी दिनों की प्राप्तियाँ एक CSV फ़ाइल में',
  sorted: 'क्रम',
  newestFirst: 'नए पहले',
  oldestFirst: 'पुराने पहले',
  toOldest: '← सबसे पुराने',
  newer: 'नए →',
  channel: 'माध्यम',
  anyChannel: 'कोई भी',
  from: 'इस दिन से',
  to: 'इस दिन तक',
  show: 'दिखाएँ',
  clear: 'हटाएँ',
  onDay: '{day} को, माध्यम के अनुसार',
  inPeriod: '{from} से {to} तक, माध्यम के अनुसार',
  payments: 'भुगतान',
  received: 'प्राप्त',
  returned: 'वापस लिया गया',
  net: 'शुद्ध',
  all: 'कुल',
  returnedNote: '“वापस लिया गया” में वह राशि है जो इन दिनों में वापस ली गई, चाहे वह कभी भी चुकाई गई हो।',
  addedUp: 'पहला और आख़िरी दिन देने पर, अधिक से अधिक 31 दिनों की अवधि माध्यम के अनुसार जोड़ी जाती है।',
}
