import { sql } from 'kysely'
import { bytesOf, type Hex } from '../../contracts/events/hex.ts'

/**
 * Accounts to join by. However many they are, the statement is the same and its plan is kept: for a list of them it would be
 * another for each length, or be planned anew each time.
 */
export const someAccounts = (accounts: readonly Hex[]) =>
  sql<{
    account: Uint8Array
  }>`unnest(${accounts.map((account) => bytesOf(account))}::bytea[])`.as<'wanted'>(
    sql`wanted (account)`,
  )
