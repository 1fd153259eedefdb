import '../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountOfCategory,
  codeOf,
  isReserved,
  isPlain,
  newAccountId,
  NotAnAccountCode,
  parseCode,
} from '../../../contracts/rules/accountCode.ts'
import { anyBytes } from '../events/anyEvent.ts'

const anyCode = anyBytes(32).map(codeOf)
const plain = (code: string) => code.replaceAll('-', '')
const typable = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'

describe('a code', () => {
  test('is the first 50 bits in Crockford’s base 32 with their check symbol', () => {
    expect(codeOf(`0x${'00'.repeat(32)}`)).toBe('00000-00000-0')
    expect(codeOf(`0x${'ff'.repeat(32)}`)).toBe('ZZZZZ-ZZZZZ-X')
    expect(codeOf(`0x${'0000000000004'.padEnd(64, '0')}`)).toBe('00000-00001-1')
  })

  test('is read back in either case, without dashes, with O, I and L for 0 and 1', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(parseCode(code)).toBe(code)
        expect(parseCode(` ${plain(code).toLowerCase()} `)).toBe(code)
        expect(parseCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
        expect(parseCode(code.replaceAll('1', 'I').replaceAll('-', ' – '))).toBe(code)
      }),
    )
  })

  test('with any single symbol mistyped is refused', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const symbols = plain(code)
        const accepted: string[] = []
        for (let i = 0; i < symbols.length; i++) {
          for (const other of typable) {
            if (other === symbols.charAt(i)) continue
            const typed = symbols.slice(0, i) + other + symbols.slice(i + 1)
            if (isRead(typed)) accepted.push(typed)
          }
        }
        expect(accepted).toEqual([])
      }),
    )
  })

  test('with any two neighbours exchanged is refused', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const symbols = plain(code)
        const accepted: string[] = []
        for (let i = 0; i + 1 < symbols.length; i++) {
          const [a = '', b = ''] = symbols.slice(i, i + 2)
          const typed = symbols.slice(0, i) + b + a + symbols.slice(i + 2)
          if (a !== b && isRead(typed)) accepted.push(typed)
        }
        expect(accepted).toEqual([])
      }),
    )
  })

  test.each([
    ['', 'it has 0 symbols, a code has 11'],
    ['K7Q29-XMD4T', 'it has 10 symbols'],
    ['K7Q29-XMD4T-HB', 'it has 12 symbols'],
    ['K7Q29-XUD4T-B', '"U" is in no code at place 7'],
    ['K7Q29-XM!4T-B', '"!" is in no code at place 8'],
    ['00000-00000-1', 'one is mistyped'],
  ])('%j is refused with its reason', (text, reason) => {
    expect(() => parseCode(text)).toThrow(NotAnAccountCode)
    expect(() => parseCode(text)).toThrow(reason)
  })
})

const isRead = (text: string): boolean => {
  try {
    parseCode(text)
    return true
  } catch {
    return false
  }
}

test('new ids differ and are none of the ledger’s own', () => {
  const ids = Array.from({ length: 100 }, newAccountId)
  expect(new Set(ids).size).toBe(100)
  expect(ids.some(isReserved)).toBe(false)
  // Letters and digits: what a shell takes as it is, and people can say.
  expect(ids.every(isPlain)).toBe(true)
})

test('the ids up to 65,535 are the ledger’s and the categories’', () => {
  expect(isReserved(accountOfCategory(0))).toBe(true)
  expect(isReserved(accountOfCategory(65_535))).toBe(true)
  expect(isReserved(accountOfCategory(65_536))).toBe(false)
})
