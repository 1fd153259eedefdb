export const sum = {
  paidBack: 'paid back too much',
  added: 'added later',
  bill: 'the bill',
  instalment: 'instalment {number} of {of}',
} as const
