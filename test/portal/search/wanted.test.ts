import { expect, test } from 'vitest'
import { readWanted } from '../../../portal/search/wanted.ts'

const code = 'K7Q29-XMD4T-H'

test.each([
  `${code}/7`,
  `${code} 7`,
  `${code}, bill 7`,
  `${code} bill no. 7`,
  `${code} Bill Number 7`,
  `Bill 7 of ${code}`,
  `Bill 7 of account ${code.toLowerCase()}`,
  `bill no 7, ${code}`,
  `BILL NO. 7 ${code}`,
])('"%s" is a bill, as papers and pages name one', (typed) => {
  expect(readWanted(typed)).toEqual({
    kind: 'bill',
    key: expect.objectContaining({ code }) as unknown,
    number: 7,
  })
})

test.each(['bill 7', 'Bill no. 7'])('"%s" alone is asked for its account', (typed) => {
  expect(() => readWanted(typed)).toThrow('does not say of which account')
})

test('a number alone is a block', () => {
  expect(readWanted('7')).toEqual({ kind: 'block', number: 7 })
})
