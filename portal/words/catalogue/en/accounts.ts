export const accounts = {
  title: 'Accounts',
  lead: 'Each has a code instead of a name. <a>A pseudonym is not anonymity.</a>',
  none: 'No account has an entry yet.',
  noneAfter: 'No account has an entry after this.',
  account: 'Account',
  category: 'Category',
  owed: 'Owed',
  owedLabel: 'owed',
  noAgreement: 'no agreement yet',
} as const
