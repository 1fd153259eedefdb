import { sql } from 'kysely'
import { bytesOf } from '../../contracts/events/hex.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesWithKeys } from '../record/entries.ts'
import type { Entry, EntryOf } from '../record/entry.ts'

interface Key {
  readonly account: Uint8Array
  readonly seq: number
}

/**
 * Of each of these estimates the readings that say what to make of it, in the order of `seq`: the three real ones before it, by
 * which it is judged, the one just before it, the first real one since, and the one just before that. Of an account's
 * hundred readings that is six.
 */
export const readingsAround = async (
  db: Ledger,
  estimates: readonly EntryOf<'ConsumptionRecorded'>[],
): Promise<Entry[]> => {
  if (estimates.length === 0) return []
  const accounts = estimates.map(({ account }) => bytesOf(account))
  const seqs = estimates.map(({ seq }) => seq)
  const keys = await db
    .selectFrom(
      sql<Key>`(
        select distinct own.account, around.seq
        from unnest(${accounts}::bytea[], ${seqs}::bigint[]) as own (account, seq)
        left join lateral (
          select seq from reading
          where account = own.account and seq > own.seq and kind <> ${sql.lit(ESTIMATED)}
          order by seq limit 1
        ) as real on true
        cross join lateral (
          (select seq from reading
           where account = own.account and seq < own.seq and kind <> ${sql.lit(ESTIMATED)}
           order by seq desc limit 3)
          union all
          (select seq from reading where account = own.account and seq < own.seq
           order by seq desc limit 1)
          union all
          (select seq from reading where account = own.account and seq < real.seq
           order by seq desc limit 1)
          union all
          select real.seq where real.seq is not null
        ) as around
      )`.as<'key'>(sql`key`),
    )
    .selectAll()
    .execute()
  const found = await entriesWithKeys(
    db,
    keys.map((key) => ({ ...key, kind: 'reading' })),
  )
  return found.sort((a, b) => a.seq - b.seq)
}

/** The contract's number of an estimated reading. */
const ESTIMATED = 2
