import { hexOf } from '../../contracts/events/hex.ts'
import type { RowTable } from '../events/batch.ts'
import { rowsIn, valueText, type RowBytes } from './rowBytes.ts'

/** A row that is not as the chain proves it. */
export interface Difference {
  /** `entry`: of all its tables. */
  table: string
  /** Which row, by its key: `account 0x…, seq 5`. */
  row: string
  /** `altered`: in the column; `missing`: the chain has it, Postgres not; `extra`: the other way round. */
  what: 'altered' | 'missing' | 'extra'
  column?: string
  /** What Postgres holds and what the chain says, where a column was altered. */
  held?: string
  proven?: string
}

/** By which columns a row of a block is known, and where it stands on the chain, if its key itself was altered. */
export const keysOf = (table: RowTable): readonly (readonly string[])[] => {
  if (table === 'block') return [['number'], ['hash']]
  if (table === 'transaction') return [['hash'], ['block_number', 'transaction_index']]
  if (table === 'account') return [['account'], ['code'], ['block_number']]
  if (table === 'block_total')
    return [['block_number', 'kind'], ['block_number', 'entries', 'amount_paise'], ['kind']]
  return [['account', 'seq'], ['block_number', 'log_index'], ['account'], ['seq']]
}

/** Collects the rows of one table that are on one side only, and tells at the end what became of them. */
export class TableDifferences {
  readonly #table: string
  readonly #columns: readonly string[]
  readonly #types: readonly string[]
  readonly #keys: readonly (readonly string[])[]
  readonly #named: readonly string[]
  #missing: RowBytes[] = []
  #extra: RowBytes[] = []

  /**
   * @param columns With their types in Postgres, in the order of the rows.
   * @param keys By which columns a row is known; if the first were altered, by the next.
   * @param named The columns by which it is called in a sentence.
   */
  constructor(
    table: string,
    columns: Readonly<Record<string, string>>,
    keys: readonly (readonly string[])[],
    named: readonly string[],
  ) {
    this.#table = table
    this.#columns = Object.keys(columns)
    this.#types = Object.values(columns)
    this.#keys = keys
    this.#named = named
  }

  /** Rows of the same blocks, as Postgres holds them and as the chain proves them, in COPY's binary format. */
  compare(held: Buffer, proven: Buffer): void {
    if (held.equals(proven)) return
    const [ours, theirs] = [rowsIn(held), rowsIn(proven)]
    this.#missing.push(...without(theirs, ours))
    this.#extra.push(...without(ours, theirs))
  }

  /** Each difference once; the lists are empty afterwards. */
  take(): Difference[] {
    const found: Difference[] = []
    for (const key of this.#keys) {
      const places = key.map((column) => this.#columns.indexOf(column))
      const keyOf = (row: RowBytes) =>
        places.map((place) => hexOf(row[place] ?? Buffer.alloc(0))).join(' ')
      const waiting = Map.groupBy(this.#extra, keyOf)
      this.#missing = this.#missing.filter((proven) => {
        const held = waiting.get(keyOf(proven))?.shift()
        if (held === undefined) return true
        this.#extra.splice(this.#extra.indexOf(held), 1)
        found.push(...this.#altered(held, proven))
        return false
      })
    }
    const rest = (rows: readonly RowBytes[], what: 'missing' | 'extra') =>
      rows.map((row): Difference => ({ table: this.#table, row: this.#name(row), what }))
    found.push(...rest(this.#missing, 'missing'), ...rest(this.#extra, 'extra'))
    this.#missing = []
    this.#extra = []
    return found
  }

  #altered(held: RowBytes, proven: RowBytes): Difference[] {
    const row = this.#name(proven)
    return this.#columns.flatMap((column, place): Difference[] => {
      const type = this.#types[place] as string
      const [is, was] = [held, proven].map((side) => valueText(side[place] ?? null, type)) as [
        string,
        string,
      ]
      if (is === was) return []
      return [{ table: this.#table, row, what: 'altered', column, held: is, proven: was }]
    })
  }

  #name(row: RowBytes): string {
    return this.#named
      .map((column) => {
        const place = this.#columns.indexOf(column)
        return `${column} ${valueText(row[place] ?? null, this.#types[place] as string)}`
      })
      .join(', ')
  }
}

/** Rows of one side that the other lacks: one that is there twice must be there twice. */
const without = (rows: ReturnType<typeof rowsIn>, others: ReturnType<typeof rowsIn>) => {
  const waiting = new Map<string, number>()
  for (const { key } of others) waiting.set(key, (waiting.get(key) ?? 0) + 1)
  return rows.flatMap(({ key, columns }) => {
    const count = waiting.get(key) ?? 0
    waiting.set(key, count - 1)
    return count > 0 ? [] : [columns]
  })
}
