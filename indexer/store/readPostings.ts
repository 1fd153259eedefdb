import type pg from 'pg'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import type { Posting } from '../../contracts/rules/posting.ts'
import type { DayNumber, Paise } from '../../contracts/rules/units.ts'

/** What moved an account's money, in order, and the category of its newest terms (0 without any). */
export interface AccountPostings {
  readonly category: number
  readonly postings: readonly Posting[]
}

interface Row {
  account: Uint8Array
  seq: number
  /** Seconds since 1970, of the block. */
  timestamp: number
  kind: 'terms' | Posting['kind']
  /** Bill; of terms the category. */
  number: number
  amount: Paise
  /** Due day of a bill; first day of terms. */
  day: DayNumber
  /** Instalments of a bill or of terms; a resolution's outcome. */
  word: number
  reference: Uint8Array
}

/** One query for a handful of accounts: each table by its key, and with a bill the instalments of the terms it was made by. */
const READ = `
  select entry.*, block.timestamp from (
    select account, seq, block_number, 'terms' as kind, category as number, 0::numeric as amount, first_day as day,
      instalments as word, ''::bytea as reference
    from agreement where account = any($1)
    union all
    select account, seq, block_number, 'bill', number, amount_paise, due_day,
      coalesce((
        select instalments from agreement
        where agreement.account = bill.account and agreement.seq < bill.seq and first_day <= bill.end_day - 1
        order by agreement.seq desc limit 1), 1), ''
    from bill where account = any($1)
    union all
    select account, seq, block_number, 'payment', 0, amount_paise, 0, 0, receipt_reference
    from payment where account = any($1)
    union all
    select account, seq, block_number, 'reversal', 0, amount_paise, 0, 0, receipt_reference
    from payment_reversal where account = any($1)
    union all
    select account, seq, block_number, 'revision', bill, difference_paise, 0, 0, ''
    from revision where account = any($1)
    union all
    select account, seq, block_number, 'adjustment', bill, amount_paise, 0, 0, ''
    from adjustment where account = any($1)
    union all
    select account, seq, block_number, 'dispute', bill, amount_paise, 0, 0, ''
    from dispute where account = any($1)
    union all
    select account, seq, block_number, 'resolution', bill, 0, 0, outcome, ''
    from dispute_resolution where account = any($1)
  ) as entry
  join block on block.number = entry.block_number
  order by account, seq`

/** The postings of these accounts. Every account asked for is among the answers, if only with none. */
export const readPostings = async (
  client: pg.ClientBase,
  accounts: readonly Uint8Array[],
): Promise<ReadonlyMap<Hex, AccountPostings>> => {
  const { rows } = await client.query<Row>(READ, [accounts])
  const byAccount = Map.groupBy(rows, ({ account }) => hexOf(account))
  return new Map(
    accounts.map((bytes) => {
      const account = hexOf(bytes)
      const entries = byAccount.get(account) ?? []
      const terms = entries.findLast(({ kind }) => kind === 'terms')
      return [account, { category: terms?.number ?? 0, postings: entries.flatMap(postingOf) }]
    }),
  )
}

const postingOf = (row: Row): Posting[] => {
  const { kind, number, amount, word } = row
  const placed = { seq: row.seq, day: dayInIndia(row.timestamp) }
  switch (kind) {
    case 'terms':
      return []
    case 'bill':
      return [{ ...placed, kind, number, amount, dueDay: row.day, instalments: word }]
    case 'payment':
    case 'reversal':
      return [{ ...placed, kind, amount, reference: hexOf(row.reference) }]
    case 'revision':
      return [{ ...placed, kind, bill: number, difference: amount }]
    case 'adjustment':
    case 'dispute':
      return [{ ...placed, kind, bill: number, amount }]
    case 'resolution':
      return [{ ...placed, kind, bill: number, outcome: word === 0 ? 'upheld' : 'granted' }]
    default:
      return kind satisfies never
  }
}
