import '../../seeds.ts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../../portal/list/csv.ts'

const cellsOf = (line: string): string[] => parse(line)[0] ?? []

test('any cell comes back from a CSV line as it went in, unless it would be a formula', () => {
  const text = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(text, { minLength: 2 }), (cells) => {
      expect(cellsOf(csvLine(cells))).toEqual(cells)
    }),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+HYPERLINK("https://elsewhere")', `'+HYPERLINK("https://elsewhere")`],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['-500', '-500'],
  ['+5', '+5'],
  ['-0.25', '-0.25'],
])('%j is data and not a formula: %j', (cell, tamed) => {
  expect(cellsOf(csvLine([cell, 'next']))).toEqual([tamed, 'next'])
})

test('nothing is an empty cell, and lines end as RFC 4180 says', () => {
  expect(csvLine(['a', null, 7, true])).toBe('a,,7,true\r\n')
})
