import { plain } from './t.ts'

const kinds = [0, 1, 2, 3] as const

/** Who says so, by the contract's number of a reading's kind. */
export const readingWords = (kind: number): string => {
  const known = kinds.find((each) => each === kind)
  return known === undefined ? plain('reading.other', { kind }) : plain(`reading.k${known}`)
}

const ids = ['actual', 'manual', 'estimated', 'final'] as const

/** The same as a word for machines. */
export const readingId = (kind: number): string => ids[kind] ?? String(kind)
