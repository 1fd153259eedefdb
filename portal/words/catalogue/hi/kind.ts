import type { kind as en } from '../en/kind.ts'
import type { Translation } from '../translation.ts'

export const kind: Translation<typeof en> = {
  RateSet: 'दर निर्धारित',
  RateWithdrawn: 'दर वापस ली गई',
  AgreementProposed: 'अनुबंध का प्रस्ताव',
  AgreementAccepted: 'अनुबंध स्वीकृत',
  MeterInstalled: 'मीटर लगाया गया',
  ConsumptionRecorded: 'रीडिंग',
  ChargeApplied: 'प्रभार',
  BillIssued: 'बिल',
  PaymentMade: 'भुगतान',
  PaymentReversed: 'भुगतान वापस',
  ConsumptionRevised: 'रीडिंग संशोधित',
  BillDisputed: 'बिल पर विवाद',
  DisputeResolved: 'विवाद का निर्णय',
  AdjustmentPosted: 'समायोजन',
  PeriodClosed: 'महीना बंद',
  RoleChanged: 'भूमिका बदली',
  TreasurySwept: 'कोष में अंतरण',
}
