/** What can be saved of an account. */
export const download = {
  title: 'Download',
  greenButton: '<a>Green Button (XML)</a>: consumption, for other programs',
  entries: '<a>CSV</a>: every entry, for a spreadsheet',
  data: '<a>JSON</a>: all of this page',
  evidence: '<a>Evidence</a>: a file that proves itself',
} as const
