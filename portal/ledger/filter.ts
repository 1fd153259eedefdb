import { parseRupees } from '../../contracts/rules/money.ts'
import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import { type EntryKind, entryTables } from '../../migrations/tables.ts'
import { readCategory } from '../list/category.ts'
import { readPeriod } from '../list/day.ts'
import { BadInput } from '../problem/problem.ts'
import { type AccountKey, readAccountKey } from '../record/findAccount.ts'
import { type Actor, readActor } from './actor.ts'
import { amountColumns, type List, lists } from './lists.ts'
import { plain } from '../words/t.ts'

/** What of the ledger is asked for; undefined is no limit. */
export interface Filter {
  readonly list: List | undefined
  readonly category: number | undefined
  readonly account: AccountKey | undefined
  /** Of payments: the contract's number of it. */
  readonly channel: number | undefined
  /** Whose key signed the transaction. */
  readonly actor: Actor | undefined
  /** Days on which the entries were recorded, the last one included. */
  readonly from: DayNumber | undefined
  readonly to: DayNumber | undefined
  /** Paise, either way: a credit of ₹500 is found by 500 too. */
  readonly least: Paise | undefined
  readonly most: Paise | undefined
}

/** A filter as an address carries it. Throws `BadInput`. */
export const readFilter = (asked: Record<string, string>): Filter => {
  const list = readList(asked['kind'])
  const given = (name: string) => (asked[name] === '' ? undefined : asked[name])
  const account = given('account')
  const actor = given('actor')
  const filter = {
    list,
    category: readCategory(asked['category']),
    account: account === undefined ? undefined : readAccountKey(account),
    channel: undefined,
    actor: actor === undefined ? undefined : readActor(actor),
    ...readPeriod(asked),
    least: readAmount(given('least')),
    most: readAmount(given('most')),
  }
  const { least, most } = filter
  if ((least ?? most) !== undefined && (list === undefined || !(list.kind in amountColumns)))
    throw new BadInput(plain('problem.noAmounts'), plain('problem.chooseAmounts'))
  return filter
}

const readList = (text: string | undefined): List | undefined => {
  if (text === undefined || text === '') return undefined
  const list = lists.find(({ id }) => id === text)
  if (list !== undefined) return list
  if (Object.hasOwn(entryTables, text)) return { id: text, kind: text as EntryKind }
  const ids = new Set([...lists.map(({ id }) => id), ...Object.keys(entryTables)])
  throw new BadInput(
    plain('problem.notKind', { text }),
    plain('problem.kindsAre', { kinds: [...ids].join(', ') }),
  )
}

const readAmount = (text: string | undefined): Paise | undefined => {
  if (text === undefined) return undefined
  try {
    return parseRupees(text)
  } catch {
    throw new BadInput(plain('problem.notAmount', { text }), plain('problem.giveRupees'))
  }
}
