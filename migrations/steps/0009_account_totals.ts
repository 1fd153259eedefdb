import { sql, type Kysely } from 'kysely'

/** How many accounts were opened on each day, so that nobody has to count them all. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    insert into day_total
      select (timestamp + 19800) / 86400, 'account', count(*), 0
      from account join block on block.number = account.block_number
      where account.block_number <= (select derived_block from checkpoint)
      group by 1
  `.execute(db)
}
