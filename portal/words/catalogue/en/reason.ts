export const reason = {
  r1: 'opening arrears taken over from the old books',
  r2: 'retrospective order of the regulator',
  r3: 'refund of a credit',
  r4: 'concession',
  r11: 'cheque returned by the bank',
  r12: 'receipt posted on the wrong account',
  r21: 'register misread',
  r22: 'meter found faulty',
  other: 'reason {code}',
} as const
