import { BadInput } from '../problem/problem.ts'
import { type Cursor, readCursor } from './cursor.ts'
import { plain } from '../words/t.ts'

/** In which order a list of entries goes, and from where on: after this place in that order, null for its top. */
export interface Order {
  readonly isOldestFirst: boolean
  readonly place: Cursor | null
}

/** As an address carries it: `before` names a place newest first, `sort=oldest` and `after` the other way. Throws `BadInput`. */
export const readOrder = (asked: Readonly<Record<string, string>>): Order => {
  const sort = asked['sort'] ?? ''
  if (sort !== '' && sort !== 'newest' && sort !== 'oldest')
    throw new BadInput(plain('problem.notOrder', { text: sort }), plain('problem.orders'))
  const isOldestFirst = sort === 'oldest'
  return { isOldestFirst, place: readCursor(asked[isOldestFirst ? 'after' : 'before']) }
}

/** The part of an address that goes on from here. */
export const placeFrom = ({ isOldestFirst }: Order, next: string) =>
  isOldestFirst ? { after: next } : { before: next }

export const directionOf = ({ isOldestFirst }: Order) => (isOldestFirst ? 'asc' : 'desc')
export const followsBy = ({ isOldestFirst }: Order) => (isOldestFirst ? '>' : '<')
