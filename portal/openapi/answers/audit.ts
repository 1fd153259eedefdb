import { z } from 'zod'
import { outlierRules } from '../../../contracts/rules/outliers.ts'
import { roleNames } from '../../record/roleName.ts'
import type { Descriptions } from '../described.ts'
import { byKind, entries, entry } from '../entryShape.ts'
import { tariff } from '../shapes.ts'
import {
  address,
  billNumber,
  block,
  code,
  count,
  day,
  flag,
  hash,
  month,
  next,
  paise,
  tariffNumber,
  text,
  wh,
} from '../units.ts'

const role = z.strictObject({
  role: z.enum(roleNames),
  holder: address,
  isHeld: flag('It has the role still.'),
  changes: entries('When it was given and taken.'),
  used: byKind.describe('What was done by it.'),
  lastTransaction: hash.nullable().describe('The newest done by it; null if none.'),
  lastBlock: block.nullable(),
})

const inAll = z
  .strictObject({
    parts: count('Parts of bills.'),
    wh,
    chargePaise: paise.describe('Their charges, before bills are rounded.'),
  })
  .nullable()
  .describe('What it priced, corrections in place of what they corrected; null while added up.')

const byRule = Object.fromEntries(
  outlierRules.map((rule) => [rule, count('Readings that stand out by this rule.')]),
)

const note = z
  .strictObject({
    state: z
      .enum(['as usual', 'departs', 'groundless'])
      .nullable()
      .describe('Beside what the account usually uses.'),
    follows: billNumber.nullable().describe('The estimate just before it; else null.'),
    correctedBy: billNumber.nullable().describe('The real reading’s bill that made it good.'),
  })
  .describe('Of an estimate.')

/** What an auditor looks through. */
export const auditAnswers = {
  '/ledger': {
    summary: 'Entries, newest first, or oldest first by `sort=oldest`',
    asks: [
      ...(['kind', 'category', 'account', 'actor', 'from', 'to'] as const),
      ...(['least', 'most', 'sort', 'before', 'after'] as const),
    ],
    answer: z.strictObject({
      entries: z
        .array(entry.extend({ estimate: note.optional() }))
        .describe('So many as a page has.'),
      trend: z
        .strictObject({
          unit: z.enum(['day', 'month']),
          stretches: z
            .array(
              z.strictObject({
                from: day,
                to: day.describe('The last day, counted in.'),
                entries: byKind,
              }),
            )
            .describe('A year at most.'),
        })
        .describe('What was recorded when, by the days’ totals.'),
      isUnfinished: flag('The page ends early, having looked through many; `next` goes on.'),
      next,
    }),
  },
  '/tariffs': {
    summary: 'Every tariff ever set, by category and first day',
    answer: z.strictObject({
      tariffs: z.array(tariff.extend({ inAll })).describe('All of them.'),
    }),
  },
  '/tariffs/:tariff': {
    summary: 'A tariff, and the parts of bills that it priced',
    asks: ['before'],
    answer: z.strictObject({
      tariff,
      previous: tariffNumber.nullable().describe('Its category’s tariff before it.'),
      inAll,
      priced: z
        .array(entry.extend({ isSuperseded: flag('A correction priced these days anew.') }))
        .describe('Parts of bills, newest first: so many as a page has.'),
      next,
    }),
  },
  '/outliers': {
    summary: 'Readings that stand out, by rule',
    asks: ['rule', 'from', 'to', 'before'],
    answer: z.strictObject({
      rule: z.enum(outlierRules).nullable().describe('Whose readings are listed; null for none.'),
      outliers: z
        .array(
          z.strictObject({
            account: code,
            bill: billNumber,
            measured: text(
              'Wh a day (high, low), Wh (jump, rollover), days (late), bills in a row (zero).',
            ).regex(/^-?\d+$/),
            expected: text(
              'What was to be expected, in the same unit; days without units (zero).',
            ).regex(/^-?\d+$/),
            isCorrected: flag('The reading was corrected since.'),
            reading: entry,
          }),
        )
        .describe('So many as a page has.'),
      all: z.strictObject(byRule).partial().describe('Since the ledger began.'),
      months: z
        .array(z.strictObject({ month, readings: count('Readings recorded.'), ...byRule }))
        .describe('Newest first.'),
      isBehind: flag('They are being looked for still.'),
      next,
    }),
  },
  '/actors': {
    summary: 'Who holds and held which role, and what was done by it',
    answer: z.strictObject({ roles: z.array(role).describe('A line a role and holder.') }),
  },
  '/actors/:key': {
    summary: 'A key: its roles, and what it recorded, newest first',
    asks: ['before'],
    answer: z.strictObject({
      key: address,
      roles: z.array(role).describe('That it holds or held.'),
      recorded: byKind.describe('What it recorded.'),
      firstBlock: block.nullable(),
      lastBlock: block.nullable(),
      entries: entries('So many as a page has.'),
      next,
    }),
  },
} as const satisfies Descriptions
