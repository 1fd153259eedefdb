import { sql, type Kysely } from 'kysely'

/**
 * Who builds is told which tables' indexes to build. Each connection used to rank the tables by size by itself, and where a
 * size changed between two rankings a table was nobody's, or two connections' at once. Now a second one waits for the first,
 * and finds the indexes there.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop function build_indexes(integer, integer)`.execute(db)
  await sql`
    create function build_indexes(tables text[]) returns void
    language plpgsql security definer set search_path = public, pg_temp
    set maintenance_work_mem = '128MB' set max_parallel_maintenance_workers = 0 as $$
    declare
      one record;
    begin
      for one in
        select table_name::regclass::oid::bigint as built,
          regexp_replace(definition, '^CREATE (UNIQUE )?INDEX ', '\\&IF NOT EXISTS ') as definition
        from deferred_index
        where table_name = any(tables)
        order by table_name
      loop
        perform pg_advisory_xact_lock(-one.built);
        execute one.definition;
      end loop;
    end
    $$
  `.execute(db)
  await sql`revoke execute on function build_indexes(text[]) from public`.execute(db)
}
