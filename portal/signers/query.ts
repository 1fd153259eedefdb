import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Manifest, Party } from '../../contracts/proof/manifest.ts'
import { monthOfDay, startOfDay, startOfMonth } from '../../contracts/rules/day.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import type { Sealed } from './sealed.ts'
import { type Seal, silencesIn, type Silence } from './silences.ts'
import { type SilentDays, silentDaysIn } from './silentDays.ts'

/** Blocks shown one by one. */
export const SHOWN = 100
const MONTHS = 13

/** What one party's key sealed. */
export interface Signer {
  readonly party: Party
  readonly address: Hex
  /** Of all blocks. */
  readonly blocks: number
  readonly last: Seal | null
  /** The longest stretch without a block of its own, among those looked through. */
  readonly longest: Silence | null
  /** The longest stretch of whole days without one, since the first block. */
  readonly silentDays: SilentDays | null
  /** By month, in the order of `months`. */
  readonly byMonth: readonly number[]
}

export interface Signers {
  readonly signers: readonly Signer[]
  /** All blocks that anyone sealed. */
  readonly blocks: number
  /** First days of months with a block, newest first, and how many blocks each has. */
  readonly months: readonly { readonly from: DayNumber; readonly blocks: number }[]
  /** How many blocks were looked through. */
  readonly lookedThrough: number
  /** The newest blocks, newest first. */
  readonly newest: readonly (Seal & { readonly party: Party | null })[]
}

export type ReadSigners = (db: Ledger, standing: Standing | null) => Promise<Signers>

/** Who sealed how much, and who was silent: ever by the days' counts, silences and single blocks among the newest. */
export const readSigners = async (
  db: Ledger,
  { signers }: Manifest,
  { seals, days }: Sealed,
): Promise<Signers> => {
  const rows = days.toReversed()
  const byMonth = Map.groupBy(rows, ({ day }) => monthOfDay(day))
  const months = [...byMonth].slice(0, MONTHS)
  const addresses = signers.map(({ address }) => address)
  const silences = silencesIn(seals, addresses)
  const silentDays = silentDaysIn(rows, addresses)
  const found: Signer[] = []
  for (const { party, address } of signers) {
    const own = rows.filter(({ sealer }) => sealer === address)
    found.push({
      party,
      address,
      blocks: sum(own),
      last: seals.findLast(({ sealer }) => sealer === address) ?? (await lastOf(db, address, own)),
      longest: silences.get(address) ?? null,
      silentDays: silentDays.get(address) ?? null,
      byMonth: months.map(([, rows]) => sum(rows.filter(({ sealer }) => sealer === address))),
    })
  }
  const partyOf = new Map<Hex | null, Party>(signers.map(({ address, party }) => [address, party]))
  return {
    signers: found,
    blocks: sum(rows),
    months: months.map(([month, rows]) => ({
      from: dayNumber(startOfMonth(month)),
      blocks: sum(rows),
    })),
    lookedThrough: seals.length,
    newest: seals
      .slice(-SHOWN)
      .toReversed()
      .map((seal) => ({ ...seal, party: partyOf.get(seal.sealer) ?? null })),
  }
}

/** A signer's newest block where it is none of those looked through: it is of the last day on which it sealed one. */
const lastOf = async (
  db: Ledger,
  address: Hex,
  [newest]: readonly { readonly day: DayNumber }[],
): Promise<Seal | null> => {
  if (newest === undefined) return null
  const rows = await db
    .selectFrom('block')
    .select(['number', 'sealer', 'timestamp'])
    .where('timestamp', '>=', startOfDay(newest.day))
    .where('timestamp', '<', startOfDay(dayNumber(newest.day + 1)))
    .orderBy('timestamp', 'desc')
    .execute()
  const last = rows.find(({ sealer }) => sealer !== null && hexOf(sealer) === address)
  return last === undefined ? null : { ...last, sealer: address }
}

const sum = (rows: readonly { readonly blocks: number }[]): number =>
  rows.reduce((all, { blocks }) => all + blocks, 0)
