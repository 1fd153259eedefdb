/** Readings that stand out, and by which rules. */
export const outliers = {
  title: 'What stands out',
  lead: 'Readings that a person should look at. None of them breaks a rule of the ledger; each is listed by a rule stated here, from the account’s own entries as they were recorded.',
  judged:
    'Each reading is judged by those before it alone, as it was recorded: a correction is marked beside it and takes nothing off this list.',
  recordedOn:
    '{days, select, from {Recorded from {from} on.} to {Recorded up to {to}.} other {Recorded from {from} to {to}.}}',
  everyDay: 'All of them',
  behind:
    '<b>Some accounts are still being looked at.</b> They have readings that are not judged yet; load the page again in a moment.',
  list: 'List',
  when: 'A reading is listed when',
  readings: 'Readings',
  account: 'Account',
  bill: 'Bill',
  period: 'Period',
  what: 'What stands out',
  units: 'Units',
  where: 'Where',
  corrected: 'corrected',
  none: 'None so far.',
  noneBefore: 'None before this.',
  more: 'More to look into',
  months: 'Month by month',
  month: 'Month',
  noMonths: 'No reading was recorded in the last year.',
  high: 'Far more than usual',
  low: 'Far less than usual',
  zero: 'No units at all',
  jump: 'More than the load allows',
  rollover: 'Register passed its highest value',
  late: 'Recorded late',
  highRule:
    'Its units per day are more than {factor} times the median of the account’s last {bills} bills from real readings (at least {fewest} of them), and at least {least} a day.',
  lowRule:
    'Its units per day are less than 1/{factor} of the median of the account’s last {bills} bills from real readings (at least {fewest} of them), which is at least {least} a day; but not none.',
  zeroRule:
    'A real reading counts no units in {days} days or more: its meter stopped, or nobody was there.',
  jumpRule:
    'The register moved further than the sanctioned load could have moved it, running day and night.',
  rolloverRule:
    'The register stands below the one before, and is said to have passed its highest value.',
  lateRule: 'It was recorded more than {days} days after the last day that it charges.',
  aDay: '{units} a day; the median is {median}',
  noUnits: 'no units in {days} days',
  noUnitsAgain: 'no units in {days} days, {bills} bills in a row',
  beyond: '{units}; the load allows {most}',
  counted: 'counted as {units}',
  daysAfter: '{days} days after its last day',
} as const
