export const ledgerList = {
  revision: 'Corrections of readings',
  adjustment: 'Adjustments',
  dispute: 'Disputes',
  payment_reversal: 'Payments taken back',
  manual: 'Readings entered by hand',
  estimated: 'Estimates',
  estimatedAgain: 'Estimates that followed another estimate',
  estimatedAgainCorrected: 'Estimates that followed another, and were later corrected by a reading',
  readings: 'readings',
  bills: 'bills',
  payments: 'payments',
  final: 'Final readings',
} as const
