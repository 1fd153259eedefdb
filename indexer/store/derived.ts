import type pg from 'pg'
import { addToActors } from './actors.ts'

/** Tables that are worked out here from stored rows, in SQL or by the rules. */
export const derivedTables = [
  'actor_total',
  'block_receipt',
  'day_seal',
  'day_total',
  'open_sum',
  'open_total',
  'outlier',
  'outlier_total',
  'stale_account',
]

/** Receipts and what was taken back, by block and channel, of the blocks from `first` on. Days are India's, UTC + 19,800 s. */
const ADD_UP_RECEIPTS = `
  insert into block_receipt
    select block_number, channel, (timestamp + 19800) / 86400,
      sum(received), sum(received_paise), sum(returned), sum(returned_paise)
    from (
      select block_number, channel, 1 as received, amount_paise as received_paise, 0 as returned, 0 as returned_paise
      from payment where block_number >= $1
      union all
      select block_number, channel, 0, 0, 1, amount_paise from payment_reversal where block_number >= $1
    ) as receipt
    join block on block.number = receipt.block_number
    group by 1, 2, 3`

/** Works out what follows from the stored blocks from `first` on. */
export const derive = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(ADD_UP_RECEIPTS, [first])
  await client.query(MOVE_DAYS, [first, 1])
  await addToActors(client, first)
  await noteStale(client, first - 1)
}

/** Readings that no meter signed, and accounts, are counted beside the kinds of entries. */
const MOVE_DAYS = `
  insert into day_total as total
    select (timestamp + 19800) / 86400, kind, $2 * sum(entries), $2 * sum(amount_paise)
    from (
      select block_number, kind, entries, amount_paise from block_total where block_number >= $1
      union all
      select block_number, case kind when 1 then 'manual' when 2 then 'estimated' else 'final' end, 1, 0
      from reading where block_number >= $1 and kind <> 0
      union all
      select block_number, 'account', 1, 0 from account where block_number >= $1
    ) as added
    join block on block.number = added.block_number
    group by 1, 2
  on conflict (day, kind) do update
    set entries = total.entries + excluded.entries, amount_paise = total.amount_paise + excluded.amount_paise`

/** Takes the blocks from `first` on off their days again, before they are removed. */
export const takeOffDays = async (client: pg.ClientBase, first: number): Promise<void> => {
  await client.query(MOVE_DAYS, [first, -1])
  await client.query('delete from day_total where entries = 0')
}

/** Whose entries change what an account has open, or under which category. */
const opening = [
  'agreement',
  'bill',
  'payment',
  'payment_reversal',
  'revision',
  'adjustment',
  'dispute',
  'dispute_resolution',
]

const NOTE_STALE = `
  insert into stale_account
  ${opening.map((table) => `select account from "${table}" where block_number > $1`).join(' union ')}
  on conflict do nothing`

/** Notes the accounts with entries above this block: after these are stored, and before they are taken back. */
export const noteStale = async (client: pg.ClientBase, block: number): Promise<void> => {
  await client.query(NOTE_STALE, [block])
}
