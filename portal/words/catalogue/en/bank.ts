/** How a bank's statement is laid beside the ledger. */
export const bank = {
  heading: 'The bank’s statement',
  lead: 'What the bank received and the ledger lacks was paid, but is shown as unpaid. Only the board can tell which receipt is which, with the secret that made their references: so that is done on its own computer, and no line of the statement comes to this portal.',
  compare:
    'In the folder of wattledger, lay the statement (CSV or <mono>camt.053</mono>) beside the payments of this portal:',
  report:
    'Open the <mono>report.html</mono> that it writes: it lists what only the bank has, what only the ledger has, and what differs.',
  sign: 'The report gives the line that signs what is ready, with the cashier’s key. A few seconds later it stands here and on its accounts as paid.',
} as const
