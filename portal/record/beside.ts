import { LEDGER } from '../../contracts/rules/accountCode.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesAtOnce, sumOf, type Version } from './entriesAtOnce.ts'
import { only } from './entry.ts'
import { keepBySnapshot } from './keepBySnapshot.ts'
import { type Keys, rolesOf } from './keys.ts'
import { ratesWanted, type RateVersion, versionsOf } from './rates.ts'
import type { Standing } from './standing.ts'

/** What the histories of many accounts rest on beside their own entries. */
export interface Beside {
  readonly roles: Keys['roles']
  /** All tariffs of the categories. */
  readonly rates: readonly RateVersion[]
  /** Which rows tell it. */
  readonly version: Version
}

/** Gives what stands beside the entries of an account that agreed to these categories. */
export type BesideOf = (
  db: Ledger,
  standing: Standing,
  categories: Iterable<number>,
) => Promise<Beside>

/** Reads it once a snapshot. */
export const keepBeside = (): BesideOf => {
  const rolesOfLedger = keepBySnapshot(async (db) => {
    const { entries, version } = await entriesAtOnce(db, rolesWanted)
    const changes = only(entries, 'RoleChanged').map(({ fields }) => fields)
    return { roles: rolesOf(changes.filter(({ granted }) => granted)), version }
  })
  const ratesOf = keepBySnapshot(async (db, _, category: number) => {
    const { entries, version } = await entriesAtOnce(db, ratesWanted(category))
    return { rates: versionsOf(entries), version }
  })
  return async (db, standing, categories) => {
    const { roles, version: ofRoles } = await rolesOfLedger(db, standing)
    let beside: Beside = { roles, rates: [], version: ofRoles }
    for (const category of categories) {
      const { rates, version } = await ratesOf(db, standing, category)
      beside = {
        roles,
        rates: [...beside.rates, ...rates],
        version: sumOf(beside.version, version),
      }
    }
    return beside
  }
}

const rolesWanted = { account: LEDGER, names: ['RoleChanged'] as const }
