import { sql, type Kysely } from 'kysely'

/** What the indexer knows of the chain: blocks, the transactions that matter, how far it is, what was orphaned. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table block (
      number integer primary key,
      hash bytea not null unique,
      parent_hash bytea not null,
      timestamp bigint not null,
      state_root bytea not null,
      sealer bytea,
      transaction_count integer not null,
      log_count integer not null
    )
  `.execute(db)
  await sql`
    create table transaction (
      hash bytea primary key,
      block_number integer not null,
      transaction_index integer not null,
      sender bytea not null,
      recipient bytea,
      unique (block_number, transaction_index)
    )
  `.execute(db)
  await sql`
    create table checkpoint (
      only_row boolean primary key default true check (only_row),
      chain_id bigint not null,
      genesis_hash bytea not null,
      contract bytea not null,
      block_number integer not null,
      block_hash bytea not null
    )
  `.execute(db)
  // No primary key on (table, row): the same row can be orphaned twice, when a branch wins, loses and wins again.
  await sql`
    create table orphan (
      id bigint generated always as identity primary key,
      table_name text not null,
      block_number integer not null,
      block_hash bytea not null,
      row jsonb not null,
      orphaned_at timestamptz not null default now()
    )
  `.execute(db)
  await sql`create index orphan_block on orphan (block_number, block_hash)`.execute(db)
  await sql`
    create table account (
      account bytea primary key,
      code text not null,
      block_number integer not null
    )
  `.execute(db)
  await sql`create index account_code on account (code)`.execute(db)
  await sql`create index account_block on account (block_number)`.execute(db)
  await sql`
    create table block_total (
      block_number integer not null,
      kind text not null,
      entries integer not null,
      amount_paise numeric(39) not null,
      primary key (block_number, kind)
    )
  `.execute(db)
  await sql`
    create table indexer_status (
      only_row boolean primary key default true check (only_row),
      chain_head integer not null,
      indexed_block integer not null,
      proven_block integer not null,
      lag_seconds bigint not null,
      state text not null,
      alarm text,
      alarm_at timestamptz,
      updated_at timestamptz not null
    )
  `.execute(db)
}
