import type pg from 'pg'
import { hexOf } from '../../contracts/events/hex.ts'

/** Accounts after one and up to another, as a condition of SQL on a column `account`. */
export interface AccountRange {
  readonly where: string
  /** Accounts of the table `account` in it. */
  readonly accounts: number
}

const AT_ONCE = 200

/** The last account that is a category or the ledger itself. */
const LAST_RESERVED = `0x${'ffff'.padStart(64, '0')}`

/** All there can be of accounts, in stretches of at most 200 known ones: first those that are no consumer's. */
export async function* accountRanges(client: pg.ClientBase): AsyncGenerator<AccountRange> {
  yield { where: `account <= ${literal(LAST_RESERVED)}`, accounts: 0 }
  for (let after = LAST_RESERVED; ;) {
    const { rows } = await client.query<{ account: Uint8Array }>(
      `select account from account where account > ${literal(after)} order by account limit ${AT_ONCE}`,
    )
    const last = rows.at(-1)
    const isLast = rows.length < AT_ONCE
    const through =
      last === undefined || isLast ? '' : ` and account <= ${literal(hexOf(last.account))}`
    yield { where: `account > ${literal(after)}${through}`, accounts: rows.length }
    if (last === undefined || isLast) return
    after = hexOf(last.account)
  }
}

const literal = (hex: string): string => `'\\x${hex.slice(2)}'::bytea`
