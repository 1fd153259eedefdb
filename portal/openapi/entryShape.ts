import { z } from 'zod'
import {
  type EventName,
  type Layout,
  layouts,
  type WordKind,
} from '../../contracts/events/layouts.ts'
import { type EntryKind, entryTables } from '../../migrations/tables.ts'
import { fieldName } from '../record/entryJson.ts'
import { named } from './named.ts'
import { readNatSpec } from './natSpec.ts'
import { address, block, code, count, day, hash, paise, perUnit, seq, watts, wh } from './units.ts'

const said = readNatSpec()

const words: Readonly<Record<WordKind, z.ZodType>> = {
  uint: z.int().nonnegative(),
  day,
  watt: watts,
  wh,
  perUnit,
  paise,
  bool: z.boolean(),
  address,
  bytes32: hash,
}

/** One event's fields: under the names of IBilling.sol, with their units and with what it says of them. */
const fieldsOf = (event: EventName): z.ZodType => {
  const told = said.get(event)
  const layout: Layout = layouts[event]
  const shape = layout.map(([field, kind]) => [
    fieldName(field, kind),
    words[kind].describe(told?.fields.get(field) ?? ''),
  ])
  return named(`${event}Fields`, told?.notice ?? '', z.strictObject(Object.fromEntries(shape)))
}

const eventNames = Object.keys(layouts) as EventName[]

export const entry = named(
  'Entry',
  'One entry of the ledger: an event of IBilling.sol, its fields under the names it has there, units in the name.',
  z.strictObject({
    event: z.enum(eventNames).describe('Which event; `fields` is then of the shape of that name.'),
    account: code
      .nullable()
      .describe('Whose; null for entries of a category or of the ledger itself.'),
    accountId: hash.describe('The account as the contract knows it; a category’s is its number.'),
    seq,
    block,
    transaction: hash.describe('The transaction that made it.'),
    sender: address.describe('Whose key signed that transaction; `/actors` says in which roles.'),
    logIndex: count('Place among the logs of its block, from 0.'),
    fields: z.union(eventNames.map(fieldsOf)).describe('What the event says.'),
  }),
)

export const entries = (told: string) => z.array(entry).describe(told)

const kinds = Object.keys(entryTables) as EntryKind[]

/** Numbers of entries, by kind. */
export const byKind = named(
  'EntriesByKind',
  'How many entries of each kind. `manual`, `estimated` and `final` are readings so made, `late` ones recorded more than 7 days after their last day; `account` are accounts with their first entry. Kinds without one may be left out.',
  z.partialRecord(
    z.enum([...kinds, 'manual', 'estimated', 'final', 'late', 'account']),
    count('How many.'),
  ),
)
