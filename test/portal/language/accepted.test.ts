import { describe, expect, test } from 'vitest'
import { parseAccept } from 'hono/utils/accept'
import { accepted } from '../../../portal/language/accepted.ts'

const read = (header: string) => accepted(parseAccept(header))

describe('a browser’s languages', () => {
  test.each([
    ['hi', 'hi'],
    ['as-IN', 'as'],
    ['HI-in', 'hi'],
    ['en-GB, as;q=0.9', 'en'],
    ['en;q=0.3, hi;q=0.2, as;q=0.8', 'as'],
    ['ta, bn;q=0.9, hi;q=0.5, en;q=0.4', 'hi'],
  ])('%s are read by their weights', (header, language) => {
    expect(read(header)).toBe(language)
  })

  test('a language of weight 0 is refused', () => {
    expect(read('hi;q=0, as;q=0.1')).toBe('as')
    expect(read('en;q=0, *;q=0.5')).toBe('hi')
  })

  test('one that the portal does not speak leads to English', () => {
    expect(read('ta, kn;q=0.5')).toBe('en')
    // Asu, not Assamese.
    expect(read('asa')).toBe('en')
    expect(read('*')).toBe('en')
  })
})
