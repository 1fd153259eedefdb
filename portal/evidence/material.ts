import type { BillingEvent } from '../../contracts/events/codec.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { accountEntries } from '../record/entries.ts'
import { type Entry, only } from '../record/entry.ts'
import { type AccountKey, findAccount } from '../record/findAccount.ts'
import type { Standing } from '../record/standing.ts'
import { plain } from '../words/t.ts'

/** What evidence is about. */
export interface Subject {
  readonly account: Hex
  readonly code: string
  /** One bill, or null for the whole account. */
  readonly bill: number | null
}

/** What the ledger has for evidence: every entry, with its block, so that it can be proven at an earlier one too. */
export interface LedgerMaterial extends Subject {
  readonly entries: readonly Entry[]
  /** Entries of each category that the account agreed to, by category. */
  readonly categories: ReadonlyMap<number, readonly Entry[]>
  readonly standing: Standing
}

/** Reads it in one snapshot. Throws `NotFound` for an account or bill that the ledger has not. */
export const readMaterial = async (
  db: Ledger,
  key: AccountKey,
  bill: number | null,
  standing: Standing | null,
): Promise<LedgerMaterial> => {
  if (standing === null) {
    throw new NotFound(plain('problem.emptyLedger'), plain('problem.comeBack'))
  }
  const { account, code } = await findAccount(db, key)
  const entries = await accountEntries(db, account)
  if (bill !== null && !hasBill(entries, bill)) {
    throw new NotFound(
      plain('problem.noSuchBill', { code, number: bill }),
      plain('problem.billsOnPage'),
    )
  }
  const agreed = only(entries, 'AgreementAccepted').map(({ fields }) => fields.category)
  const categories = new Map<number, readonly Entry[]>()
  for (const category of new Set(agreed)) {
    const names = ['RateSet', 'RateWithdrawn'] as const
    categories.set(category, await accountEntries(db, accountOfCategory(category), names))
  }
  return { account, code, bill, entries, categories, standing }
}

export const hasBill = (events: readonly BillingEvent[], bill: number): boolean =>
  events.some((event) => event.name === 'BillIssued' && event.fields.number === bill)

/** The entries up to a block. */
export const upTo = (entries: readonly Entry[], block: number): Entry[] =>
  entries.filter(({ at }) => at.block <= block)
