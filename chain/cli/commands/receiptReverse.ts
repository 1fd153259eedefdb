import type { Command } from 'commander'
import { reasonWords } from '../../../contracts/rules/reason.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { billing } from '../contract.ts'
import { BadInput, Refused } from '../exit.ts'
import { consumersHistory, entriesOf } from '../history.ts'
import { owed } from '../owed.ts'
import { formatRupees, parseWhole } from '../quantities.ts'
import {
  channelNames,
  openReceiptSecret,
  parseChannel,
  receiptReference,
} from '../receiptReference.ts'
import { parseReason, reasonList } from '../reasons.ts'
import { runAct } from '../runAct.ts'
import type { Settings } from '../settings.ts'

type Options = { channel?: string; reference?: string; part: string; hash?: string; reason: string }

export function receiptReverseCommand(receipt: Command): void {
  receipt
    .command('reverse <account>')
    .description('take a receipt back, as for a cheque that came back (key: cashier)')
    .option('--channel <channel>', 'with --reference: by which way it came')
    .option('--reference <text>', 'the UTR, slip or receipt number it was posted with')
    .option('--part <number>', 'with --reference: which part', '1')
    .option('--hash <0x…>', 'instead: the reference as recorded, from the slip or the portal')
    .requiredOption('--reason <code>', 'why: one of the codes below')
    .addHelpText(
      'after',
      `
The amount is read from the chain. A reversed reference stays used: the same money coming again is another receipt.

Reasons:
${reasonList(11, 12)}

Example:
  wattledger receipt reverse K7Q29-XMD4T-H --channel bank --reference 004512 --reason 11`,
    )
    .action(async (text: string, options: Options, command: Command) => {
      const reason = parseReason(options.reason)
      await runAct(command, async ({ ledger, settings }) => {
        const account = await accountOf(ledger, settings.home, text)
        const reference = await referenceFrom(settings, options)
        const find = async () => {
          const history = await consumersHistory(ledger, account)
          const payment = entriesOf(history, 'PaymentMade').find(
            ({ event }) => event.fields.receiptReference === reference,
          )
          if (payment !== undefined) return { ...payment.event.fields, now: history.state.balance }
          throw new Refused(
            `There is no receipt ${reference} on ${nameOf(account)}: check account, channel, reference and part, or see "wattledger show payments ${nameOf(account)}".`,
          )
        }
        return {
          key: 'cashier',
          words: `receipt reverse ${account} ${reference} ${reason}`,
          plan: async () => {
            const { amount, channel } = await find()
            return {
              summary: `Reverse the receipt of ${formatRupees(amount)} by ${channelNames[channel] ?? channel} on ${nameOf(account)}, ${reasonWords(reason)}, reference ${reference}`,
              data: billing.encodeFunctionData('reverseReceipt', [
                account,
                channel,
                amount,
                reference,
                reason,
              ]),
            }
          },
          effect: async () => {
            const { amount, now } = await find()
            return [`balance ${owed(now)} → ${owed(now + amount)}`]
          },
          tell: (events) =>
            events.flatMap(({ name, fields }) =>
              name === 'PaymentReversed'
                ? [
                    `Reversed ${formatRupees(fields.amount)} on ${nameOf(account)}, ${reasonWords(fields.reason)}: ${owed(fields.balance)}.`,
                  ]
                : [],
            ),
        }
      })
    })
}

async function referenceFrom(settings: Settings, options: Options): Promise<string> {
  const { hash, reference, channel, part } = options
  if ((hash === undefined) === (reference === undefined)) {
    throw new BadInput('Name the receipt either by --channel and --reference or by --hash.')
  }
  if (hash !== undefined) {
    if (/^0x[0-9a-fA-F]{64}$/.test(hash)) return hash.toLowerCase()
    throw new BadInput(`"${hash}" is no recorded reference: give 0x and 64 hexadecimal digits.`)
  }
  const by = parseChannel(channel ?? '')
  const of = parseWhole(part, 'part', 1, 4_294_967_295)
  return receiptReference(await openReceiptSecret(settings), by, reference ?? '', of)
}
