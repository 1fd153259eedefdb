import '../../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BankLine } from '../../../../chain/cli/reconcile/bankLine.ts'
import type { Finding } from '../../../../chain/cli/reconcile/finding.ts'
import { receiptsOf } from '../../../../chain/cli/reconcile/ledgerReceipts.ts'
import { match } from '../../../../chain/cli/reconcile/match.ts'
import type { Payment } from '../../../../chain/cli/reconcile/payment.ts'
import { suggest } from '../../../../chain/cli/reconcile/suggest.ts'
import { isClean, sumsOf, totalOf } from '../../../../chain/cli/reconcile/sums.ts'
import { type Channel, receiptReference } from '../../../../chain/cli/receiptReference.ts'
import { dayNumber, paise } from '../../../../contracts/rules/units.ts'

const SECRET = `0x${'5a'.repeat(32)}`
const OTHER = `0x${'5b'.repeat(32)}`
const DAY = 20_000

const line = (number: number, given: object = {}): BankLine => ({
  file: 0,
  line: number,
  day: dayNumber(DAY),
  amount: paise(50_000n),
  isCredit: true,
  references: ['UTR1'],
  channel: 'upi',
  text: '',
  account: undefined,
  ...given,
})

type Paid = {
  reference?: string
  part?: number
  channel?: Channel
  amount?: bigint
  day?: number
  reversed?: boolean
  secret?: string
  account?: string
}

let seq = 0
const payment = ({
  reference = 'UTR1',
  part = 1,
  channel = 'upi',
  amount = 50_000n,
  day = DAY,
  reversed = false,
  secret = SECRET,
  account = 'K7Q29-XMD4T-B',
}: Paid = {}): Payment => ({
  account,
  day: dayNumber(day),
  reversedDay: reversed ? dayNumber(day + 1) : undefined,
  amount: paise(amount),
  channel,
  reference: receiptReference(secret, channel, reference, part),
  seq: ++seq,
  transaction: '0x',
  block: 1,
})

const found = (lines: BankLine[], payments: Payment[], more: object = {}): Finding[] =>
  match({
    lines,
    payments,
    receiptOf: receiptsOf(SECRET, payments),
    scope: {
      channels: new Set(['upi', 'bank']),
      from: dayNumber(DAY - 30),
      to: dayNumber(DAY + 30),
    },
    ...more,
  })

/** Each finding as its kind, its lines' numbers and its payments' amounts. */
const told = (lines: BankLine[], payments: Payment[], more: object = {}) =>
  found(lines, payments, more).map((finding) =>
    [
      'why' in finding ? `${finding.kind} ${finding.why}` : finding.kind,
      finding.lines.map((each) => each.line).join('+'),
      finding.payments.map(({ amount }) => Number(amount)).join('+'),
    ].join(' / '),
  )

const debit = { isCredit: false }

