import { BadInput } from '../problem/problem.ts'
import { plain } from '../words/t.ts'

/** A block's number as an address carries it; null where none is given. Throws `BadInput`. */
export const readBlockBefore = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new BadInput(plain('problem.notBlockNumber', { text }), plain('problem.giveBlock'))
}
