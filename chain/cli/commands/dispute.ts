import type { Command } from 'commander'
import { accountOf, nameOf } from '../accountBook.ts'
import { billNumbered } from '../bills.ts'
import { billing } from '../contract.ts'
import { disputeText, keepDisputeText } from '../disputeText.ts'
import { BadInput, Refused } from '../exit.ts'
import { consumersHistory } from '../history.ts'
import { hashOfFile } from '../options.ts'
import { formatRupees, parseRupees, parseWhole } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import type { Session } from '../session.ts'
import { standingOf } from '../standing.ts'

type DisputeOptions = { reason?: string; file?: string }

export function disputeCommands(program: Command): void {
  program
    .command('dispute <account> <bill> [amount]')
    .description('dispute a bill, by default all that it still asks (key: consumer)')
    .option('--reason <text>', 'what is wrong; kept in this home, only its hash is recorded')
    .option('--file <path>', 'the same from a file')
    .addHelpText(
      'after',
      `
What is not disputed stays payable; what is neither ages nor is overdue until the regulator answers. A paid bill can be
disputed too, as a claim.

Examples:
  wattledger dispute K7Q29-XMD4T-H 3 --reason "The meter was read by a stranger."
  wattledger dispute K7Q29-XMD4T-H 3 500 --file complaint.txt`,
    )
    .action(
      async (
        text: string,
        number: string,
        amountText: string | undefined,
        options: DisputeOptions,
        command: Command,
      ) => {
        const bill = parseWhole(number, 'bill', 1, 4_294_967_295)
        const wanted = amountText === undefined ? undefined : parseRupees(amountText)
        await runAct(command, async (session) => disputing(session, text, bill, wanted, options))
      },
    )

  program
    .command('resolve <account> <bill> <outcome>')
    .description('answer a dispute: "upheld" (the bill stands) or "granted" (key: regulator)')
    .requiredOption('--document <file>', 'the decision; only its hash is recorded')
    .addHelpText(
      'after',
      '\nExample:\n  wattledger resolve K7Q29-XMD4T-H 3 granted --document decision.pdf',
    )
    .action(
      async (
        text: string,
        number: string,
        outcomeText: string,
        options: { document: string },
        command: Command,
      ) => {
        const bill = parseWhole(number, 'bill', 1, 4_294_967_295)
        const outcome = parseOutcome(outcomeText)
        const document = await hashOfFile(options.document)
        await runAct(command, async ({ ledger, settings }) => {
          const account = await accountOf(ledger, settings.home, text)
          const name = nameOf(account)
          return {
            key: 'regulator',
            words: `resolve ${account} ${bill} ${outcome} ${document}`,
            plan: async () => ({
              summary: `Resolve the dispute of bill ${bill} of ${name}: ${outcome}, document ${document}`,
              data: billing.encodeFunctionData('resolveDispute', [
                account,
                bill,
                outcomes[outcome],
                document,
              ]),
            }),
            tell: () => [
              outcome === 'upheld'
                ? `The dispute is decided: bill ${bill} of ${name} stands.`
                : `The dispute is decided: bill ${bill} of ${name} is to be corrected; the board does so with "wattledger revise" or "wattledger adjust".`,
            ],
          }
        })
      },
    )
}

async function disputing(
  { ledger, settings }: Session,
  text: string,
  bill: number,
  wanted: bigint | undefined,
  options: DisputeOptions,
): Promise<Deed> {
  const reason = await disputeText(options)
  const account = await accountOf(ledger, settings.home, text)
  const name = nameOf(account)
  const kept = settings.isDryRun
    ? 'a file of this home'
    : await keepDisputeText(settings.home, account, bill, reason)
  return {
    key: 'consumer',
    words: `dispute ${account} ${bill} ${wanted ?? 'all'} ${reason.hash}`,
    plan: async () => {
      const history = await consumersHistory(ledger, account)
      const { amount: asked } = billNumbered(history, bill)
      const { bills } = await standingOf(ledger, history)
      const { left, asks } = bills.find(({ number }) => number === bill) ?? {
        left: 0n,
        asks: asked,
      }
      const amount = wanted ?? (left > 0n ? left : asked)
      if (amount <= 0n) {
        throw new Refused(`Bill ${bill} of ${name} is a credit: name the amount that is disputed.`)
      }
      // The ledger would take it; what a bill never asked can't be held back, and reads as if it could.
      if (asks > 0n && amount > asks) {
        throw new Refused(
          `Bill ${bill} of ${name} asks ${formatRupees(asks)}, less than the ${formatRupees(amount)} to be disputed: name at most what it asks.`,
        )
      }
      return {
        summary: `Dispute ${formatRupees(amount)} of bill ${bill} of ${name}, reason ${reason.hash}`,
        data: billing.encodeFunctionData('dispute', [account, bill, amount, reason.hash]),
      }
    },
    also: { reasonFile: kept, reasonHash: reason.hash },
    effect: async () => [
      'the disputed part neither ages nor is overdue until the regulator answers',
    ],
    tell: (events) =>
      events.flatMap((event) =>
        event.name === 'BillDisputed'
          ? [
              `Bill ${bill} of ${name} is disputed for ${formatRupees(event.fields.amount)}; the regulator answers.`,
              `The reason is kept in ${kept}; give it to the regulator. Its hash on the chain is ${reason.hash}.`,
            ]
          : [],
      ),
  }
}

const outcomes = { upheld: 0, granted: 1 } as const

function parseOutcome(text: string): keyof typeof outcomes {
  if (text === 'upheld' || text === 'granted') return text
  throw new BadInput(`There is no outcome "${text}": choose upheld (the bill stands) or granted.`)
}
