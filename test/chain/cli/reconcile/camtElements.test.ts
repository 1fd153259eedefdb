import { describe, expect, test } from 'vitest'
import { readCamt } from '../../../../chain/cli/reconcile/readCamt.ts'
import { all } from '../../../../chain/cli/reconcile/xml.ts'
import { requiredElements, wholeStatement } from './requiredElements.ts'
import { parsed, withoutElements } from './withoutElements.ts'

const read = (text: string) =>
  readCamt('camt.xml', text, { file: 0, maps: [], channel: undefined, known: new Set<string>() })

/** What becomes of a file: the amount that was read, or why it is refused. */
const toldOf = (file: string): string => {
  try {
    return `read: ${read(file)
      .lines.map(({ amount }) => amount)
      .join()}`
  } catch (cause) {
    return String(cause)
  }
}

describe('of a camt.053 statement with all that ISO 20022 requires', () => {
  test('every element of the list is there, and its line is read', () => {
    const root = parsed(wholeStatement)
    for (const { path } of requiredElements) expect([path, all(root, path)]).not.toEqual([path, []])
    expect(read(wholeStatement).lines).toMatchObject([
      { amount: 50_050n, isCredit: true, references: ['412345678901'], channel: 'upi' },
    ])
  })

  test.each(requiredElements)('one that lacks $path: $lacking', ({ path, lacking }) => {
    const file = withoutElements(wholeStatement, path)
    expect(all(parsed(file), path)).toEqual([])
    expect(toldOf(file)).toMatch(lacking === 'read' ? /^read: 50050$/ : lacking)
  })
})
