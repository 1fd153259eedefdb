import { hexOf } from '../../contracts/events/hex.ts'
import { paise, wh } from '../../contracts/rules/units.ts'
import type { TariffTotalRow } from '../../migrations/tables/tariffTotal.ts'
import { type Cursor, cursorText } from '../list/cursor.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entriesByKey } from '../record/entries.ts'
import { type EntryOf, only } from '../record/entry.ts'
import { categoryRates, type RateVersion } from '../record/rates.ts'
import { someAccounts } from '../record/someAccounts.ts'
import type { Standing } from '../record/standing.ts'
import { plain } from '../words/t.ts'

export interface FoundRate {
  readonly found: RateVersion
  /** The one of its category that was in force until it, and the one that follows it; withdrawn ones aside. */
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
  const found = versions.find((version) => version.tariff.tariff === tariff)
  if (found === undefined)
    throw new NotFound(plain('problem.noTariff', { tariff }), plain('problem.allTariffs'))
  const others = versions.filter((version) => version !== found && version.withdrawn === null)
  const { effectiveFrom } = found.tariff
  return {
    found,
    previous: others.findLast(({ tariff }) => tariff.effectiveFrom < effectiveFrom) ?? null,
    next: others.find(({ tariff }) => tariff.effectiveFrom > effectiveFrom) ?? null,
  }
}

/** What a tariff charged in all, or null while the indexer has yet to add it up. */
export type PricedInAll = Omit<TariffTotalRow, 'tariff'> | null

/** What each tariff charged in all, of a corrected bill what its last correction did; those that charged nothing aside. */
export const pricedInAll = async (
  db: Ledger,
  standing: Standing | null,
): Promise<(tariff: number) => PricedInAll> => {
  if (standing?.isAddedUp === false) return () => null
  const rows = await db.selectFrom('tariff_total').selectAll().execute()
  const totals = new Map(rows.map(({ tariff, ...total }) => [tariff, total]))
  return (tariff) => totals.get(tariff) ?? { parts: 0, wh: wh(0n), charge_paise: paise(0n) }
}

/** The same for machines. */
export const inAllJson = (all: PricedInAll) =>
  all === null
    ? null
    : { parts: all.parts, wh: String(all.wh), chargePaise: String(all.charge_paise) }

/** Parts of bills on one page of the list. */
const PAGE = 50

/** A part of a bill that a tariff priced. */
export type PricedPart = EntryOf<'ChargeApplied'> & {
  /** A later correction of its bill charges anew what this part charged. */
  readonly isSuperseded: boolean
}

export interface PricedParts {
  readonly parts: readonly PricedPart[]
  /** Cursor of the next page, or null at the end. */
  readonly next: string | null
}

/** The parts of bills that a tariff priced, newest first. */
export const pricedBy = async (
  db: Ledger,
  tariff: number,
  before: Cursor | null,
  limit = PAGE,
): Promise<PricedParts> => {
  // Places alone, which the index by tariff holds: asked for more, Postgres looks through all charges, newest first, and
  // never comes to the end of a tariff that was replaced long ago.
  let places = db
    .selectFrom('charge')
    .select(['block_number', 'log_index'])
    .where('tariff', '=', tariff)
    .orderBy('block_number', 'desc')
    .orderBy('log_index', 'desc')
    .limit(limit + 1)
  if (before !== null)
    places = places.where((eb) =>
      eb(eb.refTuple('block_number', 'log_index'), '<', eb.tuple(before.block, before.logIndex)),
    )
  const rows = await db
    .selectFrom(places.as('place'))
    .innerJoin('charge', (join) =>
      join
        .onRef('charge.block_number', '=', 'place.block_number')
        .onRef('charge.log_index', '=', 'place.log_index'),
    )
    .select(['charge.account', 'charge.seq', 'charge.block_number', 'charge.log_index'])
    .orderBy('charge.block_number', 'desc')
    .orderBy('charge.log_index', 'desc')
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const entries = await entriesByKey(
    db,
    shown.map(({ account, seq }) => ({ account, seq, kind: 'charge' as const })),
  )
  const parts = only(entries, 'ChargeApplied')
  const newest = await newestRevisions(db, parts)
  return {
    parts: parts.map((part) => ({
      ...part,
      isSuperseded: part.fields.revision < (newest.get(billKey(part)) ?? 0),
    })),
    next:
      rows.length > limit && last !== undefined
        ? cursorText({ block: last.block_number, logIndex: last.log_index })
        : null,
  }
}

/** The number of the last correction of each of these parts' bills, where there was one. */
const newestRevisions = async (
  db: Ledger,
  parts: readonly EntryOf<'ChargeApplied'>[],
): Promise<Map<string, number>> => {
  if (parts.length === 0) return new Map()
  const rows = await db
    .selectFrom(someAccounts([...new Set(parts.map(({ account }) => account))]))
    .innerJoin('revision', 'revision.account', 'wanted.account')
    .select(['revision.account', 'bill', 'revision'])
    .orderBy('revision')
    .execute()
  return new Map(rows.map((row) => [`${hexOf(row.account)}/${row.bill}`, row.revision]))
}

const billKey = ({ account, fields }: EntryOf<'ChargeApplied'>): string =>
  `${account}/${fields.bill}`
