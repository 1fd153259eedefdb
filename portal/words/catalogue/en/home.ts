export const home = {
  title: 'Electricity bills you can check',
  heading: 'Every electricity bill here can be checked, line by line',
  lead: 'Rates, readings and payments stand on a chain that the board, the consumers’ forum and the regulator keep together. Look up yours, and see how it came about.',
  checkBill: 'Check a bill',
  checkBillMore:
    'From the meter’s reading to what is left to pay, with every step worked out again.',
  browse: 'Browse the ledger',
  browseMore:
    'Every tariff, reading, bill, correction and payment, in the order they were recorded.',
  reconcile: 'Reconcile',
  reconcileMore:
    'What the bank has and the ledger lacks, what is overdue and for how long, receipts by day and channel, and the control totals, month by month, twice: by the contract and by every entry.',
  demo: '<a>What to look at</a>: this ledger is a demo, with an account for each situation.',
  truth:
    '<a>{entries, plural, one {# entry} other {# entries}}, every block proven up to {block}</a>, {sealed}.',
  latest: 'Recorded last',
  all: 'All entries',
} as const
