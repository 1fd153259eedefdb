import type { Command } from 'commander'
import { type Reason, reasonWords } from '../../../contracts/rules/reason.ts'
import type { Hex } from '../../../contracts/events/hex.ts'
import type { BillingEvent } from '../../../contracts/events/codec.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { accountState } from '../accountState.ts'
import { billing } from '../contract.ts'
import { Refused } from '../exit.ts'
import type { Ledger } from '../ledger.ts'
import { hashOfFile } from '../options.ts'
import { owed } from '../owed.ts'
import { formatRupees, parseRupees, parseWhole } from '../quantities.ts'
import { parseReason, reasonList } from '../reasons.ts'
import { type Deed, runAct } from '../runAct.ts'

type AdjustOptions = { credit?: boolean; reason: string; bill: string; document: string }

const REFUND = 3 satisfies Reason

/** Sums put on an account beside its bills. */
export function adjustCommands(program: Command): void {
  program
    .command('adjust <account> <amount>')
    .description(
      'post a sum beside the bills (key: operations; above the limit of the deployment: regulator)',
    )
    .option('--credit', 'in the favour of the consumer; without it the sum is owed')
    .requiredOption('--reason <code>', 'why: one of the codes below')
    .requiredOption('--document <file>', 'what explains it; only its hash is recorded')
    .option('--bill <number>', 'the bill it belongs to; 0 for opening arrears', '0')
    .addHelpText(
      'after',
      `
Reasons:
${reasonList(1, 2, 3, 4, 21, 22)}

Examples:
  wattledger adjust K7Q29-XMD4T-H 934.50 --reason 1 --document old-books.pdf
  wattledger adjust K7Q29-XMD4T-H 1,845 --credit --reason 2 --bill 7 --document order.pdf --key regulator`,
    )
    .action(async (text: string, amountText: string, options: AdjustOptions, command: Command) => {
      const size = parseRupees(amountText)
      const reason = parseReason(options.reason)
      const bill = parseWhole(options.bill, 'bill', 0, 4_294_967_295)
      const document = await hashOfFile(options.document)
      await runAct(command, async ({ ledger, settings }) => {
        const account = await accountOf(ledger, settings.home, text)
        const amount = options.credit === true ? 0n - size : size
        return adjustment(ledger, account, { amount, reason, bill, document })
      })
    })

  program
    .command('refund <account> [amount]')
    .description(
      'record that a credit was paid back (key: operations, or regulator), by default all of it',
    )
    .requiredOption('--document <file>', 'voucher of the refund; only its hash is recorded')
    .addHelpText(
      'after',
      '\nAn adjustment for the reason 3 on the last bill, never above the credit.\n\nExample:\n  wattledger refund K7Q29-XMD4T-H --document voucher.pdf',
    )
    .action(
      async (
        text: string,
        amountText: string | undefined,
        options: { document: string },
        command: Command,
      ) => {
        const wanted = amountText === undefined ? undefined : parseRupees(amountText)
        const document = await hashOfFile(options.document)
        await runAct(command, async ({ ledger, settings }) => {
          const account = await accountOf(ledger, settings.home, text)
          return {
            ...adjustment(ledger, account, { amount: wanted, reason: REFUND, document }),
            words: `refund ${account} ${wanted ?? 'all'} ${document}`,
          }
        })
      },
    )
}

/** `amount` undefined: all of the credit; `bill` undefined: the last. */
type Adjustment = {
  readonly amount: bigint | undefined
  readonly reason: Reason
  readonly bill?: number
  readonly document: Hex
}

function adjustment(ledger: Ledger, account: Hex, given: Adjustment): Deed {
  const { reason, document } = given
  const settled = async () => {
    const { balance, bills } = await accountState(ledger, account)
    const amount = given.amount ?? (balance < 0n ? 0n - balance : 0n)
    if (reason === REFUND && amount > 0n && (balance > 0n || amount > 0n - balance)) {
      throw new Refused(
        `There is no credit of ${formatRupees(amount)} to refund on ${nameOf(account)}: ${owed(balance)}.`,
      )
    }
    if (amount === 0n) {
      throw new Refused(`There is no credit to refund on ${nameOf(account)}: ${owed(balance)}.`)
    }
    return { amount, balance, bill: given.bill ?? bills }
  }
  return {
    key: 'operations',
    words: `adjust ${account} ${given.amount} ${reason} ${given.bill} ${document}`,
    plan: async () => {
      const { amount, bill } = await settled()
      return {
        summary: `Post ${formatRupees(amount)} on ${nameOf(account)}${ofBill(bill)}, ${reasonWords(reason)}, document ${document}`,
        data: billing.encodeFunctionData('adjust', [account, amount, reason, bill, document]),
      }
    },
    effect: async () => {
      const { amount, balance } = await settled()
      return [`balance ${owed(balance)} → ${owed(balance + amount)}`]
    },
    tell: tellAdjustments,
  }
}

const ofBill = (bill: number) => (bill === 0 ? ' as opening arrears' : `, on bill ${bill}`)

const tellAdjustments = (events: BillingEvent[]): string[] =>
  events.flatMap(({ name, account, fields }) =>
    name === 'AdjustmentPosted'
      ? [
          `Posted ${formatRupees(fields.amount)} on ${nameOf(account)}${ofBill(fields.bill)}, ${reasonWords(fields.reason)}: ${owed(fields.balance)}.`,
        ]
      : [],
  )
