export const estimate = {
  groundless:
    '<b>There was no real reading before it to estimate from.</b> By the rule an estimate is what the account usually used; here it is the board’s guess.',
  usual: 'The units are what this account usually uses, as the rule says: {basis}.',
  departs:
    '<b>It is not what the rule gives.</b> This account usually uses {expected} in so many days ({basis}); the board estimated {used}.',
  basis: '{energy} in {days} days by {bills}',
  followed: 'It followed the estimate of {bill}.',
  noteDeparts: '<b>It departs from the rule</b>, which gives {expected}.',
  noteGroundless: '<b>There was no real reading to estimate from.</b>',
  noReading: 'No real reading has come since.',
  corrected: 'Corrected by the reading of {bill}: {more} beyond what was estimated.',
} as const
