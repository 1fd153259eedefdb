import type { Age } from '../board/ages.ts'
import { plain } from './t.ts'

/** A column of the ageing, in days: 31–60, or above 365. */
export const ageWords = ({ from, to, label }: Age): string =>
  to === null ? plain('board.above', { days: from - 1 }) : label
