import type pg from 'pg'
import { addToActors } from './actors.ts'
import { addToTariffs } from './tariffs.ts'

/** Tables that are worked out here from stored rows, in SQL or by the rules. */
export const derivedTables = [
  'account_balance',
  'actor_total',
  'block_receipt',
  'day_seal',
  'day_total',
  'open_sum',
  'open_total',
  'outlier',
  'outlier_total',
  'stale_account',
  'tariff_total',
] as const

/** A table that is worked out from rows: indexer/audit/derived.ts tells how it is proven. */
export type DerivedTable = (typeof derivedTables)[number]

/**
 * Receipts and what was taken back, by block and channel, of the blocks that a condition names. Days are India's, UTC +
 * 19,800 s. Blocks are joined to what was added up, of which there is far less than of rows.
 */
export const receiptsWhere = (blocks: string): string => `
  select block_number, channel, (timestamp + 19800) / 86400 as day, received, received_paise, returned, returned_paise
  from (
    select block_number, channel, sum(received) as received, sum(received_paise) as received_paise,
      sum(returned) as returned, sum(returned_paise) as returned_paise
    from (
      select block_number, channel, count(*) as received, sum(amount_paise) as received_paise,
        0 as returned, 0 as returned_paise
      from payment where block_number ${blocks} group by 1, 2
      union all
      select block_number, channel, 0, 0, count(*), sum(amount_paise)
      from payment_reversal where block_number ${blocks} group by 1, 2
    ) as part
    group by 1, 2
  ) as receipt
  join block on block.number = receipt.block_number`

const ADD_UP_RECEIPTS = `insert into block_receipt ${receiptsWhere('>= $1')}`

/** Works out what follows from the stored blocks from `first` on. */
export const derive = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(ADD_UP_RECEIPTS, [first])
  await client.query(MOVE_DAYS, [first, 1])
  await addToActors(client, first)
  await addToTariffs(client, first)
  if (first === 1) await client.query(NOTE_ALL)
  else await noteStale(client, first - 1)
}

/**
 * What days add up to, of the blocks that a condition names. Readings that no meter signed, and accounts, are counted
 * beside the kinds of entries.
 */
export const daysWhere = (blocks: string): string => `
  select (timestamp + 19800) / 86400 as day, kind, sum(entries) as entries, sum(amount_paise) as amount_paise
  from (
    select block_number, kind, entries, amount_paise from block_total where block_number ${blocks}
    union all
    select block_number, case kind when 1 then 'manual' when 2 then 'estimated' else 'final' end, count(*), 0
    from reading where block_number ${blocks} and kind <> 0 group by block_number, kind
    union all
    select block_number, 'account', 1, 0 from account where block_number ${blocks}
  ) as added
  join block on block.number = added.block_number
  group by 1, 2`

const MOVE_DAYS = `
  insert into day_total as total
    select day, kind, $2 * entries, $2 * amount_paise from (${daysWhere('>= $1')}) as moved
  on conflict (day, kind) do update
    set entries = total.entries + excluded.entries, amount_paise = total.amount_paise + excluded.amount_paise`

/** Takes the blocks from `first` on off their days again, before they are removed. */
export const takeOffDays = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(MOVE_DAYS, [first, -1])
  await client.query('delete from day_total where entries = 0')
}

/** Whose rows change what an account owes or has open, or under which category; a new account owes nothing. */
export const opening = [
  'account',
  'agreement',
  'bill',
  'payment',
  'payment_reversal',
  'revision',
  'adjustment',
  'dispute',
  'dispute_resolution',
] as const

/** Accounts with such rows in the blocks that a condition names. */
export const openingWhere = (blocks: string): string =>
  opening
    .map((table) => `select account from "${table}" where block_number ${blocks}`)
    .join(' union ')

const NOTE_STALE = `insert into stale_account ${openingWhere('> $1')} on conflict do nothing`

/** Every account begins with such a row, so that after a backfill nine tables need not be read for them. */
const NOTE_ALL = 'insert into stale_account select account from account on conflict do nothing'

/** Notes the accounts with such rows above this block: after these are stored, and before they are taken back. */
export const noteStale = async (client: pg.ClientBase, block: number): Promise<void> => {
  await client.query(NOTE_STALE, [block])
}
