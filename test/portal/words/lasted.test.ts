import { expect, test } from 'vitest'
import { lastedWords } from '../../../portal/words/lasted.ts'

test.each([
  [10, '10 s'],
  [59, '59 s'],
  [60, '1 min'],
  [89, '1 min'],
  [119 * 60, '119 min'],
  [120 * 60, '2 h'],
  [47 * 3600, '47 h'],
  [48 * 3600, '2 days'],
  [1_500 * 86_400, '1,500 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(lastedWords(seconds)).toBe(words)
})
