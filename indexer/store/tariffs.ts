import type pg from 'pg'

/**
 * What each tariff charged in the blocks that a condition names. A correction charges all parts of its bill anew, and is
 * numbered from 1 without gaps: what it replaces, in whatever block, is taken off in its own.
 */
export const tariffsWhere = (blocks: string): string => `
  select tariff, sum(parts) as parts, sum(wh) as wh, sum(charge_paise) as charge_paise
  from (
    select tariff, 1 as parts, wh, charge_paise from charge where block_number ${blocks}
    union all
    select charge.tariff, -1, -charge.wh, -charge.charge_paise
    from charge
    join (
      select distinct account, bill, revision from charge where block_number ${blocks} and revision > 0
    ) as again
      on again.account = charge.account and again.bill = charge.bill and again.revision = charge.revision + 1
  ) as part
  group by 1`

const MOVE_TARIFFS = `
  insert into tariff_total as total
    select tariff, $2 * parts, $2 * wh, $2 * charge_paise from (${tariffsWhere('>= $1')}) as moved
  on conflict (tariff) do update
    set parts = total.parts + excluded.parts, wh = total.wh + excluded.wh,
      charge_paise = total.charge_paise + excluded.charge_paise`

/** Adds the blocks from `first` on to what their tariffs charged, once they are stored. */
export const addToTariffs = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(MOVE_TARIFFS, [first, 1])
}

/** Takes them off again, before they are removed. */
export const takeOffTariffs = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(MOVE_TARIFFS, [first, -1])
  await client.query('delete from tariff_total where parts = 0')
}
