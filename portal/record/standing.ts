import { sql } from 'kysely'
import type { ReadonlyCompiledQuery } from 'kysely/readonly'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'

/** How far the ledger that a page reads goes. */
export interface Standing {
  /** The last block stored: everything on the page is as of this block. */
  readonly block: number
  readonly hash: Hex
  readonly stateRoot: Hex
  /** Who sealed it; null where nobody seals. */
  readonly sealer: Hex | null
  /** Its time, seconds since 1970, UTC. */
  readonly timestamp: number
  /** Its day in India: what is due is judged by the ledger's own day, not by the reader's clock. */
  readonly today: DayNumber
  /** Whether the sums by block and day are those of this block's rows; during a first load they follow later. */
  readonly isAddedUp: boolean
  /** Whether so are the sums, totals and lists that the indexer works out of entries a moment after they are stored. */
  readonly isWorkedOut: boolean
  readonly indexer: IndexerReport | null
  /** What Postgres calls all that the reader's transaction sees: two with the same name see the same rows. */
  readonly snapshot: string
}

/** What the indexer last said of itself. */
export interface IndexerReport {
  readonly chainHead: number
  readonly proven: number
  readonly lagSeconds: number
  readonly state: string
  readonly alarm: string | null
  readonly alarmAt: Date | null
  readonly updatedAt: Date
  /** Not heard of for a minute, though it reports every second. */
  readonly isSilent: boolean
}

const SILENCE_MS = 60_000

/** How far the ledger goes, or null before the first block is stored. */
export const readStanding = async (db: Ledger): Promise<Standing | null> => {
  // Every page asks for it, so it is written once.
  written ??= standingQuery(db).compile() as ReadonlyCompiledQuery<Row>
  const { rows } = await db.executeQuery(written)
  const [row] = rows
  if (row === undefined) return null
  const { chain_head, proven_block, lag_seconds, state, updated_at } = row
  const reported =
    chain_head !== null &&
    proven_block !== null &&
    lag_seconds !== null &&
    state !== null &&
    updated_at !== null
  return {
    block: row.number,
    hash: hexOf(row.hash),
    stateRoot: hexOf(row.state_root),
    sealer: row.sealer === null ? null : hexOf(row.sealer),
    timestamp: row.timestamp,
    today: dayInIndia(row.timestamp),
    isAddedUp: row.derived_block === row.number,
    isWorkedOut: row.derived_block === row.number && !row.is_stale,
    snapshot: row.snapshot,
    indexer: reported
      ? {
          chainHead: chain_head,
          proven: proven_block,
          lagSeconds: lag_seconds,
          state,
          alarm: row.alarm,
          alarmAt: row.alarm_at,
          updatedAt: updated_at,
          isSilent: Date.now() - updated_at.getTime() > SILENCE_MS,
        }
      : null,
  }
}

const standingQuery = (db: Ledger) =>
  db
    .selectFrom('checkpoint')
    .innerJoin('block', 'block.number', 'checkpoint.block_number')
    .leftJoin('indexer_status', (join) => join.onTrue())
    .select(['block.number', 'block.hash', 'block.state_root', 'block.timestamp'])
    .select(['block.sealer', 'checkpoint.derived_block'])
    .select(['chain_head', 'proven_block', 'lag_seconds', 'state', 'alarm', 'alarm_at'])
    .select('indexer_status.updated_at')
    // By the key: what was worked out leaves many dead rows at the table's beginning.
    .select(
      sql<boolean>`(select account from stale_account order by account limit 1) is not null`.as(
        'is_stale',
      ),
    )
    .select(sql<string>`pg_current_snapshot()::text`.as('snapshot'))

let written: ReadonlyCompiledQuery<Row> | undefined
type Row = Awaited<ReturnType<ReturnType<typeof standingQuery>['execute']>>[number]

/** Whether rows are stored from which what the indexer works out has yet to follow. */
export const isBehind = (standing: Standing | null): boolean => standing?.isWorkedOut === false

/** The ledger's own day; a ledger without a block has none, and nothing to show either. */
export const todayOf = (standing: Standing | null): DayNumber => standing?.today ?? dayNumber(0)
