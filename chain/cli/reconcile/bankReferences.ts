/** References that a line gives beside the one it names as such: more would cost time and find nothing. */
const MOST = 6

/** What banks write where they have no reference. */
const NONE = /^(?:0+|-+|n\/?a|nil|none|null|not ?provided)$/i

/**
 * The bank references of a line, the likeliest first: its own fields, then what looks like one in its text (12 digits of
 * UPI or IMPS, 16 or 22 symbols of NEFT or RTGS, other long numbers). Banks pad with zeros: without them it is tried too.
 */
export function bankReferences(fields: readonly string[], text: string): string[] {
  const found = new Set<string>()
  for (const field of fields) {
    const given = field.replace(/^=?"(.*)"$/, '$1').trim()
    // One that begins with a sign is no reference, and would be a formula in a spreadsheet.
    if (!/^[0-9A-Z]/i.test(given) || NONE.test(given)) continue
    // A UPI or IMPS number has 12 digits, whatever the column's width.
    const bare = given.replace(/^0+/, '')
    const isPadded = /^0{2,}\d{12}$/.test(given)
    if (isPadded) found.add(bare)
    found.add(given)
    if (bare !== given && bare !== '' && /^\d+$/.test(bare)) found.add(bare)
  }
  for (const pattern of inText) for (const [typed] of text.matchAll(pattern)) found.add(typed)
  return [...found].slice(0, MOST)
}

const inText = [
  /(?<![0-9A-Z])\d{12}(?![0-9A-Z])/gi,
  /(?<![0-9A-Z])[A-Z]{4}(?=[0-9A-Z]*\d{6})[0-9A-Z]{12}(?:[0-9A-Z]{6})?(?![0-9A-Z])/gi,
  /(?<![0-9A-Z])(?:[A-Z]{0,4}\d{6,22})(?![0-9A-Z])/gi,
] as const
