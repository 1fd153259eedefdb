import { exportAtOnce } from '../list/listExport.ts'
import { accountEntries } from '../record/entries.ts'
import { entryColumns, entryRow } from '../record/entriesExport.ts'
import { type AccountKey, findAccount } from '../record/findAccount.ts'

/** Every entry of an account, in order: a few hundred in ten years. */
export const accountExport = (key: AccountKey) =>
  exportAtOnce('account', entryColumns(undefined), async (db) => {
    const { account } = await findAccount(db, key)
    return (await accountEntries(db, account)).map((entry) => entryRow(entry, undefined))
  })
