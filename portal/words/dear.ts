import { wh } from '../../contracts/rules/units.ts'
import type { DearReading } from '../bill/standsOut.ts'
import type { Markup } from '../markup.ts'
import { energy } from '../show/energy.ts'
import { t, to } from './t.ts'

/** By what a bill's reading stands out as too high, to the one who is to pay it. */
export const dearWords = ({ rule, measured, expected }: DearReading, what: string): Markup => {
  const units = energy(wh(measured))
  const other = energy(wh(expected))
  return rule === 'high'
    ? t('complaint.high', { units, usual: other, a: to(what) })
    : t('complaint.jump', { units, most: other, a: to(what) })
}
