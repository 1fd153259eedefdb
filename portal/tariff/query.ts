import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { categoryRates, type RateVersion } from '../record/rates.ts'

export interface FoundRate {
  readonly found: RateVersion
  /** Those of its category before and after it, where there are any. */
  readonly previous: RateVersion | null
  readonly next: RateVersion | null
}

/** The tariff of this number among those of its category. Throws `NotFound`. */
export const findRate = async (db: Ledger, tariff: number): Promise<FoundRate> => {
  const row = await db
    .selectFrom('rate')
    .select('category')
    .where('tariff', '=', tariff)
    .executeTakeFirst()
  const versions = row === undefined ? [] : await categoryRates(db, row.category)
  const place = versions.findIndex((version) => version.tariff.tariff === tariff)
  const found = versions[place]
  if (found === undefined)
    throw new NotFound(
      `There is no tariff ${tariff}.`,
      'All that were ever set are listed under Tariffs.',
    )
  return { found, previous: versions[place - 1] ?? null, next: versions[place + 1] ?? null }
}
