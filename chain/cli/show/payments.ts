import { reasonWords } from '../../../contracts/rules/reason.ts'
import { nameOf } from '../accountBook.ts'
import { entriesOf, type History } from '../history.ts'
import { table } from '../output.ts'
import { owed } from '../owed.ts'
import { formatRupees } from '../quantities.ts'
import { channelNames } from '../receiptReference.ts'
import { provenBy, type Shown } from './shown.ts'

/** Every payment on an account, with what was owed after it. */
export function showPayments(history: History): Shown {
  const payments = entriesOf(history, 'PaymentMade')
  const reversals = new Map(
    entriesOf(history, 'PaymentReversed').map(({ event: { fields }, block }) => [
      fields.receiptReference,
      { block, reason: reasonWords(fields.reason) },
    ]),
  )
  const rows = payments.map(({ event: { fields }, block, transaction }) => [
    formatRupees(fields.amount),
    channelNames[fields.channel] ?? String(fields.channel),
    owed(fields.balance),
    String(block),
    transaction,
    reversedWords(reversals.get(fields.receiptReference)),
  ])
  const { balance } = history.state
  return {
    json: {
      account: history.account,
      code: nameOf(history.account),
      balancePaise: balance,
      payments: payments.map(({ event: { fields }, block, transaction }) => ({
        amountPaise: fields.amount,
        channel: channelNames[fields.channel],
        payer: fields.payer,
        reference: fields.receiptReference,
        balancePaise: fields.balance,
        reversed: reversals.get(fields.receiptReference) ?? null,
        transaction,
        block,
      })),
    },
    lines: [
      `Payments on ${nameOf(history.account)}`,
      ...(rows.length === 0
        ? ['No payment is recorded yet.']
        : table(['>amount', 'by', 'then', '>block', 'transaction', ''], rows)),
      `Now ${owed(balance)}.`,
      provenBy(history),
    ],
  }
}

const reversedWords = (reversal: { block: number; reason: string } | undefined) =>
  reversal === undefined ? '' : `reversed in block ${reversal.block}: ${reversal.reason}`
