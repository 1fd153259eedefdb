/**
 * Reason codes of the board's and the regulator's acts. The ledger takes any number up to 65,535; these are the ones that
 * have words. Codes are never given a second meaning.
 */
export const reasons = {
  1: 'opening arrears taken over from the old books',
  2: 'retrospective order of the regulator',
  3: 'refund of a credit',
  4: 'concession',
  11: 'cheque returned by the bank',
  12: 'receipt posted on the wrong account',
  21: 'register misread',
  22: 'meter found faulty',
} as const satisfies Record<number, string>

export type Reason = keyof typeof reasons

/** What the code means, or "reason 99" for one without words. */
export const reasonWords = (code: number): string =>
  (reasons as Record<number, string>)[code] ?? `reason ${code}`
