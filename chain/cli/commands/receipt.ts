import { join } from 'node:path'
import type { Command } from 'commander'
import { createKey } from '../../keys/keystore.ts'
import { passphraseFor } from '../../keys/passphrase.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { accountState } from '../accountState.ts'
import { billing } from '../contract.ts'
import { blockOf, estimateGas } from '../ledger.ts'
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
import { referenceUrl, slipPaths, writeSlip } from '../slip.ts'
import { tellPayments } from './pay.ts'
import { receiptBatchCommand } from './receiptBatch.ts'
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
    .option('--slips <folder>', 'where the slip for the payer is written (slips of this home)')
    .option('--portal <url>', 'portal that the slip names (PORTAL_URL; http://127.0.0.1:8080)')
    .addHelpText(
      'after',
      `
Before anything is sent a slip for the payer is written, as text and as a page to print with a QR. Its address says
whether the receipt is recorded, and in which block.

Example:
  wattledger receipt post K7Q29-XMD4T-H 2,000 --channel upi --reference 412345678901`,
    )
    .action(postCommand)

  receiptBatchCommand(receipt)
  receiptReverseCommand(receipt)
}

type PostOptions = { channel: string; reference: string; part: string; slips?: string }

async function postCommand(
  text: string,
  amountText: string,
  options: PostOptions,
  command: Command,
): Promise<void> {
  const amount = parseRupees(amountText)
  const channel = parseChannel(options.channel)
  const part = parseWhole(options.part, 'part', 1, 4_294_967_295)
  await runAct(command, async (session) => {
    const { ledger, settings, keyring } = session
    const account = await accountOf(ledger, settings.home, text)
    const bankReference = options.reference
    const reference = receiptReference(
      await openReceiptSecret(settings),
      channel,
      bankReference,
      part,
    )
    const folder = options.slips ?? join(settings.home, 'slips')
    const slip = { account: nameOf(account), amount, channel, bankReference, part, hash: reference }
    const { portalUrl } = settings
    const paths = slipPaths(folder, slip)
    const data = billing.encodeFunctionData('postReceipt', [
      account,
      channels[channel],
      amount,
      reference,
    ])
    return {
      key: 'cashier',
      words: `receipt post ${account} ${channel} ${amount} ${reference}`,
      plan: async () => {
        // A receipt that the ledger refuses gets no slip; one that it would take has it before anything is sent.
        const from = await keyring.address(settings.key ?? 'cashier')
        await estimateGas(ledger, { from, to: ledger.manifest.contract, data })
        const { day } = await blockOf(ledger)
        if (!settings.isDryRun) await writeSlip(paths, { ...slip, day, portalUrl })
        return {
          summary: `Post a receipt of ${formatRupees(amount)} by ${channel} on ${nameOf(account)}, reference ${reference}`,
          data,
        }
      },
      effect: async () => {
        const { balance } = await accountState(ledger, account)
        return [`balance ${owed(balance)} → ${owed(balance - amount)}`, `slip ${paths.text}`]
      },
      also: { reference, slip: paths, url: referenceUrl({ portalUrl, hash: reference }) },
      tell: (events) => [
        ...tellPayments(events),
        `Reference ${reference}.`,
        `Slip for the payer: ${paths.text}, to print ${paths.page}.`,
      ],
    }
  })
}
