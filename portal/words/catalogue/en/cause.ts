export const cause = {
  units: '{direction, select, less {{energy} less used} other {{energy} more used}}',
  sameDays: 'as many days, counted as another part of the month',
  days: '{days, plural, one {# day} other {# days}} {direction, select, less {fewer} other {more}}',
  rate: 'other rates or terms',
  estimates: 'what estimates had charged already',
  rounding: 'rounding',
  correction: 'corrections',
  adjustment: 'sums added later',
} as const
