import { z } from 'zod'
import { channelIds } from '../words/channel.ts'
import { named } from './named.ts'

/** Quantities, days, names of things: each with its unit and its form. Money and energy are strings, as integers of any size. */

const whole = z.string().regex(/^-?\d+$/)
const natural = z.string().regex(/^\d+$/)

export const paise = named('Paise', 'Whole paise (₹0.01); negative is a credit.', whole)
export const wh = named('Wh', 'Whole watt-hours (0.001 kWh).', whole)
export const watts = named('Watts', 'Whole watts.', natural)
export const perUnit = named(
  'MilliPaisePerKWh',
  'Thousandths of a paisa per kWh: 570000 is ₹5.70.',
  whole,
)
export const day = named(
  'Day',
  'A day in India, as YYYY-MM-DD.',
  z.string().regex(/^\d{4,}-\d\d-\d\d$/),
)
export const month = named(
  'Month',
  'A month in India, as YYYY-MM.',
  z.string().regex(/^\d{4}-\d\d$/),
)
export const timestamp = named(
  'Timestamp',
  'Seconds since 1970-01-01 in UTC, as the block says.',
  z.int().nonnegative(),
)
export const code = named(
  'AccountCode',
  'What stands on the bill instead of a name; its last sign is a check on the others.',
  z.string().regex(/^[0-9A-Z]{5}-[0-9A-Z]{5}-.$/),
)
export const hash = named('Hash', '32 bytes, as hex digits.', z.string().regex(/^0x[0-9a-f]{64}$/))
export const address = named(
  'Address',
  'A key’s or a contract’s address: 20 bytes, as hex digits.',
  z.string().regex(/^0x[0-9a-f]{40}$/),
)
export const bytes = named(
  'Bytes',
  'Any number of bytes, as hex digits.',
  z.string().regex(/^0x(?:[0-9a-f]{2})*$/),
)
export const block = named(
  'BlockNumber',
  'A block’s number, counted from 0.',
  z.int().nonnegative(),
)
export const seq = named(
  'Seq',
  'An entry’s number within its account, counted from 1 without a gap.',
  z.int().positive(),
)
export const billNumber = named(
  'BillNumber',
  'A bill’s number within its account, counted from 1; 0 is what was owed before the first.',
  z.int().nonnegative(),
)
export const category = named(
  'Category',
  'A category’s number, as tariffs name it; 0 where no agreement says one.',
  z.int().nonnegative(),
)
export const tariffNumber = named(
  'TariffNumber',
  'A tariff’s number, counted from 1 over all categories.',
  z.int().positive(),
)
export const channel = named(
  'Channel',
  'How a payment came; `native` is one on the chain itself.',
  z.enum(channelIds),
)
export const next = named(
  'Next',
  'The address of what follows in this list; null at its end.',
  z.string().nullable(),
)
export const path = named('Path', 'An address within this portal.', z.string().regex(/^\//))

/** How many: of what. */
export const count = (told: string) => z.int().nonnegative().describe(told)
export const flag = (told: string) => z.boolean().describe(told)
export const text = (told: string) => z.string().describe(told)
