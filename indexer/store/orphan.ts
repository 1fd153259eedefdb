import type pg from 'pg'
import { entryTables } from '../../migrations/tables.ts'
import { rowTables } from '../events/batch.ts'
import { takeOffActors } from './actors.ts'
import { derivedTables, noteStale, takeOffDays } from './derived.ts'
import { dropOutliers } from './outliers.ts'
import { takeOffTariffs } from './tariffs.ts'

/** Kept in `orphan` when their block is dropped; what is derived from them (accounts, totals) is removed. */
const keptTables = [...Object.keys(entryTables), 'transaction', 'block']

const blockOf = (table: string) => (table === 'block' ? 'number' : 'block_number')

/** Made once of our own names. The rows go before their block, from which they take its hash. */
const orphanStatements = keptTables.map((table) => {
  const block = `gone."${blockOf(table)}"`
  const hash = table === 'block' ? 'gone.hash' : `(select hash from block where number = ${block})`
  return `
    with gone as (delete from "${table}" where "${blockOf(table)}" > $1 returning *)
    insert into orphan (table_name, block_number, block_hash, row)
    select '${table}', ${block}, ${hash}, to_jsonb(gone) from gone`
})

const derivedStatements = ['account', 'block_total', 'block_receipt'].map(
  (table) => `delete from "${table}" where block_number > $1`,
)

/** Moves the rows of the blocks above `ancestor` to `orphan`; how many. */
export const orphanRows = async (client: pg.ClientBase, ancestor: number): Promise<number> => {
  let orphaned = 0
  await noteStale(client, ancestor)
  await takeOffDays(client, ancestor + 1)
  await takeOffActors(client, ancestor + 1)
  await takeOffTariffs(client, ancestor + 1)
  await dropOutliers(client, ancestor)
  for (const statement of orphanStatements)
    orphaned += (await client.query(statement, [ancestor])).rowCount ?? 0
  for (const statement of derivedStatements) await client.query(statement, [ancestor])
  return orphaned
}

/** Removes all rows of blocks and the checkpoint; `orphan` stays. */
export const forgetRows = async (client: pg.ClientBase): Promise<void> => {
  for (const table of [...Object.keys(rowTables), ...derivedTables])
    await client.query(`delete from "${table}"`)
  await client.query('delete from checkpoint')
}
