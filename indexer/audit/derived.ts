import type pg from 'pg'
import { bytesOf } from '../../contracts/events/hex.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import { chainTables } from '../../migrations/tables.ts'
import { CopyRows } from '../events/copyRows.ts'
import {
  daysWhere,
  opening,
  openingWhere,
  receiptsWhere,
  type DerivedTable,
} from '../store/derived.ts'
import { actorsWhere, counted, sealsWhere } from '../store/actors.ts'
import { balancesWhere, moving } from '../store/balances.ts'
import { openSumsOf } from '../store/openSums.ts'
import { outliersAmong } from '../store/outliers.ts'
import { tariffsWhere } from '../store/tariffs.ts'
import { accountRanges } from './accountRanges.ts'
import { copyOut } from './copyOut.ts'

/** Rows that a table holds and those that follow from proven rows, each as COPY's binary format, in one order. */
export interface Page {
  held: Buffer
  made: Buffer
}

/** How the audit knows what a table must hold that is worked out from other rows. */
export interface Derivation {
  key: readonly string[]
  /** Where it follows from: only rows that are the chain's tell what it must be. */
  from: readonly string[]
  /** All its rows, so many at a time. `through`: the block up to which it was worked out. */
  pages: (client: pg.ClientBase, through: number) => AsyncIterable<Page>
}

/** Blocks whose rows are compared at a time: two rows of 70 bytes each at most, usually. */
const BLOCKS = 20_000

/** Every table that store/derived.ts names, in the order in which one rests on the other. */
export const derivations: Readonly<Record<DerivedTable, Derivation>> = {
  account_balance: {
    key: ['account'],
    from: ['account', 'agreement', ...moving],
    async *pages(client, through) {
      for await (const { where } of settledAccounts(client, through)) {
        const select = `select * from account_balance where ${where}`
        yield await page(client, 'account_balance', 'account', select, balancesWhere(where))
      }
    },
  },
  actor_total: {
    key: ['sender', 'kind'],
    from: ['transaction', ...counted],
    async *pages(client, through) {
      const made = actorsWhere(`between 1 and ${through}`)
      yield await page(client, 'actor_total', 'sender, kind', 'select * from actor_total', made)
    },
  },
  day_seal: {
    key: ['day', 'sealer'],
    from: ['block'],
    async *pages(client, through) {
      const made = sealsWhere(`between 1 and ${through}`)
      yield await page(client, 'day_seal', 'day, sealer', 'select * from day_seal', made)
    },
  },
  block_receipt: {
    key: ['block_number', 'channel'],
    from: ['block', 'payment', 'payment_reversal'],
    async *pages(client, through) {
      const order = 'block_number, channel'
      for (let from = 1; from <= through; from += BLOCKS) {
        const blocks = `between ${from} and ${Math.min(through, from + BLOCKS - 1)}`
        const select = `select * from block_receipt where block_number ${blocks}`
        yield await page(client, 'block_receipt', order, select, receiptsWhere(blocks))
      }
      const beyond = `select * from block_receipt where block_number not between 1 and ${through}`
      yield await page(client, 'block_receipt', order, beyond, `${beyond} limit 0`)
    },
  },
  day_total: {
    key: ['day', 'kind'],
    from: ['block', 'block_total', 'reading', 'account'],
    async *pages(client, through) {
      const made = daysWhere(`between 1 and ${through}`)
      yield await page(client, 'day_total', 'day, kind', 'select * from day_total', made)
    },
  },
  open_sum: {
    key: ['account', 'kind', 'bill', 'due_day'],
    from: ['block', ...opening],
    async *pages(client, through) {
      for await (const { where, accounts } of settledAccounts(client, through)) {
        const select = `select * from open_sum where ${where}`
        const order = 'account, kind collate "C", bill, due_day'
        const held = await copyOut(client, typed('open_sum', order, select))
        yield { held, made: await sumsMade(client, accounts) }
      }
    },
  },
  open_total: {
    key: ['category', 'kind', 'due_day'],
    from: ['open_sum'],
    async *pages(client) {
      const order = 'category, kind, due_day'
      const made = `
        select category, kind, due_day, count(*), sum(amount_paise) from open_sum group by category, kind, due_day`
      yield await page(client, 'open_total', order, 'select * from open_total', made)
    },
  },
  outlier: {
    key: ['account', 'seq', 'rule'],
    from: ['block', 'reading', ...opening],
    async *pages(client, through) {
      for await (const { where, accounts } of settledAccounts(client, through)) {
        const select = `select * from outlier where ${where}`
        const order = 'account, seq, rule collate "C"'
        const held = await copyOut(client, typed('outlier', order, select))
        yield { held, made: await outliersMade(client, accounts) }
      }
    },
  },
  outlier_total: {
    key: ['day', 'rule'],
    from: ['outlier'],
    async *pages(client) {
      const made = 'select day, rule, count(*) from outlier group by day, rule'
      yield await page(client, 'outlier_total', 'day, rule', 'select * from outlier_total', made)
    },
  },
  tariff_total: {
    key: ['tariff'],
    from: ['charge'],
    async *pages(client, through) {
      const made = tariffsWhere(`between 1 and ${through}`)
      yield await page(client, 'tariff_total', 'tariff', 'select * from tariff_total', made)
    },
  },
  stale_account: {
    key: ['account'],
    from: opening,
    async *pages(client) {
      const some = opening.map(
        (table) =>
          `exists (select from "${table}" as entry where entry.account = stale_account.account)`,
      )
      const made = `select * from stale_account where ${some.join(' or ')}`
      yield await page(client, 'stale_account', 'account', 'select * from stale_account', made)
    },
  },
}

