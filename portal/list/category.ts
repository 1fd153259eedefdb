import { BadInput } from '../problem/problem.ts'

/** A category by its number, undefined where none is given. Throws `BadInput`. */
export const readCategory = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new BadInput(`"${text}" is not a category.`, 'Give its number, such as 2.')
}
