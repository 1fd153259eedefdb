import type pg from 'pg'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { type Outlier, outliers } from '../../contracts/rules/outliers.ts'
import type { DayNumber, Watt, Wh } from '../../contracts/rules/units.ts'

interface Row {
  account: Uint8Array
  seq: number
  bill: number
  kind: number
  wh: Wh
  start_day: DayNumber
  end_day: DayNumber
  rollover: boolean
  block_number: number
  log_index: number
  /** Seconds since 1970, of the block. */
  timestamp: number
  load_w: Watt | null
  cycle: number | null
}

const ESTIMATED = 2
const SESSION = 0

/** Every reading of a handful of accounts, with the terms of its last day. */
const READ = `
  select reading.account, reading.seq, reading.bill, reading.kind, reading.wh, reading.start_day, reading.end_day,
    reading.rollover, reading.block_number, reading.log_index, block.timestamp, terms.load_w, terms.cycle
  from reading
  join block on block.number = reading.block_number
  left join lateral (
    select load_w, cycle from agreement
    where agreement.account = reading.account and agreement.seq < reading.seq
      and first_day <= reading.end_day - 1
    order by agreement.seq desc limit 1
  ) as terms on true
  where reading.account = any($1)
  order by reading.account, reading.seq`

/** The accounts' rows go, and their days' totals with them. */
const REMOVE = `
  with gone as (delete from outlier where account = any($1) returning day, rule)
  insert into outlier_total as total
    select day, rule, -count(*) from gone group by 1, 2
  on conflict (day, rule) do update set outliers = total.outliers + excluded.outliers`

const INSERT = `
  with come as (
    insert into outlier (account, seq, rule, bill, block_number, log_index, day, measured, expected)
    select * from unnest($1::bytea[], $2::bigint[], $3::text[], $4::bigint[], $5::integer[], $6::integer[], $7::bigint[],
      $8::numeric[], $9::numeric[])
    returning day, rule
  )
  insert into outlier_total as total
    select day, rule, count(*) from come group by 1, 2
  on conflict (day, rule) do update set outliers = total.outliers + excluded.outliers`

/** A reorg takes the rows of its blocks at once, as it takes the readings. */
const ORPHAN = `
  with gone as (delete from outlier where block_number > $1 returning day, rule)
  insert into outlier_total as total
    select day, rule, -count(*) from gone group by 1, 2
  on conflict (day, rule) do update set outliers = total.outliers + excluded.outliers`

const FORGET_EMPTY = 'delete from outlier_total where outliers = 0'

/** Works out anew which readings of these accounts stand out. In the transaction under way. */
export const workOutOutliers = async (
  client: pg.ClientBase,
  accounts: readonly Uint8Array[],
): Promise<void> => {
  const found = await outliersAmong(client, accounts)
  await client.query(REMOVE, [accounts])
  if (found.length > 0)
    await client.query(INSERT, [
      found.map(({ row }) => row.account),
      found.map(({ row }) => row.seq),
      found.map(({ outlier }) => outlier.rule),
      found.map(({ row }) => row.bill),
      found.map(({ row }) => row.block_number),
      found.map(({ row }) => row.log_index),
      found.map(({ row }) => dayInIndia(row.timestamp)),
      found.map(({ outlier }) => String(outlier.measured)),
      found.map(({ outlier }) => String(outlier.expected)),
    ])
  await client.query(FORGET_EMPTY)
}

/** Which stored readings of these accounts stand out, and by what, in no order. */
export const outliersAmong = async (client: pg.ClientBase, accounts: readonly Uint8Array[]) => {
  const { rows } = await client.query<Row>(READ, [accounts])
  const byAccount = Map.groupBy(rows, ({ account }) => Buffer.from(account).toString('hex'))
  return [...byAccount.values()].flatMap(outliersOf)
}

/** Takes those of the blocks above `ancestor` back. */
export const dropOutliers = async (client: pg.ClientBase, ancestor: number): Promise<void> => {
  await client.query(ORPHAN, [ancestor])
  await client.query(FORGET_EMPTY)
}

const outliersOf = (rows: readonly Row[]): { row: Row; outlier: Outlier }[] => {
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  return outliers(rows.map(judged)).flatMap((outlier) => {
    const row = bySeq.get(outlier.seq)
    return row === undefined ? [] : [{ row, outlier }]
  })
}

const judged = (row: Row) => ({
  seq: row.seq,
  isEstimated: row.kind === ESTIMATED,
  wh: row.wh,
  start: row.start_day,
  end: row.end_day,
  rollover: row.rollover,
  recorded: dayInIndia(row.timestamp),
  terms:
    row.load_w === null || row.cycle === null
      ? null
      : { load: row.load_w, isSession: row.cycle === SESSION },
})
