import { z } from 'zod'
import { bill } from '../billShape.ts'
import type { Descriptions } from '../described.ts'
import { entries, entry } from '../entryShape.ts'
import { head, payment } from '../shapes.ts'
import {
  billNumber,
  category,
  code,
  count,
  day,
  flag,
  hash,
  month,
  next,
  paise,
  path,
  watts,
  wh,
} from '../units.ts'

const cycle = count('Months between bills: 0 (each session), 1, 3, 6 or 12.')

const evidence = z
  .looseObject({})
  .describe(
    'A file of the format wattledger-evidence/1: contracts/proof/README.md says what is in it.',
  )

/** What a consumer asks for. */
export const accountAnswers = {
  '/search': {
    summary: 'Where what was typed is found',
    asks: ['q'],
    answer: z.strictObject({ found: path }),
  },
  '/accounts': {
    summary: 'Accounts, in the order of their codes unless sorted by what they owe',
    asks: ['category', 'sort', 'after'],
    answer: z.strictObject({
      together: z
        .strictObject({
          owedPaise: paise.describe('What those owe that owe something.'),
          creditPaise: paise.describe('What the others have paid ahead.'),
          isBehind: flag('Accounts have new entries that are being worked out still.'),
        })
        .describe('What all of them come to, or all of the category.'),
      accounts: z
        .array(
          z.strictObject({
            code,
            category: category
              .nullable()
              .describe(
                'Of its terms in force, or the first to come; null without any. The list is narrowed by that of its newest terms.',
              ),
            balancePaise: paise.describe('What is owed.'),
          }),
        )
        .describe('So many as a page has.'),
      next,
    }),
  },
  '/accounts/:account': {
    summary: 'An account: what is owed, its bills, payments, agreements and meters',
    answer: z.strictObject({
      account: z
        .strictObject({
          code,
          id: hash.describe('The account as the contract knows it.'),
          balancePaise: paise.describe('What is owed.'),
          heldBackPaise: paise.describe('What of it disputes hold back.'),
          category: category.nullable(),
          loadW: watts.nullable().describe('Sanctioned load, in watts.'),
          cycleMonths: cycle.nullable(),
          termsToCome: z
            .array(z.strictObject({ firstDay: day, category, loadW: watts, cycleMonths: cycle }))
            .describe('Terms accepted, and not in force yet.'),
          entries: count('How many entries it has.'),
          due: z
            .array(
              z.strictObject({
                day,
                bill: billNumber,
                instalment: count('Which one, from 1; null for an adjustment.').nullable(),
                leftPaise: paise,
                isOverdue: flag('Its day has passed.'),
              }),
            )
            .describe('What is still to pay, by day.'),
          head: head.nullable(),
        })
        .describe('Category, load and cycle are those in force today.'),
      bills: z.array(bill).describe('All of them, in order.'),
      payments: z.array(payment).describe('All of them, in order.'),
      reversals: entries('Receipts taken back.'),
      adjustments: entries('Sums beside the bills.'),
      agreements: entries('Terms proposed and accepted.'),
      meters: entries('Meters installed.'),
      usageByMonth: z
        .array(
          z.strictObject({
            month,
            wh: wh.describe('Charged so far; a longer reading counts by days.'),
            days: count('How many of its days were charged so far.'),
            basis: z
              .enum(['read', 'shared', 'estimated'])
              .describe('What the month’s figure rests on.'),
            bills: z.array(billNumber).describe('The bills that charged it.'),
          }),
        )
        .describe('The last two years, oldest first.'),
      moneyByMonth: z
        .array(
          z.strictObject({
            month,
            askedPaise: paise.describe('Bills, their corrections and adjustments.'),
            paidPaise: paise.describe('Payments, less those taken back.'),
            owedPaise: paise.describe('What was owed at the month’s end, or is today.'),
          }),
        )
        .describe('The last two years, oldest first.'),
    }),
  },
  '/accounts/:account/bills/:number': {
    summary: 'A bill, line by line: what was paid of it, what it is compared with',
    answer: z.strictObject({
      account: z.strictObject({ code, head: head.nullable() }).describe('Whose it is.'),
      bill,
      isSession: flag('It charges one session of a charging station.'),
      replaces: z.array(billNumber).describe('Estimated bills that its reading makes good.'),
      replacedBy: billNumber.nullable().describe('The bill that makes this estimate good.'),
      instalments: z
        .array(
          entry.extend({
            kind: z
              .enum(['paid', 'taken back', 'reversal', 'refund'])
              .describe('The last two make the bill ask again.'),
            settledPaise: paise.describe('What of it went to this bill.'),
            leftPaise: paise.describe('What was left of the bill after it.'),
            freedBy: billNumber
              .nullable()
              .describe('The older bill whose correction freed this money; else null.'),
          }),
        )
        .describe('What was paid of it, in the order in which it counted.'),
      comparisons: z
        .array(
          z.strictObject({
            with: billNumber,
            differencePaise: paise.describe('This bill less that one.'),
            causes: z
              .array(
                z.strictObject({
                  kind: z.enum([
                    ...(['units', 'days', 'rate', 'estimates'] as const),
                    ...(['rounding', 'correction', 'adjustment'] as const),
                  ]),
                  amountPaise: paise,
                }),
              )
              .describe('They add up to the difference.'),
          }),
        )
        .describe('With the bill before it, and with the same days of last year.'),
      corrections: entries('Disputes, their decisions and corrections, in order.'),
    }),
  },
  '/accounts/:account/evidence': {
    summary:
      'Evidence of an account, which proves itself, as of the newest block or an earlier one',
    asks: ['block'],
    answer: evidence,
  },
  '/accounts/:account/bills/:number/evidence': {
    summary: 'Evidence of a bill, which proves itself, as of the newest block or an earlier one',
    asks: ['block'],
    answer: evidence,
  },
} as const satisfies Descriptions
