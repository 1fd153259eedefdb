import type { ColumnMap } from './columnMap.ts'

/** In which column, from 0, a map's things stand in one file. */
export type Places = {
  readonly day: number
  readonly references: readonly number[]
  readonly text: readonly number[]
  readonly account: number | undefined
  readonly credit: number | undefined
  readonly debit: number | undefined
  readonly amount: number | undefined
  readonly direction: number | undefined
  readonly status: number | undefined
}

/** Where the map's columns stand under this heading; or the first that it lacks. */
export function placesIn(heading: readonly string[], map: ColumnMap): Places | { lacks: string } {
  const plain = heading.map(plainName)
  const lacking: string[] = []
  const placeOf = (names: readonly string[]): number => {
    const found = names.map((name) => plain.indexOf(plainName(name))).find((place) => place >= 0)
    if (found === undefined) lacking.push(names.join(' or '))
    return found ?? -1
  }
  const optional = (names: readonly string[] | undefined) =>
    names === undefined ? undefined : placeOf(names)
  const money = map.money
  const places: Places = {
    day: placeOf(map.day),
    references: map.references.map(placeOf),
    text: map.text.map(placeOf),
    account: optional(map.account),
    credit: 'credit' in money ? placeOf(money.credit) : undefined,
    debit: 'credit' in money ? optional(money.debit) : undefined,
    amount: 'amount' in money ? placeOf(money.amount) : undefined,
    direction: 'amount' in money ? optional(money.direction?.column) : undefined,
    status: optional(map.status?.column),
  }
  return lacking[0] === undefined ? places : { lacks: lacking[0] }
}

/** A heading by its letters and digits: "Chq./Ref.No." and "Chq / Ref No" are one. */
const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
