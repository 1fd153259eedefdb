import { type Paise, paise } from '../../../contracts/rules/units.ts'
import type { ColumnMap } from './columnMap.ts'
import type { Places } from './heading.ts'

export type Money = { readonly amount: Paise; readonly isCredit: boolean }
type Refused = { readonly fault: { readonly place: number; readonly reason: string } }
type Amount = { amount: Paise; word: string }

/**
 * What a row moved, and which way: from two columns, or from one with its direction beside it, after it (CR, DR) or by its
 * sign. Undefined where a cell could not be read, which was noted.
 */
export function moneyOf(
  places: Places,
  map: ColumnMap,
  read: (place: number) => Amount | undefined,
  cell: (place: number) => string,
): Money | Refused | undefined {
  if (places.credit !== undefined) return ofTwo(places.credit, places.debit, read)
  if (places.amount === undefined) return undefined
  const found = read(places.amount)
  if (found === undefined) return undefined
  const { amount, word } = found
  if (places.direction === undefined) return signed(word === 'dr' ? paise(0n - amount) : amount)
  const given = cell(places.direction).toLowerCase()
  const direction = 'amount' in map.money ? map.money.direction : undefined
  const says = (words: readonly string[] = []) => words.some((each) => each.toLowerCase() === given)
  if (says(direction?.credit)) return signed(amount)
  if (says(direction?.debit)) return signed(paise(0n - amount))
  const words = [...(direction?.credit ?? []), ...(direction?.debit ?? [])].join(', ')
  const reason = `"${cell(places.direction)}" says neither credit nor debit: the map knows ${words}.`
  return { fault: { place: places.direction, reason } }
}

function ofTwo(
  credit: number,
  debit: number | undefined,
  read: (place: number) => Amount | undefined,
): Money | Refused | undefined {
  const came = read(credit)
  const went = debit === undefined ? { amount: paise(0n) } : read(debit)
  if (came === undefined || went === undefined) return undefined
  if (came.amount < 0n || went.amount < 0n) {
    const place = came.amount < 0n ? credit : (debit ?? credit)
    return { fault: { place, reason: 'An amount below zero: each column holds amounts above it.' } }
  }
  if (came.amount > 0n && went.amount > 0n)
    return { fault: { place: credit, reason: 'The row both received and paid: it can do one.' } }
  return signed(paise(came.amount - went.amount))
}

const signed = (amount: Paise): Money => ({
  amount: amount < 0n ? paise(0n - amount) : amount,
  isCredit: amount > 0n,
})
