import { bytesOf, type Hex } from '../../contracts/events/hex.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { findAccount } from '../record/findAccount.ts'
import { accountUrl, billUrl, blockUrl, referenceUrl, transactionUrl } from '../url.ts'
import type { Wanted } from './wanted.ts'
import { plain } from '../words/t.ts'

/** The address of the page that was looked for. Throws `NotFound`. */
export const find = async (db: Ledger, wanted: Wanted): Promise<string> => {
  switch (wanted.kind) {
    case 'account':
      return accountUrl((await findAccount(db, wanted.key)).code)
    case 'bill':
      return billUrl((await findAccount(db, wanted.key)).code, wanted.number)
    case 'block':
      return blockUrl(wanted.number)
    case 'hash':
    default:
      return findHash(db, wanted.hash)
  }
}

/** A hash may be a transaction's, a receipt's reference, a block's or an account's id: they don't collide. */
const findHash = async (db: Ledger, hash: Hex): Promise<string> => {
  const bytes = bytesOf(hash)
  const transaction = await db
    .selectFrom('transaction')
    .select('hash')
    .where('hash', '=', bytes)
    .executeTakeFirst()
  if (transaction !== undefined) return transactionUrl(hash)
  const payment = await db
    .selectFrom('payment')
    .select('seq')
    .where('receipt_reference', '=', bytes)
    .executeTakeFirst()
  if (payment !== undefined && BigInt(hash) !== 0n) return referenceUrl(hash)
  const block = await db
    .selectFrom('block')
    .select('number')
    .where('hash', '=', bytes)
    .executeTakeFirst()
  if (block !== undefined) return blockUrl(block.number)
  const account = await db
    .selectFrom('account')
    .select('account')
    .where('account', '=', bytes)
    .executeTakeFirst()
  if (account !== undefined) return accountUrl(hash)
  throw new NotFound(plain('problem.noHash', { hash }), plain('problem.ifReference'))
}
