import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import type { Seal } from './silences.ts'

/** Blocks looked through for silences: half a day at one in five seconds. */
const LOOKED_THROUGH = 10_000

/** How many blocks a key sealed on a day. */
interface DaySeals {
  readonly day: DayNumber
  readonly sealer: Hex
  readonly blocks: number
}

/** Who sealed: the newest blocks one by one, and since the first block by day, both oldest first. */
export interface Sealed {
  readonly seals: readonly Seal[]
  readonly days: readonly DaySeals[]
}

type SealedOf = (db: Ledger, standing: Standing | null) => Promise<Sealed>

interface Kept {
  readonly block: number
  readonly hash: Hex
  readonly sealed: Sealed
}

/**
 * Reads who sealed once for each block, not once a request: of what was read before only what came since, while the last
 * block of then is of the chain. Where the chain replaced it, or the days' counts follow later, all is read anew.
 */
export const keepSeals = (): SealedOf => {
  let kept: Kept | undefined
  return async (db, standing) => {
    if (standing === null) return { seals: [], days: [] }
    const { block, hash } = standing
    if (kept?.hash === hash) return kept.sealed
    const before = kept !== undefined && kept.block < block ? kept : undefined
    const now = (before && (await readSince(db, standing, before))) ?? (await readAll(db, standing))
    if (standing.isAddedUp) kept = { block, hash, sealed: now }
    return now
  }
}

const readAll = async (db: Ledger, { block }: Standing): Promise<Sealed> => ({
  seals: (await sealsFrom(db, block - LOOKED_THROUGH + 1)).map(sealOf),
  days: await daysFrom(db, 0),
})

/** What was read before, and what came since; undefined where the chain has gone another way. */
const readSince = async (
  db: Ledger,
  { block }: Standing,
  before: Kept,
): Promise<Sealed | undefined> => {
  const [same, ...since] = await sealsFrom(db, before.block)
  if (same === undefined || hexOf(same.hash) !== before.hash) return undefined
  const { sealed } = before
  const lastDay = sealed.days.at(-1)?.day ?? 0
  const seals = [...sealed.seals, ...since.map(sealOf)]
  return {
    seals: seals.filter(({ number }) => number > block - LOOKED_THROUGH),
    // Its last day may have got more blocks.
    days: [...sealed.days.filter(({ day }) => day < lastDay), ...(await daysFrom(db, lastDay))],
  }
}

const sealsFrom = (db: Ledger, number: number) =>
  db
    .selectFrom('block')
    .select(['number', 'hash', 'sealer', 'timestamp'])
    .where('number', '>=', number)
    .orderBy('number')
    .execute()

const sealOf = ({
  number,
  sealer,
  timestamp,
}: Awaited<ReturnType<typeof sealsFrom>>[number]): Seal => ({
  number,
  timestamp,
  sealer: sealer === null ? null : hexOf(sealer),
})

const daysFrom = async (db: Ledger, day: number): Promise<DaySeals[]> => {
  const rows = await db
    .selectFrom('day_seal')
    .selectAll()
    .where('day', '>=', day as DayNumber)
    .orderBy('day')
    .execute()
  return rows.map(({ sealer, ...row }) => ({ ...row, sealer: hexOf(sealer) }))
}
