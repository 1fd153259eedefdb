import type { Migration } from 'kysely/migration'
import { up as chain } from './steps/0001_chain.ts'
import { up as entries } from './steps/0002_entries.ts'
import { up as entryView } from './steps/0003_entry_view.ts'
import { up as chargeTariff } from './steps/0004_charge_tariff.ts'
import { up as openSums } from './steps/0005_open_sums.ts'
import { up as dayTotals } from './steps/0006_day_totals.ts'
import { up as deferredIndexes } from './steps/0007_deferred_indexes.ts'
import { up as auditor } from './steps/0008_auditor.ts'
import { up as accountTotals } from './steps/0009_account_totals.ts'
import { up as parallelIndexes } from './steps/0010_parallel_indexes.ts'
import { up as openSumAmounts } from './steps/0011_open_sum_amounts.ts'
import { up as accountBalances } from './steps/0012_account_balances.ts'
import { up as tariffTotals } from './steps/0013_tariff_totals.ts'
import { up as dealtIndexes } from './steps/0014_dealt_indexes.ts'

/** Every step of the schema, in order. A step that was released is never edited: the next one changes what it made. */
export const steps: Record<string, Migration> = {
  '0001_chain': { up: chain },
  '0002_entries': { up: entries },
  '0003_entry_view': { up: entryView },
  '0004_charge_tariff': { up: chargeTariff },
  '0005_open_sums': { up: openSums },
  '0006_day_totals': { up: dayTotals },
  '0007_deferred_indexes': { up: deferredIndexes },
  '0008_auditor': { up: auditor },
  '0009_account_totals': { up: accountTotals },
  '0010_parallel_indexes': { up: parallelIndexes },
  '0011_open_sum_amounts': { up: openSumAmounts },
  '0012_account_balances': { up: accountBalances },
  '0013_tariff_totals': { up: tariffTotals },
  '0014_dealt_indexes': { up: dealtIndexes },
}
