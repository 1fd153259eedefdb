import { dayInIndia } from '../../contracts/rules/day.ts'
import { type Pool, pool, type PooledBill } from '../../contracts/rules/pool.ts'
import { postingsOf } from '../../contracts/rules/posting.ts'
import { type DayNumber, dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { type DerivedBill, deriveBills } from '../derive/deriveBill.ts'
import type { Ledger } from '../readOnly.ts'
import type { BesideOf } from './beside.ts'
import {
  entriesAtOnce,
  sumOf,
  type Version,
  versionOfEntries,
  type Wanted,
} from './entriesAtOnce.ts'
import { type Entry, only } from './entry.ts'
import { accountEvents } from './events.ts'
import type { FoundAccount } from './findAccount.ts'
import { consumersOf, type Keys } from './keys.ts'
import type { RateVersion } from './rates.ts'
import { type Refunded, withoutRefunds } from './refunds.ts'
import type { Standing } from './standing.ts'

/** A bill worked out again, and how it stands today. */
export interface StandingBill extends DerivedBill, Refunded {
  readonly standing: PooledBill
}

/** A sum that is to be paid by a day. */
export interface DueSum {
  readonly day: DayNumber
  readonly left: Paise
  readonly isOverdue: boolean
  readonly bill: number
  /** Which of how many instalments; null for the whole of a bill, and for what was added to it later. */
  readonly instalment: { readonly number: number; readonly of: number } | null
  /** Money that was paid back although the bill still needed it. */
  readonly isRefund: boolean
}

/** All that the ledger holds of one account, and all that follows from it. */
export interface History extends FoundAccount {
  /** Every entry, in order. */
  readonly entries: readonly Entry[]
  /** By number. */
  readonly bills: readonly StandingBill[]
  /** What is owed, by the pool of its payments; below zero a credit. */
  readonly balance: Paise
  /** Sums due and not yet paid, by due day; what a dispute holds back is not due. */
  readonly due: readonly DueSum[]
  /** What of the balance open disputes hold back. */
  readonly heldBack: Paise
  /** The bills as they stand, opening arrears (bill 0) included. */
  readonly pooled: readonly PooledBill[]
  /** How the bills stood just before entry `seq`. */
  readonly pooledBefore: (seq: number) => Pool['bills']
  readonly keys: Keys
  /** Tariffs of the categories that it agreed to. */
  readonly rates: readonly RateVersion[]
  /** Which rows it was made of. */
  readonly version: Version
}

/** The history of an account as of the block of `standing`. */
export const readHistory = async (
  db: Ledger,
  found: FoundAccount,
  standing: Standing,
  besideOf: BesideOf,
): Promise<History> => {
  const { entries, version } = await entriesAtOnce(db, ownEntries(found))
  const { roles, rates, version: others } = await besideOf(db, standing, categoriesOf(entries))
  const tariffs = rates.filter(({ withdrawn }) => withdrawn === null).map(({ tariff }) => tariff)
  const dated = entries.map((event) => ({ event, day: dayInIndia(event.at.timestamp) }))
  const postings = postingsOf(dated)
  const owed = pool(postings, standing.today)
  const pooled = new Map(
    owed.bills.map((standing) => [
      standing.number,
      { standing, ...withoutRefunds(standing, entries) },
    ]),
  )
  return {
    ...found,
    entries,
    rates,
    balance: owed.balance,
    due: [...pooled]
      .flatMap(([number, refunded]) => dueSums(number, refunded))
      .sort((a, b) => a.day - b.day),
    heldBack: paise(owed.bills.reduce((total, { heldBack }) => total + heldBack, 0n)),
    pooled: owed.bills,
    pooledBefore: (seq) =>
      pool(
        postings.filter((each) => each.seq < seq),
        standing.today,
      ).bills,
    keys: {
      roles,
      consumers: consumersOf(entries),
    },
    version: sumOf(version, others),
    bills: deriveBills(entries, tariffs).flatMap((bill) => {
      const stands = pooled.get(bill.issued.fields.number)
      return stands === undefined ? [] : [{ ...bill, ...stands }]
    }),
  }
}

const dueSums = (bill: number, { sums }: Refunded): DueSum[] => {
  const of = sums.filter(({ kind }) => kind === 'instalment').length
  return sums
    .filter(({ left, heldBack }) => left > heldBack)
    .map((sum) => ({
      day: dayNumber(sum.dueDay),
      left: paise(sum.left - sum.heldBack),
      isOverdue: sum.isOverdue,
      bill,
      isRefund: sum.isRefund,
      instalment: sum.kind === 'instalment' && of > 1 ? { number: sum.number, of } : null,
    }))
}

/** Which rows a history would be made of now, in the snapshot of `standing`. */
export const versionNow = async (
  db: Ledger,
  history: History,
  standing: Standing,
  besideOf: BesideOf,
): Promise<Version> => {
  const own = await versionOfEntries(db, ownEntries(history))
  return sumOf(own, (await besideOf(db, standing, categoriesOf(history.entries))).version)
}

const ownEntries = ({ account }: FoundAccount): Wanted => ({ account, names: accountEvents })

/** Those that it ever agreed to. */
const categoriesOf = (entries: readonly Entry[]): Set<number> =>
  new Set(only(entries, 'AgreementAccepted').map(({ fields }) => fields.category))
