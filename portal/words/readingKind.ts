const kinds = [
  'signed by the meter',
  'entered by hand, with evidence',
  'estimated',
  'final, entered with evidence',
] as const

/** Who says so, by the contract's number of a reading's kind. */
export const readingWords = (kind: number): string => kinds[kind] ?? `of kind ${kind}`

const ids = ['actual', 'manual', 'estimated', 'final'] as const

/** The same as a word for machines. */
export const readingId = (kind: number): string => ids[kind] ?? String(kind)
