import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { bytesOf } from '../../../contracts/events/hex.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { CopyRows } from '../../../indexer/events/copyRows.ts'
import { derive } from '../../../indexer/store/derived.ts'
import { type EntryKind, entryTables } from '../../../migrations/tables.ts'
import { amountColumns } from '../../../portal/ledger/lists.ts'
import { manifest, word } from '../../portal/writtenLedger.ts'
import { LIVES, lifeAccount } from './lives.ts'

/** Accounts of one life whose entries of a day share a block. */
const SHARING = 30
/** Accounts whose acts share a transaction. */
const BATCH = 10

const kinds = Object.keys(entryTables) as EntryKind[]
const filled = [...kinds, 'block', 'transaction', 'account', 'block_total', 'block_receipt']

const summed = [
  'day_total',
  'account_balance',
  'open_sum',
  'open_total',
  'actor_total',
  'day_seal',
  'outlier',
  'outlier_total',
  'tariff_total',
]

/**
 * Makes a large ledger of the lives in the database: `each` accounts for each of them, with its days, readings, sums and
 * order, but an id, meter and receipts of their own, in blocks of 30 accounts. All derived tables follow from the rows by
 * the indexer's own statements. Rows lie in the order of their blocks, as the indexer writes them.
 */
export const multiply = async (client: pg.Client, each: number): Promise<void> => {
  await client.query(`set work_mem = '256MB'; set maintenance_work_mem = '512MB'`)
  await setLivesAside(client)
  await placeLives(client, each)
  await client.query('begin')
  await client.query(`truncate ${[...filled, ...summed].map(quoted).join()}`)
  await client.query('select defer_indexes()')
  // Nested loops keep the order of the outer rows, which is the blocks'; a sort of so many would take minutes.
  await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off')
  for (const kind of kinds) await multiplyEntries(client, kind)
  await writeBlocks(client)
  await client.query('set local enable_hashjoin = on; set local enable_mergejoin = on')
  await client.query(
    'select build_indexes(array(select table_name from deferred_index)), attach_indexes()',
  )
  await deriveTotals(client)
  await client.query('commit')
  await client.query('drop schema life cascade')
  await client.query('vacuum analyze')
}

const quoted = (name: string) => `"${name}"`

const setLivesAside = async (client: pg.Client) => {
  await client.query('create schema life')
  for (const table of [...kinds, 'block', 'account_balance', 'open_sum', 'outlier'])
    await client.query(`create table life."${table}" as table "${table}"`)
  await client.query(
    'create table life.pattern (account bytea primary key, pattern integer not null)',
  )
  for (let life = 0; life < LIVES; life++)
    await client.query('insert into life.pattern values ($1, $2)', [
      bytesOf(lifeAccount(life)),
      life,
    ])
  // Rates, roles and closings stay as they are, at the top of their day.
  await client.query(`
    insert into life.pattern
      select distinct account, -1 from entry where account not in (select account from life.pattern)`)
}

/** Who lives each life, and which blocks each life's days get. */
const placeLives = async (client: pg.Client, each: number) => {
  await client.query(
    'create table life.folk (pattern integer, place integer, account bytea, code text)',
  )
  const rows = new CopyRows(4)
  for (let life = 0; life < LIVES; life++)
    for (let place = 0; place < each; place++) {
      const account = word(`account ${place} of life ${life}`)
      rows.row()
      rows.int4(life)
      rows.int4(place)
      rows.bytes(bytesOf(account))
      rows.text(codeOf(account))
    }
  await copy(client, 'copy life.folk from stdin (format binary)', rows.end())
  await client.query(`
    insert into life.folk select -1, 0, account, '' from life.pattern where pattern = -1;
    create index on life.folk (pattern, place);
    create table life.entry as
      select account, seq, pattern, (timestamp + 19800) / 86400 as day,
        row_number() over (partition by block_number, pattern order by log_index) - 1 as nth,
        count(*) over (partition by block_number, pattern) as entries
      from entry join life.pattern using (account) join life.block on block.number = entry.block_number;
    create unique index on life.entry (account, seq);
    create table life.day as
      select day, pattern, entries, accounts, blocks,
        (sum(blocks) over (order by day, pattern) - blocks + 1)::integer as first_block
      from (
        select day, pattern, max(entries)::integer as entries,
          case when pattern < 0 then 1 else ${each} end as accounts,
          case when pattern < 0 then 1 else ${Math.ceil(each / SHARING)} end as blocks
        from life.entry group by day, pattern
      ) as day;
    create unique index on life.day (day, pattern);
    analyze life.folk; analyze life.entry; analyze life.day`)
}

const copy = (client: pg.Client, statement: string, bytes: Uint8Array) =>
  new Promise<void>((resolve, reject) => {
    const stream = client.query(from(statement))
    stream.on('error', reject)
    stream.on('finish', resolve)
    stream.end(bytes)
  })

/** What is each account's own: the rest is as in the life it lives. */
const own: Readonly<Record<string, string>> = {
  meter: `substr(folk.account, 13)`,
  // Native payments share the empty one.
  receipt_reference: `case life.receipt_reference when '\\x${'00'.repeat(32)}' then life.receipt_reference
    else sha256(folk.account || life.receipt_reference) end`,
}

