import { type Act, EVERYTHING } from './act.ts'
import { isHomeKey } from './keys.ts'

/** What one transaction may take: calls, so that it stays below 128 KiB, and gas, so that two fit a block. */
const MOST_CALLS = 200
const MOST_GAS = 28_000_000

/** The acts of one transaction, in order, all by one key. */
export type Parcel = readonly [Act, ...Act[]]

/**
 * Those of the acts that may be recorded at the same time, in parcels, and the rest in order. Two acts that touch the same
 * keep their order: the later one waits for the next wave, unless both fit one transaction.
 */
export const nextWave = (acts: readonly Act[], most = 4_000): { wave: Parcel[]; rest: Act[] } => {
  const parcels: [Act, ...Act[]][] = []
  const rest: Act[] = []
  const open = new Map<string, { parcel: [Act, ...Act[]]; gas: number }>()
  /** What is touched, by the parcel that holds the act; null where an act was left for later. */
  const touched = new Map<string, Act[] | null>()
  let taken = 0
  for (const act of acts) {
    const room = open.get(act.by)
    const fits =
      room !== undefined &&
      room.parcel.length < MOST_CALLS &&
      room.gas + act.gas <= MOST_GAS &&
      isHomeKey(act.by) &&
      isCall(act)
    const mine = fits ? room.parcel : null
    if (taken >= most || !isFree(act, touched, mine)) {
      for (const touch of act.touches) touched.set(touch, null)
      rest.push(act)
      continue
    }
    taken++
    if (fits) {
      room.parcel.push(act)
      room.gas += act.gas
    } else {
      const parcel: [Act, ...Act[]] = [act]
      parcels.push(parcel)
      if (isCall(act)) open.set(act.by, { parcel, gas: act.gas })
    }
    for (const touch of act.touches)
      touched.set(touch, fits ? room.parcel : (parcels.at(-1) ?? null))
  }
  return { wave: parcels, rest }
}

/** Transfers and attempts go alone; everything else is a call that a batch can take. */
const isCall = ({ deed }: Act): boolean => deed.kind !== 'fund' && deed.kind !== 'attempt'

const isFree = (
  { touches }: Act,
  touched: ReadonlyMap<string, Act[] | null>,
  parcel: Act[] | null,
): boolean => {
  const may = (touch: string) =>
    !touched.has(touch) || (parcel !== null && touched.get(touch) === parcel)
  if (touches.includes(EVERYTHING)) return [...touched.keys()].every(may)
  return may(EVERYTHING) && touches.every(may)
}
