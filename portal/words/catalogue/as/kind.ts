import type { kind as en } from '../en/kind.ts'
import type { Translation } from '../translation.ts'

export const kind: Translation<typeof en> = {
  RateSet: 'নিৰিখ নিৰ্ধাৰণ',
  RateWithdrawn: 'নিৰিখ প্ৰত্যাহাৰ',
  AgreementProposed: 'চুক্তিৰ প্ৰস্তাৱ',
  AgreementAccepted: 'চুক্তি গৃহীত',
  MeterInstalled: 'মিটাৰ স্থাপন',
  ConsumptionRecorded: 'ৰিডিং',
  ChargeApplied: 'মাচুল',
  BillIssued: 'বিল',
  PaymentMade: 'পৰিশোধ',
  PaymentReversed: 'পৰিশোধ উভতোৱা',
  ConsumptionRevised: 'ৰিডিং সংশোধিত',
  BillDisputed: 'বিলত বিবাদ',
  DisputeResolved: 'বিবাদৰ মীমাংসা',
  AdjustmentPosted: 'সমন্বয়',
  PeriodClosed: 'মাহ বন্ধ',
  RoleChanged: 'ভূমিকা সলনি',
  TreasurySwept: 'কোষাগাৰলৈ প্ৰেৰণ',
}
