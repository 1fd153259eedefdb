import { sql, type Kysely } from 'kysely'

/** What a day's entries add up to, and the indexes by which the ledger's rarer readings and a period's blocks are found. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table day_total (
      day bigint not null,
      kind text not null,
      entries bigint not null,
      amount_paise numeric(39) not null,
      primary key (day, kind)
    )
  `.execute(db)
  await sql`
    insert into day_total
      select (timestamp + 19800) / 86400, kind, sum(entries), sum(amount_paise)
      from (
        select block_number, kind, entries, amount_paise from block_total
        union all
        select block_number, case kind when 1 then 'manual' when 2 then 'estimated' else 'final' end, 1, 0
        from reading where kind <> 0
      ) as total
      join block on block.number = total.block_number
      group by 1, 2
  `.execute(db)
  await sql`create index block_timestamp on block (timestamp)`.execute(db)
  for (const kind of [1, 2, 3])
    await sql`
      create index ${sql.id(`reading_kind_${kind}`)} on reading (block_number, log_index)
      where kind = ${sql.lit(kind)}
    `.execute(db)
}
