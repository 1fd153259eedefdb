import type { ledgerList as en } from '../en/ledgerList.ts'
import type { Translation } from '../translation.ts'

export const ledgerList: Translation<typeof en> = {
  revision: 'ৰিডিঙৰ সংশোধন',
  adjustment: 'সমন্বয়',
  dispute: 'বিবাদ',
  payment_reversal: 'উভতাই লোৱা পৰিশোধ',
  manual: 'হাতেৰে ভৰোৱা ৰিডিং',
  estimated: 'অনুমান',
  estimatedAgain: 'আন এটা অনুমানৰ পিছত অহা অনুমান',
  estimatedAgainCorrected: 'আন এটাৰ পিছত অহা অনুমান, পিছত ৰিডিঙে শুধৰোৱা',
  readings: 'ৰিডিং',
  bills: 'বিল',
  payments: 'পৰিশোধ',
  final: 'অন্তিম ৰিডিং',
}
