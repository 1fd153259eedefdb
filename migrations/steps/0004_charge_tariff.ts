import { sql, type Kysely } from 'kysely'

/** Which bills a tariff priced, newest first: without it a page would look through every charge. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create index charge_tariff on charge (tariff, block_number, log_index)`.execute(db)
}
