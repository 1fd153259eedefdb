import { sql, type Kysely } from 'kysely'

/**
 * What each tariff charged in all, so that its page needs no look at each of its charges: those that stand, so less what a
 * correction charged anew. Of the blocks from which everything is derived; the rest follows with them.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table tariff_total (
      tariff bigint primary key,
      parts bigint not null,
      wh numeric(39) not null,
      charge_paise numeric(39) not null
    )
  `.execute(db)
  await sql`
    insert into tariff_total
      select tariff, sum(parts), sum(wh), sum(charge_paise)
      from (
        select tariff, 1 as parts, wh, charge_paise, block_number from charge
        union all
        select charge.tariff, -1, -charge.wh, -charge.charge_paise, again.block_number
        from charge
        join (select distinct account, bill, revision, block_number from charge where revision > 0) as again
          on again.account = charge.account and again.bill = charge.bill
          and again.revision = charge.revision + 1
      ) as part
      where block_number <= (select derived_block from checkpoint)
      group by tariff
  `.execute(db)
}
