import type { Hex } from '../../contracts/events/hex.ts'
import type { Layout, WordKind } from '../../contracts/events/layouts.ts'
import { layouts } from '../../contracts/events/layouts.ts'
import type { DayNumber, Paise, PerUnit, Watt, Wh } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'
import type { Entry } from '../record/entry.ts'
import { channelWords } from '../words/channel.ts'
import { readingWords } from '../words/readingKind.ts'
import { reasonWords } from '../words/reason.ts'
import { roleWords } from '../words/role.ts'
import { plain, t } from '../words/t.ts'
import { day } from './day.ts'
import { register } from './energy.ts'
import { wholeHash } from './hash.ts'
import { load } from './load.ts'
import { money } from './money.ts'
import { rate } from './rate.ts'

/** Every word of an entry's data, named as in IBilling.sol and shown in its unit. Slabs not in use are left out. */
export const words = (entry: Entry): { readonly field: string; readonly value: Markup }[] => {
  const layout: Layout = layouts[entry.name]
  const values: Readonly<Record<string, unknown>> = entry.fields
  return layout
    .filter(([field]) => !isUnusedSlab(entry, field))
    .map(([field, kind]) => ({
      field,
      value: named(field, values[field]) ?? shown[kind](values[field]),
    }))
}

/** Numbers and hashes that stand for a word, with the word. */
const named = (field: string, value: unknown): Markup | undefined => {
  if (field === 'channel') return html`${value as number}: ${channelWords(value as number)}`
  if (field === 'kind') return html`${value as number}: ${readingWords(value as number)}`
  if (field === 'reason') return html`${value as number}: ${reasonWords(value as number)}`
  if (field === 'outcome')
    return html`${value as number}: ${plain(value === 0 ? 'value.upheld' : 'value.granted')}`
  if (field === 'role') return html`${wholeHash(value as string)}: ${roleWords(value as Hex)}`
  if (typeof value === 'string' && /^0x0+$/.test(value)) return t('value.none')
  return undefined
}

const shown: Readonly<Record<WordKind, (value: unknown) => Markup>> = {
  uint: (value) => html`${value as number}`,
  day: (value) => day(value as DayNumber),
  watt: (value) => load(value as Watt),
  wh: (value) => (value === NO_LIMIT ? t('value.noLimit') : html`${register(value as Wh)} kWh`),
  perUnit: (value) => t('value.perUnit', { rate: rate(value as PerUnit) }),
  paise: (value) => money(value as Paise),
  bool: (value) => t(value === true ? 'value.yes' : 'value.no'),
  address: (value) => wholeHash(value as string),
  bytes32: (value) => wholeHash(value as string),
}

/** The limit of a tariff's last slab: type(uint64).max. */
const NO_LIMIT = 2n ** 64n - 1n

const isUnusedSlab = (entry: Entry, field: string): boolean =>
  entry.name === 'RateSet' && Number(/^slab(\d)/.exec(field)?.[1] ?? 0) > entry.fields.slabCount
