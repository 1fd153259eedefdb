import type { tariffWords as en } from '../en/tariffWords.ts'
import type { Translation } from '../translation.ts'

export const tariffWords: Translation<typeof en> = {
  every: 'हर kWh',
  rest: 'शेष',
  first: 'पहले {limit} kWh प्रति माह',
  next: 'अगले {limit} kWh प्रति माह',
  toPaisa: 'एक पैसे तक',
  toRupees: 'पूरे रुपये तक',
  byMonths: 'अनुबंध के अनुसार महीने; असमान दिनों के लिए 12 × दिन / 365',
  byDays: 'दिन / 30',
  why: '{category} के लिए {tariff} के अनुसार।',
  whySince: '{category} के लिए {tariff} के अनुसार, {day} से लागू {order}; {later}।',
  order: 'आदेश {hash} द्वारा ({entry})',
  noOrder: '({entry}, बिना आदेश के दर्ज)',
  noNext: 'इसके बाद कोई दूसरा तय नहीं है',
  nextStarts: 'अगला, {tariff}, इसके बाद {day} से शुरू होता है',
  shared: 'यूनिट दिनों के अनुपात में बाँटे गए: {whole} × {days} में से {part} दिन = {energy}।',
  upTo: '{limit} तक = {formula}',
  stateWithdrawn: 'वापस लिया गया',
  stateToCome: 'आगामी',
  statePast: 'बीता हुआ',
  stateInForce: 'लागू',
}
