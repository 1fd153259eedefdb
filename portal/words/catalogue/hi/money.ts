import type { money as en } from '../en/money.ts'
import type { Translation } from '../translation.ts'

export const money: Translation<typeof en> = {
  takenBack: 'वापस लिया गया ({channel}): {reason}',
  paidBack: 'लौटाया गया: {reason}',
  credit: 'जमा: {reason}',
  creditOf: '{bill} की जमा राशि',
  freed: '<soft>{bill} के संशोधन से मुक्त ({entry})</soft>',
  before: '<soft>पहले से जमा राशि से</soft>',
  notUsed: 'अभी इस्तेमाल नहीं हुई: इससे अगले {word, select, session {सत्र} other {बिल}} चुकेंगे',
  amountOf: '{bill} ({amount})',
  usedBy: '{bills} में इस्तेमाल हुई',
  usedByRest: '{bills} में इस्तेमाल हुई; {rest} का इस्तेमाल बाक़ी है',
  paid: 'भुगतान, {channel}',
  paidTakenBack: 'भुगतान, {channel}; <soft>{day} को वापस लिया गया</soft>',
  reversed: 'भुगतान वापस लिया गया ({channel}): {reason}',
  adjustment: 'समायोजन: {reason}, <soft>द्वारा: {who}</soft>',
  nothing: 'कुछ नहीं',
  openAgain: '{bills}, फिर से बाक़ी',
  untilTakenBack: '{bills}, वापस लिए जाने तक',
  onlyCredit: 'जमा',
  paidTwice: 'इसका भुगतान दो बार हुआ; दूसरी बार की {amount} {day} को लौटा दी गई।',
  amountOn: '{day} को {amount}',
  refunded: 'जमा राशि लौटाई गई: {refunds}। यह कभी इस बिल की माँग का हिस्सा नहीं थी।',
  andUse: '{bills}; {use}',
}