describe('bank and ledger', () => {
  test('agree under one reference and amount, whatever blanks and case the bank writes it with', () => {
    expect(told([line(2, { references: ['u tr1'] })], [payment()])).toEqual(['matched / 2 / 50000'])
  })

  test('agree where several parts come to the line', () => {
    const parts = [payment({ amount: 20_000n }), payment({ amount: 30_000n, part: 2 })]
    expect(told([line(2)], parts)).toEqual(['matched / 2 / 20000+30000'])
  })

  test('agree where two lines have one reference, as two cheques of the same number do', () => {
    const lines = [line(2), line(3, { amount: paise(70_000n) })]
    const both = [payment(), payment({ part: 2, amount: 70_000n })]
    expect(told(lines, both)).toEqual(['matched / 2 / 50000', 'matched / 3 / 70000'])
    const [, second] = found(lines, [payment()])
    expect(second).toMatchObject({ kind: 'bankOnly', lines: [{ line: 3 }], part: 2 })
  })

  test('never agree by amount and day alone: that is suggested', () => {
    const findings = found([line(2)], [payment({ reference: 'UTR2', day: DAY + 2 })])
    expect(findings.map(({ kind }) => kind)).toEqual(['bankOnly', 'chainOnly'])
    expect(suggest(findings)).toMatchObject([{ daysLater: 2, isSameAccount: false }])
  })

  test('suggest the account that the bank names before the nearer day', () => {
    const named = 'HH0Z5-9PGFF-G'
    const payments = [
      payment({ reference: 'A' }),
      payment({ reference: 'B', day: DAY + 5, account: named }),
      payment({ reference: 'C', day: DAY + 20 }),
      payment({ reference: 'D', amount: 1n }),
    ]
    const suggestions = suggest(found([line(2, { account: named })], payments))
    expect(suggestions.map(({ daysLater }) => daysLater)).toEqual([5, 0])
  })

  test('can’t agree by another board’s secret', () => {
    expect(told([line(2)], [payment({ secret: OTHER })])).toEqual([
      'bankOnly / 2 / ',
      'chainOnly /  / 50000',
    ])
  })

  test('differ where the amount does', () => {
    expect(told([line(2)], [payment({ amount: 49_999n })])).toEqual(['mismatch amount / 2 / 49999'])
  })

  test('agree on a receipt recorded by another channel, if the amount is the same', () => {
    expect(told([line(2)], [payment({ channel: 'cash' })])).toEqual(['matched / 2 / 50000'])
    expect(told([line(2)], [payment({ channel: 'cash', amount: 1n })])).toEqual([
      'bankOnly / 2 / ',
      'aside channel /  / 1',
    ])
  })

  test('find a line that the file repeats', () => {
    expect(told([line(2), line(3)], [payment()])).toEqual([
      'matched / 2 / 50000',
      'duplicate / 3 / ',
    ])
    expect(told([line(2), line(3)], [])).toEqual(['duplicate / 3 / ', 'bankOnly / 2 / '])
    expect(told([line(2), line(3)], [payment(), payment({ part: 2 })])).toEqual([
      'matched / 2 / 50000',
      'matched / 3 / 50000',
    ])
  })

  test('agree on what the bank took back, if the ledger counts none of it', () => {
    const lines = [line(2), line(3, debit)]
    expect(told(lines, [])).toEqual(['takenBack / 2+3 / '])
    expect(told(lines, [payment({ reversed: true })])).toEqual(['takenBack / 2+3 / 50000'])
    expect(told([line(3, debit)], [payment({ reversed: true })])).toEqual(['takenBack / 3 / 50000'])
  })

  test('differ where only one of them took it back', () => {
    expect(told([line(2), line(3, debit)], [payment()])).toEqual([
      'mismatch returned / 2+3 / 50000',
    ])
    expect(told([line(3, debit)], [payment()])).toEqual(['mismatch returned / 3 / 50000'])
    expect(told([line(2)], [payment({ reversed: true })])).toEqual([
      'mismatch reversed / 2 / 50000',
    ])
  })

  test('say nothing of what was paid out, ignored, paid elsewhere or on other days', () => {
    const lines = [line(2, { ...debit, references: [] }), line(3, { text: 'Interest' })]
    const payments = [
      payment({ reference: 'late', day: DAY + 31 }),
      payment({ reference: 'counter', channel: 'cash' }),
      { ...payment(), channel: 'native', reference: undefined },
    ]
    const isIgnored = ({ text }: BankLine) => text === 'Interest'
    expect(told(lines, payments, { isIgnored })).toEqual([
      'aside debit / 2 / ',
      'aside ignored / 3 / ',
      'aside days /  / 50000',
      'aside channel /  / 50000',
      'aside native /  / 50000',
    ])
  })

  test('hold every line and every payment in exactly one finding, and the sums add up', () => {
    const reference = fc.constantFrom('A', 'B', 'C')
    const amount = fc.constantFrom(1n, 2n, 3n, 5n).map(paise)
    const anyLine = fc.record({
      references: fc.array(reference, { maxLength: 2 }),
      amount,
      isCredit: fc.boolean(),
      day: fc.integer({ min: DAY, max: DAY + 1 }).map(dayNumber),
      channel: fc.constantFrom<Channel>('upi', 'bank', 'cash'),
      text: fc.constantFrom('', 'Interest'),
    })
    const anyPayment = fc.record({
      reference,
      amount,
      part: fc.integer({ min: 1, max: 3 }),
      channel: fc.constantFrom<Channel>('upi', 'bank', 'cash'),
      reversed: fc.boolean(),
      day: fc.integer({ min: DAY - 40, max: DAY + 40 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 12 }),
        fc.uniqueArray(anyPayment, {
          maxLength: 12,
          selector: ({ reference, part, channel }) => `${reference}${part}${channel}`,
        }),
        (someLines, somePaid) => {
          const lines = someLines.map((given, at) => line(at + 2, given))
          const payments = somePaid.map(payment)
          const findings = found(lines, payments, {
            isIgnored: ({ text }: BankLine) => text !== '',
          })
          const inFindings = findings.flatMap((finding) => finding.lines)
          expect(inFindings.toSorted((a, b) => a.line - b.line)).toEqual(lines)
          expect(new Set(inFindings).size).toBe(lines.length)
          const paid = findings.flatMap((finding) => finding.payments)
          expect(paid.toSorted((a, b) => a.seq - b.seq)).toEqual(payments)
          const sums = sumsOf(findings)
          const total = (all: readonly { amount: bigint }[]) =>
            all.reduce((sum, { amount }) => sum + amount, 0n)
          expect(totalOf(sums.credits).amount).toBe(total(lines.filter((each) => each.isCredit)))
          expect(totalOf(sums.debits).amount).toBe(total(lines.filter((each) => !each.isCredit)))
          expect(totalOf(sums.payments).amount).toBe(total(payments))
          // What matched comes to the same on both sides.
          expect(sums.credits.matched?.amount ?? 0n).toBe(sums.payments.matched?.amount ?? 0n)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('agree once every receipt that was missing is recorded as told', () => {
    const anyLine = fc.record({
      references: fc.constantFrom(['A'], ['B'], ['C']),
      amount: fc.constantFrom(1n, 2n, 3n).map(paise),
      day: fc.integer({ min: DAY, max: DAY + 1 }).map(dayNumber),
    })
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (some) => {
        const lines = some.map((given, at) => line(at + 2, given))
        const recorded: Payment[] = []
        const first = found(lines, recorded)
        for (const finding of first) {
          const [{ amount } = { amount: paise(0n) }] = finding.lines
          if (finding.kind === 'bankOnly')
            recorded.push(
              payment({
                reference: finding.receipt?.bankReference ?? '',
                part: finding.part,
                amount,
              }),
            )
        }
        const after = found(lines, recorded).filter(({ kind }) => kind !== 'duplicate')
        expect(isClean(after)).toBe(true)
      }),
    )
  })
})
