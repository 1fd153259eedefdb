import { dayInIndia } from '../../../contracts/rules/day.ts'
import type { DayNumber } from '../../../contracts/rules/units.ts'
import { blockOf, type Ledger } from '../ledger.ts'

/** The chain's clock while a town is recorded. */
export interface TownClock {
  /** The chain's own day: that of its newest block. */
  readonly day: () => DayNumber
  /** Lets the day come, where the chain's clock can be set and stands before it; else nothing. */
  readonly turnTo: (day: DayNumber) => Promise<void>
  /** Sets a clock that was turned back right again. */
  readonly setRight: () => Promise<void>
}

const INDIA = 19_800
const DAY = 86_400
const MORNING = 10 * 3_600

const now = () => Math.floor(Date.now() / 1000)
/** Today, in India, by this machine's clock. */
export const todayHere = (): DayNumber => dayInIndia(now())

/** When the board's office opens on a day, in seconds since 1970. */
export const morningOf = (day: DayNumber): number => day * DAY - INDIA + MORNING

/** Only the embedded chain's clock can be set; blocks of a sealed chain say when they were made. */
export const openClock = async (ledger: Ledger): Promise<TownClock> => {
  const canTurn = ledger.manifest.chain === 'anvil'
  const newest = await blockOf(ledger)
  let time = newest.timestamp
  const set = async (to: number) => {
    await ledger.transport.request('anvil_setTime', [`0x${to.toString(16)}`])
    time = to
  }
  return {
    day: () => dayInIndia(time),
    turnTo: async (day) => {
      const morning = Math.min(morningOf(day), now())
      if (canTurn && dayInIndia(time) < day && morning > time) await set(morning)
    },
    setRight: async () => {
      const last = (await blockOf(ledger)).timestamp
      if (canTurn && last < now()) await set(now())
    },
  }
}
