import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { layouts, type EventName, type WordKind } from '../../contracts/events/layouts.ts'
import { connect } from '../../migrations/connect.ts'
import { chainTables, entryTables, tableOf, type EntryView } from '../../migrations/tables.ts'
import { entryColumns, type Columns } from '../../migrations/columns.ts'
import { createDatabase } from '../machine/postgres.ts'

const entryView = {
  account: 'bytea',
  seq: 'bigint',
  kind: 'text',
  block_number: 'integer',
  transaction_index: 'integer',
  log_index: 'integer',
} as const satisfies Columns<EntryView>
const expected: Record<string, Record<string, string>> = {
  ...entryTables,
  ...chainTables,
  entry: entryView,
}

const catalogue = sql<{ table: string; column: string; type: string }>`
  select c.relname as table, a.attname as column,
    format_type(a.atttypid, a.atttypmod) || case when a.attnotnull or c.relkind = 'v' then '' else ' null' end as type
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p', 'm')
    and c.relname not like 'kysely_%'
  order by c.relname, a.attnum
`

test('every table and column that Kysely is told of is the one in the catalogue, and the other way round', async () => {
  await using database = await createDatabase()
  await using db = connect(database.url)
  const { rows } = await catalogue.execute(db)
  const found = Map.groupBy(rows, (row) => row.table)
  expect([...found.keys()].toSorted()).toEqual(Object.keys(expected).toSorted())
  for (const [table, columns] of Object.entries(expected))
    expect(
      (found.get(table) ?? []).map((row) => [row.column, row.type]),
      `columns of ${table}`,
    ).toEqual(Object.entries(columns))
})

const units: Partial<Record<WordKind, string>> = {
  paise: 'paise',
  wh: 'wh',
  day: 'day',
  watt: 'w',
  perUnit: 'per_unit',
}

const types: Record<WordKind, string> = {
  uint: 'bigint',
  day: 'bigint',
  watt: 'numeric(20,0)',
  wh: 'numeric(20,0)',
  perUnit: 'numeric(20,0)',
  paise: 'numeric(20,0)',
  bool: 'boolean',
  address: 'bytea',
  bytes32: 'bytea',
}

/** `effectiveFrom`, a day, is stored as `effective_from_day`; `dueDay` as `due_day`. */
const columnOf = (field: string, kind: WordKind) => {
  const name = field.replace('KW', 'Kw').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const unit = units[kind]
  return unit === undefined || name === unit || name.endsWith(`_${unit}`) ? name : `${name}_${unit}`
}

test.each(Object.keys(layouts) as EventName[])(
  'the table of %s has a column for each word of its data, in their order',
  (event) => {
    const wide = event === 'PeriodClosed'
    expect(Object.entries(entryTables[tableOf[event]])).toEqual([
      ...Object.entries(entryColumns),
      ...layouts[event].map(([field, kind]) => [
        columnOf(field, kind),
        wide && kind === 'paise' ? 'numeric(39,0)' : types[kind],
      ]),
    ])
  },
)
