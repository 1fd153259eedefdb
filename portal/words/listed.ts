/** Things named one after another: the board, the consumers’ forum and the regulator. */
export const listed = (things: readonly string[]): string => conjunction.format(things)

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })
