export const ledgerList = {
  revision: 'Corrections of readings',
  adjustment: 'Adjustments',
  dispute: 'Disputes',
  payment_reversal: 'Payments taken back',
  manual: 'Readings entered by hand',
  estimated: 'Estimates',
  againRule:
    'Nobody read the meter, twice running. The next real reading charges all days since the reading before the estimates, by what the meter says, and takes off what they had charged.',
  estimatedAgain: 'Estimates that followed another estimate',
  estimatedAgainCorrected: 'Estimates that followed another, and were later corrected by a reading',
  readings: 'readings',
  bills: 'bills',
  payments: 'payments',
  final: 'Final readings',
} as const
