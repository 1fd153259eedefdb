import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  codeOf,
  newAccountId,
  NotAnAccountCode,
  parseCode,
} from '../../../contracts/rules/accountCode.ts'
import { nearbyCodes } from '../../../contracts/rules/nearbyCodes.ts'

const anyCode = fc.constant(null).map(() => codeOf(newAccountId()))
const bare = (code: string) => code.replaceAll('-', '')

test('a code with one symbol replaced, two neighbours exchanged, one left out or one too many is among those meant', () => {
  fc.assert(
    fc.property(
      anyCode,
      fc.nat(9),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
      (code, at, symbol) => {
        const right = bare(code)
        const slips = [
          right.slice(0, at) + symbol + right.slice(at + 1),
          right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2),
          right.slice(0, at) + right.slice(at + 1),
          right.slice(0, at) + symbol + right.slice(at),
        ]
        for (const slip of slips) {
          if (slip === right) continue
          expect([slip, nearbyCodes(slip)]).toEqual([slip, expect.arrayContaining([code])])
        }
      },
    ),
  )
})

test('what is meant are codes themselves, few of them, none twice', () => {
  const codes = nearbyCodes('K7Q29-XMD4T-A')
  expect(codes).toContain('K7Q29-XMD4T-H')
  expect(codes.length).toBeLessThan(25)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(parseCode(code)).toBe(code)
})

test('nothing is guessed from what is far from any code', () => {
  expect(nearbyCodes('')).toEqual([])
  expect(nearbyCodes('K7Q29')).toEqual([])
  expect(nearbyCodes('K7Q29-XMD4T-H9-KK')).toEqual([])
  expect(() => parseCode('K7Q29')).toThrow(NotAnAccountCode)
})
