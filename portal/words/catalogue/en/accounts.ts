export const accounts = {
  title: 'Accounts',
  lead: 'Each has a code instead of a name. <a>A pseudonym is not anonymity.</a>',
  every: 'every category',
  behind:
    'Some accounts have new entries that this list does not hold yet: load the page again in a moment.',
  none: '{where, select, after {No account follows this one.} other {{narrowed, select, yes {No account is of this category.} other {No account has an entry yet.}}}}',
  together:
    '{narrowed, select, yes {In this category} other {In all}} <most>{owed}</most> is owed, and <ahead>{credit}</ahead> was paid ahead.',
  account: 'Account',
  category: 'Category',
  owed: 'Owed',
  owedLabel: 'owed',
  noAgreement: 'no agreement yet',
} as const
