import type pg from 'pg'
import { chainTables } from '../../migrations/tables.ts'
import { derivedTables, type DerivedTable } from '../store/derived.ts'
import { derivations } from './derived.ts'
import { TableDifferences, type Difference } from './differences.ts'

/** What could not be compared, and why, in words. */
export interface Uncompared {
  what: string
  why: string
}

interface DerivedFound {
  differences: Difference[]
  uncompared: Uncompared[]
}

/**
 * Works every derived table out anew from rows that were proven in this very snapshot, and compares. Where rows that it
 * follows from are not the chain's (`altered`: their tables), nothing is known of it, and that is said.
 */
export const compareDerived = async (
  client: pg.ClientBase,
  through: number,
  altered: ReadonlySet<string>,
): Promise<DerivedFound> => {
  const found: DerivedFound = { differences: [], uncompared: [] }
  const unsure = new Set(altered)
  for (const table of derivedTables) {
    const { from } = derivations[table]
    const wrong = from.filter((source) => unsure.has(source))
    if (wrong.length > 0) {
      const why = `it follows from ${wrong.join(', ')}, whose rows are not all the chain's`
      found.uncompared.push({ what: table, why })
      unsure.add(table)
      continue
    }
    const differences = await compareTable(client, table, through)
    found.differences.push(...differences)
    if (differences.length > 0) unsure.add(table)
  }
  return found
}

const compareTable = async (
  client: pg.ClientBase,
  table: DerivedTable,
  through: number,
): Promise<Difference[]> => {
  const { key, pages } = derivations[table]
  const columns: Readonly<Record<string, string>> = chainTables[table]
  const keys = keysOf(key, Object.keys(columns))
  const differences = new TableDifferences(table, columns, keys, key)
  for await (const { held, made } of pages(client, through)) differences.compare(held, made)
  return differences.take()
}

/** A row is known by its key; where that was altered, by all columns but one. */
const keysOf = (key: readonly string[], columns: readonly string[]) => [
  key,
  ...(columns.length === 1 ? [] : columns.map((left) => columns.filter((one) => one !== left))),
]
