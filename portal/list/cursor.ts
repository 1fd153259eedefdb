import { BadInput } from '../problem/problem.ts'
import { plain } from '../words/t.ts'

/** Where a list goes on: after this log of this block, newest first. */
export interface Cursor {
  readonly block: number
  readonly logIndex: number
}

/** A cursor as an address carries it: 10482-7. Throws `BadInput`. */
export const readCursor = (text: string | undefined): Cursor | null => {
  if (text === undefined) return null
  const [, block, logIndex] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? []
  if (block !== undefined && logIndex !== undefined)
    return { block: Number(block), logIndex: Number(logIndex) }
  throw new BadInput(plain('problem.notPlace', { text }), plain('problem.followLinks'))
}

/** Where the entries before this one begin. */
export const placeOf = ({ at }: { readonly at: Cursor }): string => cursorText(at)

export const cursorText = ({ block, logIndex }: Cursor): string => `${block}-${logIndex}`
