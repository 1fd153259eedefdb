import { BadInput } from '../problem/problem.ts'
import { plain } from '../words/t.ts'

/** By which column a list goes, and which way. */
export interface ColumnSort<Column extends string> {
  readonly column: Column
  readonly isDescending: boolean
}

/** As an address carries it: `sort=amount`, or `sort=-amount` from the largest down; the first column without. Throws `BadInput`. */
export const readColumnSort = <Column extends string>(
  text: string | undefined,
  columns: readonly [Column, ...Column[]],
): ColumnSort<Column> => {
  if (text === undefined || text === '') return { column: columns[0], isDescending: false }
  const isDescending = text.startsWith('-')
  const column = columns.find((name) => name === text.slice(isDescending ? 1 : 0))
  if (column !== undefined) return { column, isDescending }
  throw new BadInput(
    plain('problem.notOrder', { text }),
    plain('problem.sortedBy', { columns: columns.join(', ') }),
  )
}

export const sortText = ({ column, isDescending }: ColumnSort<string>): string =>
  `${isDescending ? '-' : ''}${column}`
