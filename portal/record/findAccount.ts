import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import { parseCode } from '../../contracts/rules/accountCode.ts'
import { BadInput, NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { codeWords } from '../words/accountCode.ts'
import { listed } from '../words/listed.ts'
import { plain } from '../words/t.ts'

/** How a page names an account: by its code, or by its whole id where two accounts share a code. */
export type AccountKey = { readonly code: string } | { readonly id: Hex }

/** Reads a code (forgiving of case, dashes and look-alike letters) or an id. Throws `BadInput`. */
export const readAccountKey = (text: string): AccountKey => {
  const lower = text.toLowerCase()
  if (/^0x[0-9a-f]{64}$/.test(lower)) return { id: lower as Hex }
  try {
    return { code: parseCode(text) }
  } catch (error) {
    throw new BadInput(codeWords(error), plain('problem.codeAtTop'))
  }
}

export interface FoundAccount {
  readonly account: Hex
  readonly code: string
}

/** The account of this key. Throws `NotFound`, also where two accounts share the code. */
export const findAccount = async (db: Ledger, key: AccountKey): Promise<FoundAccount> => {
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

const noSuchAccount = (key: AccountKey) =>
  new NotFound(
    plain('problem.noAccount', { account: 'id' in key ? key.id : key.code }),
    plain('problem.compareCode'),
  )

const sharedCode = (code: string, accounts: readonly Uint8Array[]) =>
  new NotFound(
    plain('problem.sharedCode', { code, accounts: listed(accounts.map((id) => hexOf(id))) }),
    plain('problem.wholeId'),
  )
