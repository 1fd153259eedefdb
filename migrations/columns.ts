import type { SelectType } from 'kysely'

/**
 * How a column's type in TypeScript stands in Postgres. The two are told apart by Postgres's type alone, because a row's
 * parser (connect.ts) knows nothing else: `bigint` (int8) is read as `number` (ids, counts, days; all below 2⁵³), `numeric`
 * as `bigint` (paise, Wh, W, rates per unit).
 */
type SqlType<T> = null extends T
  ? `${NotNullSqlType<NonNullable<T>>} null`
  : NotNullSqlType<NonNullable<T>>

type NotNullSqlType<T> = T extends bigint
  ? 'numeric(20,0)' | 'numeric(39,0)'
  : T extends number
    ? 'bigint' | 'integer'
    : T extends boolean
      ? 'boolean'
      : T extends Uint8Array
        ? 'bytea'
        : T extends Date
          ? 'timestamp with time zone'
          : T extends string
            ? 'text'
            : 'jsonb'

/** Every column of a row type with its type in Postgres, in the table's order. The drift test holds it to the catalogue. */
export type Columns<Row> = { readonly [Column in keyof Row]: SqlType<SelectType<Row[Column]>> }

/** What every table of events begins with: whose entry it is, its number there, and where it stands on the chain. */
export interface EntryRow {
  account: Uint8Array
  seq: number
  block_number: number
  transaction_index: number
  log_index: number
}

export const entryColumns = {
  account: 'bytea',
  seq: 'bigint',
  block_number: 'integer',
  transaction_index: 'integer',
  log_index: 'integer',
} as const satisfies Columns<EntryRow>
