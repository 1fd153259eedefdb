import { z } from 'zod'
import { entries, entry } from './entryShape.ts'
import { named } from './named.ts'
import {
  address,
  billNumber,
  block,
  count,
  day,
  flag,
  hash,
  paise,
  seq,
  text,
  wh,
} from './units.ts'

const lines = z
  .array(
    named(
      'BillLine',
      'One line of a bill, as worked out here.',
      z.strictObject({
        kind: z.enum([
          ...(['energy', 'fuel', 'subsidy', 'fixedPerKW', 'fixedPerConnection'] as const),
          ...(['duty', 'dutyPerUnit', 'alreadyCharged', 'rounding'] as const),
        ]),
        label: text('What it is for, in English.'),
        formula: text('How it comes about, in numbers: "120 × ₹5.70".'),
        amountPaise: paise.describe('What it adds to the bill; a subsidy takes away.'),
      }),
    ),
  )
  .describe('They add up to the bill.')

const figures = {
  wh: wh.describe('Energy billed.'),
  grossPaise: paise.describe('Sum of the charges of its parts.'),
  roundingPaise: paise,
  amountPaise: paise,
  derivedPaise: paise.nullable().describe('The amount as worked out here; null where it can’t be.'),
  charges: entries('The rate applied to each part of its days.'),
  lines,
}

/** A bill as it stands, and every line of it as worked out here. */
export const bill = named(
  'Bill',
  'A bill as it stands; one that was corrected is told as corrected.',
  z.strictObject({
    number: billNumber,
    start: day.describe('The first day that it charges.'),
    end: day.describe('The day after the last one.'),
    ...figures,
    alreadyChargedPaise: paise.describe('What estimates had charged of the same days.'),
    agrees: flag('Whether the chain and what is worked out here say the same.'),
    asksPaise: paise.describe('What it asks itself, with the adjustments that name it.'),
    refundedPaise: paise.describe('Credits that were paid back in its name.'),
    dueDay: day,
    leftPaise: paise.describe('What is not paid yet, held back or not.'),
    heldBackPaise: paise.describe('What a dispute holds back.'),
    status: z.enum(['settled', 'overdue', 'part paid', 'issued']),
    isRevised: flag('It was corrected.'),
    isDisputed: flag('A dispute over it is open.'),
    due: z
      .array(
        z.strictObject({
          kind: z.enum(['instalment', 'increase', 'refund']),
          number: count('Which one of its kind, from 1.'),
          day,
          amountPaise: paise,
          leftPaise: paise,
          heldBackPaise: paise,
          isOverdue: flag('Its day has passed, and something is left.'),
        }),
      )
      .describe('What is due when.'),
    reading: z
      .strictObject({
        kind: z.enum(['actual', 'manual', 'estimated', 'final']),
        previousWh: wh,
        presentWh: wh,
        multiplier: count('By how much the register’s difference is multiplied.'),
        carriedWh: wh.describe('What meters replaced since had counted.'),
        isRollover: flag('The register passed its highest value.'),
        seq,
      })
      .describe('The reading that made it, as recorded.'),
    estimate: z
      .strictObject({
        state: z
          .enum(['as usual', 'departs', 'groundless'])
          .describe('Beside what the account usually uses.'),
        expectedWh: wh.nullable().describe('What is usual, where it departs.'),
        bills: z.array(billNumber).describe('The bills that say what is usual.'),
      })
      .nullable()
      .describe('Of an estimated reading; else null.'),
    original: z
      .strictObject({ previousWh: wh, presentWh: wh, ...figures })
      .nullable()
      .describe('What it was issued with, where it was corrected since; else null.'),
    revisions: z
      .array(
        entry.extend({
          by: address.describe('Who corrected it.'),
          amountBeforePaise: paise,
          amountAfterPaise: paise,
          derivedPaise: paise.nullable().describe('The amount after, as worked out here.'),
          isTrue: flag('What it says it corrects is what was recorded, and makes what it says.'),
          charges: entries('The rate applied anew to each part of its days.'),
          lines,
        }),
      )
      .describe('Its corrections, in order.'),
    seq,
    transaction: hash,
    block,
  }),
)
