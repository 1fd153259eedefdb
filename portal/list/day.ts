import { parseDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import { BadInput } from '../problem/problem.ts'
import { plain } from '../words/t.ts'

/** A day as an address carries it: 2026-10-01. Undefined where none is given. Throws `BadInput`. */
export const readDay = (text: string | undefined): DayNumber | undefined => {
  if (text === undefined || text === '') return undefined
  try {
    return parseDay(text)
  } catch {
    throw new BadInput(plain('problem.notDay', { text }), plain('problem.giveDay'))
  }
}

/** A first and a last day. Throws `BadInput`, also where they are the wrong way round. */
export const readPeriod = (asked: Readonly<Record<string, string>>) => {
  const [from, to] = [readDay(asked['from']), readDay(asked['to'])]
  if (from !== undefined && to !== undefined && from > to)
    throw new BadInput(plain('problem.daysReversed'), plain('problem.changeDays'))
  return { from, to }
}
