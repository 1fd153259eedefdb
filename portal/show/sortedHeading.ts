import { type ColumnSort, sortText } from '../list/columnSort.ts'
import { html, type Markup, nothing } from '../markup.ts'

/** A column that sorts its list, and how the list is sorted now. */
interface SortedColumn {
  readonly column: string
  readonly sort: ColumnSort<string>
  /** The list's first page in an order. */
  readonly address: (sort: string) => string
  /** Sums begin with the largest. */
  readonly isFigure?: boolean
}

/** A column's heading, which sorts its list by it: the other way round where it is sorted so already. */
export const sortedHeading = (
  label: string | Markup,
  { column, sort, address, isFigure = false }: SortedColumn,
): Markup => {
  const isSorted = sort.column === column
  const isDescending = isSorted ? !sort.isDescending : isFigure
  const way = sort.isDescending ? 'descending' : 'ascending'
  const attributes = [
    isFigure ? html` class="figure"` : nothing,
    isSorted ? html` aria-sort="${way}"` : nothing,
  ]
  const arrow = isSorted ? (sort.isDescending ? ' ↓' : ' ↑') : ''
  const to = address(sortText({ column, isDescending }))
  const text = html`${label}<span aria-hidden="true">${arrow}</span>`
  return html`<th scope="col" ${attributes}><a href="${to}">${text}</a></th>`
}
