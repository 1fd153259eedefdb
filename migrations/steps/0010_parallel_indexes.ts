import { sql, type Kysely } from 'kysely'

/**
 * Deferred indexes built by several connections at once: each takes a share of the tables, so that no two wait for one
 * another, and one makes keys of them when all stand, which locks the tables for a moment only. Begun anew after a break,
 * what stands already is left.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop function build_indexes()`.execute(db)
  await sql`
    create function build_indexes(part integer, parts integer) returns void
    language plpgsql security definer set search_path = public, pg_temp
    set maintenance_work_mem = '128MB' set max_parallel_maintenance_workers = 0 as $$
    declare
      one text;
    begin
      for one in
        select regexp_replace(definition, '^CREATE (UNIQUE )?INDEX ', '\\&IF NOT EXISTS ')
        from deferred_index
        join (
          select table_name, row_number() over (order by pg_relation_size(table_name::regclass) desc, table_name) as rank
          from (select distinct table_name from deferred_index) as deferred
        ) as ranked using (table_name)
        where rank % parts = part
      loop
        execute one;
      end loop;
    end
    $$
  `.execute(db)
  await sql`
    create function attach_indexes() returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      one deferred_index;
    begin
      for one in delete from deferred_index returning *
      loop
        if one.is_primary then
          execute format('alter table %I add constraint %I primary key using index %I', one.table_name, one.name, one.name);
        end if;
      end loop;
    end
    $$
  `.execute(db)
  await sql`revoke execute on function build_indexes(integer, integer), attach_indexes() from public`.execute(
    db,
  )
}
