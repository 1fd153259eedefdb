import { z } from 'zod'
import { named } from './named.ts'
import {
  address,
  block,
  category,
  channel,
  code,
  count,
  day,
  flag,
  hash,
  month,
  paise,
  perUnit,
  seq,
  tariffNumber,
  text,
  wh,
} from './units.ts'

export const payment = named(
  'Payment',
  'One instalment.',
  z.strictObject({
    amountPaise: paise,
    balancePaise: paise.describe('What the account owed after it.'),
    channel,
    day,
    reference: hash.nullable().describe('Of the receipt; null for a payment on the chain itself.'),
    reversed: flag('It was taken back, as a cheque that the bank returned.'),
    payer: address.nullable().describe('Whose key paid on the chain itself; null for a receipt.'),
    seq,
    transaction: hash,
    block,
  }),
)

export const head = named(
  'Head',
  'The account’s fingerprint over all its entries in order.',
  z.strictObject({
    here: hash.describe('As the entries here give it.'),
    chain: hash.nullable().describe('As the chain has it; null where the node can’t be asked.'),
    agrees: flag('Whether the two are one.').nullable(),
  }),
)

export const tariff = named(
  'Tariff',
  'What a category pays from a day on.',
  z.strictObject({
    tariff: tariffNumber,
    category,
    version: count('Which one of its category, from 1; null if withdrawn.').nullable(),
    effectiveFrom: day,
    until: day
      .nullable()
      .describe('First day on which it no longer prices; null while none is set.'),
    isWithdrawn: flag('It was taken back before it applied.'),
    basis: z
      .enum(['months', 'days'])
      .describe('How days count as months: whole billing months, or days ÷ 30.'),
    slabs: z
      .array(
        z.strictObject({
          upToWh: wh.nullable().describe('Upper limit, Wh a month, cumulative; null for none.'),
          rateMilliPaisePerKWh: perUnit,
          fuelMilliPaisePerKWh: perUnit,
          subsidyMilliPaisePerKWh: perUnit,
        }),
      )
      .describe('Slabs, limits rising.'),
    fixedPerKWPaise: paise.describe('Paise per kW of sanctioned load a month.'),
    fixedPerConnectionPaise: paise.describe('Paise per connection a month.'),
    dutyRateBasisPoints: count('Duty, in hundredths of a percent of its base.'),
    dutyBase: z
      .array(z.enum(['energy', 'fixed', 'fuel', 'subsidy']))
      .describe('What duty is a part of; a subsidy is deducted.'),
    dutyMilliPaisePerKWh: perUnit,
    roundToPaise: paise.describe('Bills are whole multiples of it.'),
    orderHash: hash.describe('Hash of the tariff order’s document.'),
    transaction: hash,
    block,
  }),
)

/** Money received by one channel. */
export const received = {
  channel,
  received: count('How many payments.'),
  receivedPaise: paise,
  returned: count('How many were taken back.'),
  returnedPaise: paise,
  netPaise: paise.describe('Received less taken back.'),
}

const sums = named(
  'ControlSums',
  'opening + billed + adjusted − paid = closing.',
  z.strictObject({
    openingPaise: paise,
    billedPaise: paise,
    adjustedPaise: paise,
    paidPaise: paise,
    closingPaise: paise,
  }),
)

export const totals = named(
  'Totals',
  'The control totals of one period, by the contract and by the rows here.',
  z.strictObject({
    from: day.nullable().describe('Day of the closing before; null for the beginning.'),
    to: day.nullable().describe('Day of its closing; null for until now.'),
    closedMonth: month.nullable(),
    contract: sums.nullable().describe('By the contract; null where the node can’t be asked.'),
    here: sums.describe('By the rows here.'),
    agrees: flag('Whether the two are one; null where the node can’t be asked.').nullable(),
    block: block.nullable(),
    transaction: hash.nullable(),
  }),
)

named(
  'Problem',
  'Why there is no answer, and what to do.',
  z.strictObject({
    error: z
      .strictObject({
        title: text('In a few words.'),
        message: text('What happened, with the value.'),
        advice: text('What to do.'),
        meant: z
          .array(code)
          .optional()
          .describe('Accounts that were perhaps meant, where a code was mistyped.'),
      })
      .describe('For people, in English.'),
  }),
)
