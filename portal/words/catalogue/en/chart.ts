export const chart = {
  heading: 'Month by month',
  usage: 'Consumption by month',
  usageDescribed:
    'Bars for {months, plural, one {# month} other {# months}}: from {least} to {most} a month, most of them in {month}. {estimated, plural, =0 {None is an estimate.} one {One is an estimate.} other {# are estimates.}}',
  basis:
    '{basis, select, read {read} shared {read over several months, shared by days} other {estimated: nobody read the meter}}',
  money: 'Bills and payments by month',
  moneyDescribed:
    'Two bars for each of {months, plural, one {# month} other {# months}}: {asked} were asked in all, {paid} were paid.',
  inNumbers: 'The same in numbers',
  month: 'Month',
  used: 'Used',
  known: 'How it is known',
  days: '{days, plural, one {# day} other {# days}}',
  asked: 'Asked',
  paid: 'Paid',
  owed: 'Owed at its end',
  usageNote:
    'A reading that reaches over several months is shared by days, as a bill’s units are where its tariff changes. A real reading takes the place of the estimates before it.',
  sessionsNote: 'A session counts in the month in which it was read.',
  moneyNote:
    'By the days on which it was recorded. Asked are bills, corrections and adjustments; paid are payments, less those that were taken back.',
} as const
