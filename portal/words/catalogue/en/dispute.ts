export const dispute = {
  claim:
    '<b>{amount} of this bill is disputed</b>, as a claim: it was paid already. The regulator has not decided yet.',
  held: '<b>{amount} of this bill is disputed</b>. Until the regulator has decided, {held} is held back: it is not due, and does not become overdue. {rest}',
  restPayable: '{rest} stays payable as usual.',
  restPaid: 'The rest is paid.',
} as const
