/** What is owed and for how long. */
export const ageing = {
  overdueFor: 'Overdue, by days',
  together: 'All that is owed',
  category: 'Category',
  all: 'All',
  noAgreement: 'no agreement',
  above: 'above 365',
  days: '{days} days',
  overdue: 'overdue',
  notDue: '+ not overdue',
  held: '+ held back',
  credit: '− paid ahead',
  owed: '= owed',
} as const
