import type { Json } from '../answer.ts'
import { layouts, type Layout, type WordKind } from '../../contracts/events/layouts.ts'
import { formatDay } from '../../contracts/rules/day.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Entry } from './entry.ts'
import { whose } from './whose.ts'

/** One entry for machines: its fields under the names of IBilling.sol, units in the name, days as dates. */
export const entryJson = (entry: Entry) => {
  const owner = whose(entry.account)
  return {
    event: entry.name,
    account: owner.kind === 'account' ? owner.code : null,
    accountId: entry.account,
    seq: entry.seq,
    block: entry.at.block,
    transaction: entry.at.transaction,
    sender: entry.at.sender,
    logIndex: entry.at.logIndex,
    fields: fieldsJson(entry),
  }
}

const suffixes = { paise: 'Paise', wh: 'Wh', watt: 'W', perUnit: 'MilliPaisePerKWh' } as const

/** A field's name for machines: with its unit, where it has one. */
export const fieldName = (field: string, word: WordKind): string => {
  const suffix = Object.hasOwn(suffixes, word) ? suffixes[word as keyof typeof suffixes] : ''
  return field === 'wh' ? 'wh' : `${field.replace(/PerUnit$/, '')}${suffix}`
}

const fieldsJson = (entry: Entry): Json => {
  const words: Layout = layouts[entry.name]
  const values: Readonly<Record<string, unknown>> = entry.fields
  return Object.fromEntries(
    words.map(([field, kind]): [string, Json] => {
      const value = values[field]
      const name = fieldName(field, kind)
      if (kind === 'day') return [name, formatDay(value as DayNumber)]
      return [name, typeof value === 'bigint' ? String(value) : (value as Json)]
    }),
  )
}
