import type { Command } from 'commander'
import { createKey } from '../../keys/keystore.ts'
import { passphraseFor } from '../../keys/passphrase.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { accountState } from '../accountState.ts'
import { billing } from '../contract.ts'
import { present } from '../output.ts'
import { owed } from '../owed.ts'
import { formatRupees, parseRupees, parseWhole } from '../quantities.ts'
import {
  channels,
  openReceiptSecret,
  parseChannel,
  RECEIPT_SECRET,
  receiptReference,
  secretsFolder,
} from '../receiptReference.ts'
import { runAct } from '../runAct.ts'
import { settingsOf } from '../settings.ts'
import { tellPayments } from './pay.ts'
import { receiptReverseCommand } from './receiptReverse.ts'

export function receiptCommands(program: Command): void {
  const receipt = program
    .command('receipt')
    .description('money that came by cash, UPI, bank or card')

  receipt
    .command('secret')
    .description("make the board's secret for receipt references, kept encrypted")
    .addHelpText(
      'after',
      '\nOne for all cashiers, for ever: back it up.\n\nExample:\n  wattledger receipt secret',
    )
    .action(async (_: unknown, command: Command) => {
      const settings = settingsOf(command)
      const folder = secretsFolder(settings.home)
      if (!settings.isDryRun) {
        const passphrase = await passphraseFor('receipts', settings.passphrase, { isNew: true })
        await createKey(folder, RECEIPT_SECRET, passphrase)
      }
      present(settings, { folder, isDryRun: settings.isDryRun }, [
        `${settings.isDryRun ? 'Would make' : 'Made'} the secret for receipt references in ${folder}.`,
      ])
    })

  receipt
    .command('post <account> <amount>')
    .description('post a receipt (key: cashier); the same receipt is taken only once')
    .requiredOption('--channel <channel>', Object.keys(channels).join(', '))
    .requiredOption(
      '--reference <text>',
      'UTR, slip or receipt number; only a keyed hash is recorded',
    )
    .option('--part <number>', 'which part, where one reference paid several times', '1')
    .addHelpText(
      'after',
      '\nExample:\n  wattledger receipt post K7Q29-XMD4T-B 2,000 --channel upi --reference 412345678901',
    )
    .action(postCommand)

  receiptReverseCommand(receipt)
}

async function postCommand(
  text: string,
  amountText: string,
  options: { channel: string; reference: string; part: string },
  command: Command,
): Promise<void> {
  const amount = parseRupees(amountText)
  const channel = parseChannel(options.channel)
  const part = parseWhole(options.part, 'part', 1, 4_294_967_295)
  await runAct(command, async ({ ledger, settings }) => {
    const account = await accountOf(ledger, settings.home, text)
    const reference = receiptReference(
      await openReceiptSecret(settings),
      channel,
      options.reference,
      part,
    )
    return {
      key: 'cashier',
      words: `receipt post ${account} ${channel} ${amount} ${reference}`,
      plan: async () => ({
        summary: `Post a receipt of ${formatRupees(amount)} by ${channel} on ${nameOf(account)}, reference ${reference}`,
        data: billing.encodeFunctionData('postReceipt', [
          account,
          channels[channel],
          amount,
          reference,
        ]),
      }),
      effect: async () => {
        const { balance } = await accountState(ledger, account)
        return [`balance ${owed(balance)} → ${owed(balance - amount)}`]
      },
      tell: (events) => [...tellPayments(events), `Reference ${reference}.`],
    }
  })
}
