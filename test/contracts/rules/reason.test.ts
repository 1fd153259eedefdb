import { expect, test } from 'vitest'
import { type Reason, reasons, reasonWords } from '../../../contracts/rules/reason.ts'

test('a reason keeps its meaning for ever, since entries are never edited', () => {
  const meanings: Record<Reason, string> = {
    1: 'opening arrears taken over from the old books',
    2: 'retrospective order of the regulator',
    3: 'refund of a credit',
    4: 'concession',
    11: 'cheque returned by the bank',
    12: 'receipt posted on the wrong account',
    21: 'register misread',
    22: 'meter found faulty',
  }
  expect(reasons).toEqual(meanings)
})

test('a reason without words is told by its number', () => {
  expect(reasonWords(22)).toBe('meter found faulty')
  expect(reasonWords(65_535)).toBe('reason 65535')
})
