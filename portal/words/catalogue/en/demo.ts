export const demo = {
  title: 'What to look at',
  lead: 'A town of {accounts} accounts, made up for this demo: every person in it is invented, every number follows from the rules. Each account below shows one situation; open its bill and follow it line by line.',
  soFar:
    '<b>{recorded} of {all} situations are recorded so far.</b> The rest follows within a minute; this page fills in by itself.',
  lived:
    'Everything was recorded on its own day, from {from} to {to}, by the keys of those who act. How long something is overdue is told as of that last day.',
  atOnce:
    'On this chain nobody can turn back the clock: what happened from {from} to {to} was recorded at once, so everything bears the same day, and what takes time to show (bills overdue, or not yet due) is left out.',
  accountBill: 'Account {account}, {bill}',
  account: 'Account {account}',
  notYet: 'Not recorded yet',
  gAgreements: 'Agreements',
  gMeters: 'Meters and readings',
  gRates: 'Rates',
  gPayments: 'Payments',
  gOverdue: 'Overdue',
  gCorrections: 'Corrections and disputes',
  gStations: 'Charging stations',
} as const
