import type pg from 'pg'
import { tableOf } from '../../migrations/tables.ts'

/** Charges and bills follow from their reading, which is counted by its kind instead. */
export const counted = Object.values(tableOf).filter(
  (table) => table !== 'charge' && table !== 'bill',
)

const READING_KIND = `case kind when 0 then 'reading' when 1 then 'manual' when 2 then 'estimated' else 'final' end`

/** How many entries of a kind each key recorded in the blocks that a condition names, counted by transaction first. */
export const actorsWhere = (blocks: string): string => `
  select sender, kind, sum(entries) as entries
  from (
    ${counted
      .map(
        (table) =>
          `select block_number, transaction_index, ${table === 'reading' ? READING_KIND : `'${table}'`} as kind,
             count(*) as entries
           from "${table}" where block_number ${blocks} group by 1, 2, 3`,
      )
      .join(' union all ')}
  ) as entry
  join transaction using (block_number, transaction_index)
  group by 1, 2`

const MOVE_ACTORS = `
  insert into actor_total as total
    select sender, kind, $2 * entries from (${actorsWhere('>= $1')}) as moved
  on conflict (sender, kind) do update set entries = total.entries + excluded.entries`

/** How many of the blocks that a condition names each party sealed a day. */
export const sealsWhere = (blocks: string): string => `
  select (timestamp + 19800) / 86400 as day, sealer, count(*) as blocks
  from block where number ${blocks} and sealer is not null
  group by 1, 2`

const MOVE_SEALS = `
  insert into day_seal as total
    select day, sealer, $2 * blocks from (${sealsWhere('>= $1')}) as moved
  on conflict (day, sealer) do update set blocks = total.blocks + excluded.blocks`

/** Adds the blocks from `first` on to who recorded and who sealed, once they are stored. */
export const addToActors = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(MOVE_ACTORS, [first, 1])
  await client.query(MOVE_SEALS, [first, 1])
}

/** Takes them off again, before they are removed. */
export const takeOffActors = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(MOVE_ACTORS, [first, -1])
  await client.query(MOVE_SEALS, [first, -1])
  await client.query('delete from actor_total where entries = 0')
  await client.query('delete from day_seal where blocks = 0')
}
