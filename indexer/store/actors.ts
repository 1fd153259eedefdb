import type pg from 'pg'
import { tableOf } from '../../migrations/tables.ts'

/** Charges and bills follow from their reading, which is counted by its kind instead. */
const counted = Object.values(tableOf).filter((table) => table !== 'charge' && table !== 'bill')

const READING_KIND = `case kind when 0 then 'reading' when 1 then 'manual' when 2 then 'estimated' else 'final' end`

const MOVE_ACTORS = `
  insert into actor_total as total
    select sender, kind, $2 * count(*)
    from (
      ${counted
        .map(
          (table) =>
            `select block_number, transaction_index, ${table === 'reading' ? READING_KIND : `'${table}'`} as kind
             from "${table}" where block_number >= $1`,
        )
        .join(' union all ')}
    ) as entry
    join transaction using (block_number, transaction_index)
    group by 1, 2
  on conflict (sender, kind) do update set entries = total.entries + excluded.entries`

const MOVE_SEALS = `
  insert into day_seal as total
    select (timestamp + 19800) / 86400, sealer, $2 * count(*)
    from block where number >= $1 and sealer is not null
    group by 1, 2
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
