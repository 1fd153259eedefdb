import { expect, test } from 'vitest'
import { dayNumber } from '../../../contracts/rules/units.ts'
import { remember } from '../../../portal/language/remember.ts'
import { speaking } from '../../../portal/language/spoken.ts'
import { day } from '../../../portal/show/day.ts'

test('what a number is called is made once in each language', () => {
  let made = 0
  const square = remember((number: number) => ({ square: number ** 2, made: ++made }))
  expect(square(7)).toBe(square(7))
  expect(square(8).square).toBe(64)
  speaking({ language: 'hi', chosen: null }, () => square(7))
  expect(made).toBe(3)
  expect(day(dayNumber(20_000)).text).toContain('>4 Oct 2024<')
  speaking({ language: 'hi', chosen: null }, () =>
    expect(day(dayNumber(20_000)).text).toContain('>4 अक्टूबर 2024<'),
  )
})

test('of more than 2,000 numbers none is kept for long', () => {
  let made = 0
  const named = remember((number: number) => `${number} is number ${++made}`)
  for (let number = 0; number < 5_000; number++) named(number)
  named(0)
  expect(made).toBe(5_001)
})
