import { sql, type Kysely } from 'kysely'

/** Open sums by their amount, so that a page of the largest reads no more than it shows. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create index open_sum_amount on open_sum (kind, amount_paise, account, bill, due_day)
  `.execute(db)
  await sql`
    create index open_sum_category_amount on open_sum (category, kind, amount_paise, account, bill, due_day)
  `.execute(db)
}
