import type pg from 'pg'

/** Connections that build at once; each may sort in 128 MB. */
const BUILDERS = 2

/** False where a backfill went without the entries' indexes and has not come to its end. */
export const hasIndexes = async (client: pg.Client): Promise<boolean> =>
  (await client.query('select from deferred_index limit 1')).rowCount === 0

/**
 * Builds the indexes that a backfill went without, over connections of their own, in a transaction each: what one has built
 * stays when another fails. They become keys with `attachIndexes`. Throws what Postgres says, 23505 for an entry stored twice.
 */
export const buildIndexes = async (open: () => Promise<pg.Client>): Promise<void> => {
  const building = Array.from({ length: BUILDERS }, async (_, part) => {
    const client = await open()
    try {
      await client.query('select build_indexes($1, $2)', [part, BUILDERS])
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
