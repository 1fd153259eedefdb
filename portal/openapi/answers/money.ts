import { z } from 'zod'
import { ages } from '../../board/ages.ts'
import type { Descriptions } from '../described.ts'
import { payment, received, totals } from '../shapes.ts'
import {
  billNumber,
  block,
  category,
  code,
  count,
  day,
  flag,
  hash,
  next,
  paise,
  seq,
} from '../units.ts'

const ageing = {
  overduePaise: z
    .strictObject(Object.fromEntries(ages.map(({ id }) => [id, paise])))
    .describe('By how many days it is overdue.'),
  notDuePaise: paise,
  heldBackPaise: paise.describe('What disputes hold back.'),
  creditPaise: paise.describe('What was paid ahead.'),
  owedPaise: paise.describe('Overdue, not due and held back, less what was paid ahead.'),
}

/** What the board reconciles. */
export const moneyAnswers = {
  '/payments': {
    summary: 'Payments, newest first, or oldest first by `sort=oldest`',
    asks: ['channel', 'from', 'to', 'sort', 'before', 'after'],
    answer: z.strictObject({
      totals: z
        .strictObject({
          billedPaise: paise,
          adjustedPaise: paise,
          paidPaise: paise,
          owedPaise: paise,
        })
        .describe('Of the whole ledger.'),
      subtotals: z
        .array(z.strictObject(received))
        .nullable()
        .describe('By channel, where at most 31 days were asked for; else null.'),
      payments: z
        .array(payment.extend({ account: code.nullable() }))
        .describe('So many as a page has.'),
      isUnfinished: flag('The page ends early, having looked through many; `next` goes on.'),
      next,
    }),
  },
  '/references/:reference': {
    summary: 'Whether a receipt is recorded, and where',
    answer: z.strictObject({
      reference: hash,
      recorded: flag('It is on the ledger, taken back or not.'),
      account: code.nullable(),
      payment: payment.nullable(),
      reversal: z
        .strictObject({
          day,
          reason: count('The reason’s code.'),
          seq,
          transaction: hash,
          block,
        })
        .nullable()
        .describe('Where it was taken back; else null.'),
    }),
  },
  '/board': {
    summary: 'What is overdue by category and age, and a fortnight’s receipts by day and channel',
    asks: ['to'],
    answer: z.strictObject({
      ageing: z
        .strictObject({
          categories: z.array(z.strictObject({ category, ...ageing })).describe('A line each.'),
          total: z.strictObject(ageing).describe('Of all categories.'),
          owedPaise: paise.describe('Bills + adjustments − payments, of every entry.'),
          isBehind: flag('It is being worked out still.'),
          agrees: flag('Whether the ageing adds up to what is owed.').nullable(),
        })
        .describe('What is owed, by age.'),
      receipts: z
        .strictObject({
          from: day,
          to: day,
          days: z.array(z.strictObject({ day, ...received })).describe('A line a day and channel.'),
        })
        .describe('What came and was taken back.'),
    }),
  },
  '/due': {
    summary: 'Open sums of an age, the oldest first unless sorted otherwise',
    asks: ['category', 'age', 'sort', 'after'],
    answer: z.strictObject({
      together: z
        .strictObject({ sums: count('How many there are.'), amountPaise: paise })
        .describe('All of them, on all pages.'),
      sums: z
        .array(
          z.strictObject({
            account: code,
            category,
            bill: billNumber,
            dueDay: day.nullable().describe('null for what is held back or was paid ahead.'),
            amountPaise: paise,
          }),
        )
        .describe('So many as a page has.'),
      next,
    }),
  },
  '/totals': {
    summary: 'The control totals, by period and in all',
    answer: z.strictObject({
      ever: totals.describe('Since the ledger began.'),
      periods: z.array(totals).describe('From closing to closing, and since the last.'),
    }),
  },
} as const satisfies Descriptions
