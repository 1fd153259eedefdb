import type pg from 'pg'

/** Connections that build at once; each may sort in 128 MB. */
const BUILDERS = 2

/** False where a backfill went without the entries' indexes and has not come to its end. */
export const hasIndexes = async (client: pg.Client): Promise<boolean> =>
  (await client.query('select from deferred_index limit 1')).rowCount === 0

/** Tables whose indexes wait to be built, dealt out so that the builders have about as much to do. */
export const dealTables = async (client: pg.Client): Promise<string[][]> => {
  const { rows } = await client.query<{ table_name: string }>(`
    select table_name from deferred_index
    group by table_name order by pg_relation_size(table_name::regclass) desc, table_name`)
  return Array.from({ length: BUILDERS }, (_, part) =>
    rows.flatMap(({ table_name }, rank) => (rank % BUILDERS === part ? [table_name] : [])),
  )
}

/**
 * Builds the indexes that a backfill went without, of each hand of tables over a connection of its own, in a transaction:
 * what one has built stays when another fails. They become keys with `attachIndexes`. Throws what Postgres says, 23505 for
 * an entry stored twice.
 */
export const buildIndexes = async (
  hands: readonly (readonly string[])[],
  open: () => Promise<pg.Client>,
): Promise<void> => {
  const building = hands.map(async (tables) => {
    const client = await open()
    try {
      await client.query('select build_indexes($1)', [tables])
    } finally {
      await client.end().catch(() => {})
    }
  })
  await allOf(building)
}

export const attachIndexes = async (client: pg.Client): Promise<void> => {
  await client.query('select attach_indexes()')
}

/** Waits for all, whichever fails, and throws the first failure then. */
export const allOf = async (works: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(works)
  await Promise.all(works)
}
