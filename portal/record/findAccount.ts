import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { parseCode } from '../../contracts/rules/accountCode.ts'
import { nearbyCodes } from '../../contracts/rules/nearbyCodes.ts'
import { BadInput, Mistyped, NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { codeWords } from '../words/accountCode.ts'
import { listed } from '../words/listed.ts'
import { plain } from '../words/t.ts'

/**
 * How a page names an account: by its code, or by its whole id where two accounts share a code. A mistyped code may still
 * be one of a few that are one slip away, which only the ledger can tell.
 */
export type AccountKey =
  | { readonly code: string }
  | { readonly id: Hex }
  | { readonly mistyped: Refusal; readonly nearby: readonly string[] }

interface Refusal {
  readonly message: string
  readonly advice: string
}

/** Reads a code (forgiving of case, dashes and look-alike letters) or an id. Throws `BadInput`. */
export const readAccountKey = (text: string): AccountKey => {
  const lower = text.toLowerCase()
  if (/^0x[0-9a-f]{64}$/.test(lower)) return { id: lower as Hex }
  try {
    return { code: parseCode(text) }
  } catch (error) {
    const message = codeWords(error)
    const advice = plain('problem.codeAtTop')
    const nearby = nearbyCodes(text)
    if (nearby.length === 0) throw new BadInput(message, advice)
    return { mistyped: { message, advice }, nearby }
  }
}

export interface FoundAccount {
  readonly account: Hex
  readonly code: string
}

/** The account of this key. Throws `NotFound`, also where two accounts share the code, and `Mistyped` with what was meant. */
export const findAccount = async (db: Ledger, key: AccountKey): Promise<FoundAccount> => {
  if ('nearby' in key) throw await mistyped(db, key)
  const query = db.selectFrom('account').select(['account', 'code']).limit(2)
  const rows =
    'id' in key
      ? await query.where('account', '=', bytesOf(key.id)).execute()
      : await query.where('code', '=', key.code).execute()
  const [row, other] = rows
  if (row === undefined) throw noSuchAccount(key)
  if (other !== undefined) throw sharedCode(row.code, [row.account, other.account])
  return { account: hexOf(row.account), code: row.code }
}

/** The refusal of a mistyped code, with those of the codes near it that an account has: one, as a rule. */
const mistyped = async (
  db: Ledger,
  { mistyped: { message, advice }, nearby }: Extract<AccountKey, { nearby: unknown }>,
): Promise<Mistyped> => {
  const rows = await db.selectFrom('account').select('code').where('code', 'in', nearby).execute()
  const known = new Set(rows.map(({ code }) => code))
  return new Mistyped(
    message,
    advice,
    nearby.filter((code) => known.has(code)),
  )
}

const noSuchAccount = (key: { readonly code: string } | { readonly id: Hex }) =>
  new NotFound(
    plain('problem.noAccount', { account: 'id' in key ? key.id : key.code }),
    plain('problem.compareCode'),
  )

const sharedCode = (code: string, accounts: readonly Uint8Array[]) =>
  new NotFound(
    plain('problem.sharedCode', { code, accounts: listed(accounts.map((id) => hexOf(id))) }),
    plain('problem.wholeId'),
  )