const page = async (
  client: pg.ClientBase,
  table: DerivedTable,
  order: string,
  held: string,
  made: string,
): Promise<Page> => ({
  held: await copyOut(client, typed(table, order, held)),
  made: await copyOut(client, typed(table, order, made)),
})

/** The select's rows in the table's columns and their types: a sum of counts has another. */
const typed = (table: DerivedTable, order: string, select: string): string => {
  const columns = Object.entries(chainTables[table])
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const casts = columns.map(([name, type]) => `"${name}"::${type}`).join(', ')
  return `select ${casts} from (${select}) as row (${names}) order by ${order}`
}

/** Accounts that were worked out, some at a time, with a condition on `account` that names them and what no account is. */
async function* settledAccounts(client: pg.ClientBase, through: number) {
  for await (const { where: within } of accountRanges(client)) {
    const where = `${within} and account not in (
      select account from stale_account where ${within} union ${openingWhere(`> ${through}`)})`
    const { rows } = await client.query<{ account: Uint8Array }>(
      `select account from account where ${where} order by account`,
    )
    yield { where, accounts: rows.map(({ account }) => account) }
  }
}

const outliersMade = async (
  client: pg.ClientBase,
  accounts: readonly Uint8Array[],
): Promise<Buffer> => {
  const rows = new CopyRows(Object.keys(chainTables.outlier).length)
  const found = await outliersAmong(client, accounts)
  const inOrder = found.toSorted(
    (a, b) =>
      Buffer.compare(a.row.account, b.row.account) ||
      a.row.seq - b.row.seq ||
      compare(a.outlier.rule, b.outlier.rule),
  )
  for (const { row, outlier } of inOrder) {
    rows.row()
    rows.bytes(row.account)
    rows.int8(row.seq)
    rows.text(outlier.rule)
    rows.int8(row.bill)
    rows.int4(row.block_number)
    rows.int4(row.log_index)
    rows.int8(dayInIndia(row.timestamp))
    rows.numericOf(outlier.measured)
    rows.numericOf(outlier.expected)
  }
  return Buffer.from(rows.end())
}

const sumsMade = async (
  client: pg.ClientBase,
  accounts: readonly Uint8Array[],
): Promise<Buffer> => {
  const rows = new CopyRows(Object.keys(chainTables.open_sum).length)
  const sums = await openSumsOf(client, accounts)
  const inOrder = sums.toSorted(
    (a, b) =>
      compare(a.account, b.account) ||
      compare(a.kind, b.kind) ||
      a.bill - b.bill ||
      a.dueDay - b.dueDay,
  )
  for (const { account, kind, bill, dueDay, category, amount } of inOrder) {
    rows.row()
    rows.bytes(bytesOf(account))
    rows.text(kind)
    rows.int8(bill)
    rows.int8(dueDay)
    rows.int8(category)
    rows.numericOf(amount)
  }
  return Buffer.from(rows.end())
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
