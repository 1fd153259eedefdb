import { topicOf } from '../../../contracts/events/topics.ts'
import { reasonWords } from '../../../contracts/rules/reason.ts'
import { nameOf } from '../accountBook.ts'
import { findEvents } from '../events.ts'
import { BadInput } from '../exit.ts'
import type { Ledger } from '../ledger.ts'
import { formatRupees } from '../quantities.ts'
import { channelNames } from '../receiptReference.ts'
import { historyOf } from '../history.ts'
import { provenBy, type Shown } from './shown.ts'

/** Whether a slip's receipt is recorded, and on which account. Throws `BadInput` for what is no reference. */
export async function showReference(ledger: Ledger, text: string): Promise<Shown> {
  const hash = text.trim().toLowerCase()
  if (!/^0x[0-9a-f]{64}$/.test(hash)) {
    throw new BadInput(
      `"${text}" is no reference: give 0x and the 64 hexadecimal digits of the slip.`,
    )
  }
  // The reference is no topic of its own, so all payments are looked through; what is found is then proven.
  const found = await findEvents(ledger, [topicOf('PaymentMade')], 'latest')
  const account = found.find(
    ({ event }) => event.name === 'PaymentMade' && event.fields.receiptReference === hash,
  )?.event.account
  if (account === undefined) {
    return {
      json: { reference: hash, recorded: false },
      lines: [`Not recorded yet: keep the slip (${hash}).`],
    }
  }
  const history = await historyOf(ledger, account)
  const lines: string[] = []
  const json: Record<string, unknown> = { reference: hash, recorded: true, account }
  for (const { event, block, transaction } of history.entries) {
    if (event.name === 'PaymentMade' && event.fields.receiptReference === hash) {
      const { amount, channel } = event.fields
      Object.assign(json, {
        amountPaise: amount,
        channel: channelNames[channel],
        block,
        transaction,
      })
      lines.push(
        `Recorded in block ${block}: ${formatRupees(amount)} by ${channelNames[channel] ?? channel} on ${nameOf(account)}.`,
        `Transaction ${transaction}.`,
      )
    }
    if (event.name === 'PaymentReversed' && event.fields.receiptReference === hash) {
      Object.assign(json, { reversedInBlock: block, reason: event.fields.reason })
      lines.push(`Reversed in block ${block}: ${reasonWords(event.fields.reason)}.`)
    }
  }
  return { json, lines: [...lines, provenBy(history)] }
}