const multiplyEntries = async (client: pg.Client, kind: EntryKind) => {
  const columns = Object.keys(entryTables[kind]).slice(5)
  const place = `(folk.place % ${SHARING})`
  await client.query(`
    insert into "${kind}" (account, seq, block_number, transaction_index, log_index, ${columns.map(quoted).join()})
    select folk.account, life.seq, life.first_block + folk.place / ${SHARING}, ${place} / ${BATCH},
      ${place} * life.entries + life.nth, ${columns.map((name) => own[name] ?? `life."${name}"`).join()}
    from (
      select life.*, entry.pattern, entry.nth, day.entries, day.first_block
      from life."${kind}" as life
      join life.entry using (account, seq)
      join life.day on day.day = entry.day and day.pattern = entry.pattern
      order by day.first_block, entry.nth
    ) as life
    join life.folk as folk on folk.pattern = life.pattern
      and (folk.pattern >= 0 or folk.account = life.account)`)
}

/** The blocks, their transactions, and how far the ledger goes. */
const writeBlocks = async (client: pg.Client) => {
  const sealers = manifest.signers.map(({ address }) => `'\\x${address.slice(2)}'::bytea`)
  await client.query(`
    insert into block (number, hash, parent_hash, timestamp, state_root, sealer, transaction_count, log_count)
    select number, sha256(('block ' || number)::bytea),
      case when number = 1 then '\\x${manifest.genesisHash.slice(2)}' else sha256(('block ' || number - 1)::bytea) end,
      day * 86400 - 19800 + 32400 + (40000 * (number - first)) / of_day, sha256(('state ' || number)::bytea),
      (array[${sealers.join()}])[1 + number % ${sealers.length}],
      (accounts + ${BATCH - 1}) / ${BATCH}, accounts * entries
    from (
      select day, entries, first_block + place as number,
        least(${SHARING}, accounts - place * ${SHARING}) as accounts,
        min(first_block) over (partition by day) as first, count(*) over (partition by day) as of_day
      from life.day cross join lateral generate_series(0, blocks - 1) as place
    ) as block
    order by number`)
  await client.query(`
    insert into transaction (hash, block_number, transaction_index, sender, recipient)
    select sha256(('transaction ' || index || ' of block ' || number)::bytea), number, index,
      '\\x${manifest.parties.board.slice(2)}', '\\x${manifest.contract.slice(2)}'
    from block cross join lateral generate_series(0, transaction_count - 1) as index`)
  await client.query(`
    update checkpoint set (block_number, block_hash, derived_block) =
      (select number, hash, number from block order by number desc limit 1)`)
  await client.query(`
    insert into account (account, code, block_number)
    select folk.account, folk.code, day.first_block + folk.place / ${SHARING}
    from life.entry
    join life.day on day.day = entry.day and day.pattern = entry.pattern
    join life.folk on folk.pattern = entry.pattern
    where entry.seq = 1 and entry.pattern >= 0`)
}

const deriveTotals = async (client: pg.Client) => {
  const sums = kinds.map(
    (kind) =>
      `select block_number, '${kind}' as kind, count(*)::integer as entries, ${kind in amountColumns ? `sum(${amountColumns[kind]})` : '0'} as amount
       from "${kind}" group by block_number`,
  )
  await client.query(
    `insert into block_total (block_number, kind, entries, amount_paise) ${sums.join(' union all ')} order by 1, 2`,
  )
  await derive(client, 0)
  await client.query('truncate stale_account')
  await client.query(`
    insert into account_balance (account, category, balance_paise)
      select folk.account, category, balance_paise
      from life.account_balance join life.pattern using (account) join life.folk using (pattern);
    insert into open_sum (account, kind, bill, due_day, category, amount_paise)
      select folk.account, kind, bill, due_day, category, amount_paise
      from life.open_sum join life.pattern using (account) join life.folk using (pattern);
    insert into open_total (category, kind, due_day, sums, amount_paise)
      select category, kind, due_day, count(*), sum(amount_paise) from open_sum group by 1, 2, 3`)
  await client.query(`
    insert into outlier (account, seq, rule, bill, block_number, log_index, day, measured, expected)
      select folk.account, outlier.seq, rule, outlier.bill, reading.block_number, reading.log_index, day, measured, expected
      from life.outlier join life.pattern using (account) join life.folk using (pattern)
      join reading on reading.account = folk.account and reading.seq = outlier.seq;
    insert into outlier_total (day, rule, outliers)
      select day, rule, count(*) from outlier group by 1, 2`)
  await closePeriods(client)
}

/** A month's closing is the first entry of its day: it sums the days before. */
const closePeriods = async (client: pg.Client) => {
  const sum = (kinds: string, sign = '') =>
    `coalesce(sum(${sign}amount_paise) filter (where kind in (${kinds})), 0)`
  await client.query(`
    with moved as (
      select closing.seq, closing.block_number, (block.timestamp + 19800) / 86400 as day
      from period_closing as closing join block on block.number = closing.block_number
    ), total as (
      select seq, ${sum(`'bill', 'revision'`)} as billed, ${sum(`'adjustment'`)} as adjusted,
        ${sum(`'payment'`)} - ${sum(`'payment_reversal'`)} as paid
      from moved left join day_total on day_total.day < moved.day group by seq
    ), step as (
      select seq, billed - lag(billed, 1, 0::numeric) over turn as billed,
        adjusted - lag(adjusted, 1, 0::numeric) over turn as adjusted, paid - lag(paid, 1, 0::numeric) over turn as paid,
        billed + adjusted - paid as closing
      from total window turn as (order by seq)
    )
    update period_closing set billed_paise = step.billed, adjusted_paise = step.adjusted, paid_paise = step.paid,
      closing_paise = step.closing, opening_paise = step.closing - step.billed - step.adjusted + step.paid
    from step where step.seq = period_closing.seq`)
}

/** Accounts of a ledger, evenly over all its lives: what a bench asks for. */
export const accountsOf = (each: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    word(`account ${Math.floor((i * each) / count)} of life ${i % LIVES}`),
  )
