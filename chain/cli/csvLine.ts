/** One line of a CSV file (RFC 4180), without its end. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  cells.map((cell) => quoted(String(cell))).join(',')

/** What others wrote, as a cell that no spreadsheet takes for a formula. */
export const foreignText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
