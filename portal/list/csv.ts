/** A cell: money as a string of paise, a day as YYYY-MM-DD, null for none, as in the page's JSON. */
export type Cell = string | number | boolean | null

/**
 * One line of a CSV file (RFC 4180). A cell that holds a separator is quoted; null is empty. What a spreadsheet would take
 * for a formula gets an apostrophe before it, unless it is a number: a list must not work as a program on its reader's desk.
 */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => quoted(tame(String(cell ?? '')))).join(',')}\r\n`

const tame = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
