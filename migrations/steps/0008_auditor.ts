import { sql, type Kysely } from 'kysely'

/**
 * What an auditor looks up without going through the ledger: who recorded what, who sealed how many blocks a day, and the
 * readings that stand out. Accounts stored before are noted as to be worked out.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table actor_total (
      sender bytea not null,
      kind text not null,
      entries bigint not null,
      primary key (sender, kind)
    )
  `.execute(db)
  for (const [kind, table, where] of actorKinds)
    await sql`
      insert into actor_total
        select transaction.sender, ${sql.lit(kind)}, count(*)
        from ${sql.table(table)} as entry
        join transaction on transaction.block_number = entry.block_number
          and transaction.transaction_index = entry.transaction_index
        ${where === null ? sql`` : sql`where entry.kind = ${sql.lit(where)}`}
        group by 1
    `.execute(db)
  await sql`
    create index transaction_sender on transaction (sender, block_number, transaction_index)
  `.execute(db)
  await sql`
    create table day_seal (
      day bigint not null,
      sealer bytea not null,
      blocks bigint not null,
      primary key (day, sealer)
    )
  `.execute(db)
  await sql`
    insert into day_seal
      select (timestamp + 19800) / 86400, sealer, count(*) from block where sealer is not null group by 1, 2
  `.execute(db)
  await sql`
    create table outlier (
      account bytea not null,
      seq bigint not null,
      rule text not null,
      bill bigint not null,
      block_number integer not null,
      log_index integer not null,
      day bigint not null,
      measured numeric(39) not null,
      expected numeric(39) not null,
      primary key (account, seq, rule)
    )
  `.execute(db)
  await sql`create index outlier_rule on outlier (rule, block_number, log_index)`.execute(db)
  await sql`create index outlier_block on outlier (block_number, log_index)`.execute(db)
  await sql`
    create table outlier_total (
      day bigint not null,
      rule text not null,
      outliers bigint not null,
      primary key (day, rule)
    )
  `.execute(db)
  await sql`
    insert into stale_account select account from account on conflict do nothing
  `.execute(db)
}

/** Charges and bills follow from their reading, whose kind is told instead. */
const actorKinds: readonly (readonly [kind: string, table: string, reading: number | null])[] = [
  ['reading', 'reading', 0],
  ['manual', 'reading', 1],
  ['estimated', 'reading', 2],
  ['final', 'reading', 3],
  ...[
    'rate',
    'rate_withdrawal',
    'agreement_proposal',
    'agreement',
    'meter',
    'payment',
    'payment_reversal',
    'revision',
    'dispute',
    'dispute_resolution',
    'adjustment',
    'period_closing',
    'role_change',
    'sweep',
  ].map((table) => [table, table, null] as const),
]
