import { sql, type Kysely } from 'kysely'

/**
 * A first load without the entries' indexes, built once behind it in an eighth of the time: the writer, who may not
 * change tables, can have these indexes dropped, their definitions kept, and made again as they were. And up to which
 * block the tables that are worked out from rows have followed them.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table checkpoint add column derived_block integer not null default 0`.execute(db)
  await sql`update checkpoint set derived_block = block_number`.execute(db)
  await sql`
    create table deferred_index (
      name text primary key,
      table_name text not null,
      is_primary boolean not null,
      definition text not null
    )
  `.execute(db)
  // Rows here are executed by their owner: the writer may read them, and nothing else (roles.ts).
  await sql`
    create function defer_indexes() returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      one deferred_index;
    begin
      for one in
        insert into deferred_index
          select index.relname, entry.relname, pg_index.indisprimary, pg_get_indexdef(index.oid)
          from pg_index
          join pg_class as index on index.oid = pg_index.indexrelid
          join pg_class as entry on entry.oid = pg_index.indrelid
          where entry.relnamespace = 'public'::regnamespace and entry.relname in (
            'rate', 'rate_withdrawal', 'agreement_proposal', 'agreement', 'meter', 'reading', 'charge', 'bill', 'payment',
            'payment_reversal', 'revision', 'dispute', 'dispute_resolution', 'adjustment', 'period_closing',
            'role_change', 'sweep')
          returning *
      loop
        if one.is_primary then
          execute format('alter table %I drop constraint %I', one.table_name, one.name);
        else
          execute format('drop index %I', one.name);
        end if;
      end loop;
    end
    $$
  `.execute(db)
  await sql`
    create function build_indexes() returns void
    language plpgsql security definer set search_path = public, pg_temp set maintenance_work_mem = '128MB' as $$
    declare
      one deferred_index;
    begin
      for one in delete from deferred_index returning *
      loop
        execute one.definition;
        if one.is_primary then
          execute format('alter table %I add constraint %I primary key using index %I', one.table_name, one.name, one.name);
        end if;
      end loop;
    end
    $$
  `.execute(db)
  await sql`revoke execute on function defer_indexes(), build_indexes() from public`.execute(db)
}
