import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import type { Cell } from './csv.ts'

export type Row<Column extends string = string> = { readonly [Name in Column]: Cell }

/** A list as one file: what it is called, its columns, and all its rows, some at a time. */
export interface ListExport {
  /** Of the file, without ending: "payments". */
  readonly name: string
  readonly columns: readonly string[]
  readonly chunks: (db: Ledger, standing: Standing | null) => AsyncIterable<readonly Row[]>
}

/** Rows read at a time: 1,000 payments are about 350 kB. */
const CHUNK = 1_000

/** A list that is read by key: the next rows after a place in it (null: from the top), and where they end. */
export const exportByKey = <Cursor, Column extends string>(
  name: string,
  columns: readonly Column[],
  chunk: (
    db: Ledger,
    after: Cursor | null,
    limit: number,
    standing: Standing | null,
  ) => Promise<{ readonly rows: readonly Row<Column>[]; readonly next: Cursor | null }>,
): ListExport => ({
  name,
  columns,
  async *chunks(db, standing) {
    let next: Cursor | null = null
    do {
      const read: Awaited<ReturnType<typeof chunk>> = await chunk(db, next, CHUNK, standing)
      yield read.rows
      next = read.next
    } while (next !== null)
  },
})

/** A list that is short enough to be read at once, as its page does. */
export const exportAtOnce = <Column extends string>(
  name: string,
  columns: readonly Column[],
  read: (db: Ledger, standing: Standing | null) => Promise<readonly Row<Column>[]>,
): ListExport => ({
  name,
  columns,
  async *chunks(db, standing) {
    yield await read(db, standing)
  },
})
