import type { Json } from '../answer.ts'
import { layouts, type Layout } from '../../contracts/events/layouts.ts'
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
    logIndex: entry.at.logIndex,
    fields: fieldsJson(entry),
  }
}

const suffixes = { paise: 'Paise', wh: 'Wh', watt: 'W', perUnit: 'MilliPaisePerKWh' } as const

const fieldsJson = (entry: Entry): Json => {
  const words: Layout = layouts[entry.name]
  const values: Readonly<Record<string, unknown>> = entry.fields
  return Object.fromEntries(
    words.map(([field, kind]): [string, Json] => {
      const value = values[field]
      if (kind === 'day') return [field, formatDay(value as DayNumber)]
      if (typeof value === 'bigint') {
        const suffix = suffixes[kind as keyof typeof suffixes]
        return [field === 'wh' ? 'wh' : `${field.replace(/PerUnit$/, '')}${suffix}`, String(value)]
      }
      return [field, value as Json]
    }),
  )
}
