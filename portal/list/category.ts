import { BadInput } from '../problem/problem.ts'
import { plain } from '../words/t.ts'

/** A category by its number, undefined where none is given. Throws `BadInput`. */
export const readCategory = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new BadInput(plain('problem.notCategory', { text }), plain('problem.giveNumber'))
}
