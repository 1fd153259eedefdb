import type { Command } from 'commander'
import type { BillingEvent } from '../../../contracts/events/codec.ts'
import { WEI_PER_PAISA } from '../../../contracts/rules/units.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { accountState } from '../accountState.ts'
import { billing } from '../contract.ts'
import { owed } from '../owed.ts'
import { formatRupees, parseRupees } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'
import type { Session } from '../session.ts'

export function payCommand(program: Command): void {
  program
    .command('pay <account> <amount>')
    .description('pay rupees natively, in as many instalments as you like (key: consumer)')
    .addHelpText(
      'after',
      `
A command that was cut short is completed by the same command again: it never pays twice.

Examples:
  wattledger pay K7Q29-XMD4T-H 2,000
  wattledger pay K7Q29-XMD4T-H 500.50 --key neighbour`,
    )
    .action(async (text: string, amountText: string, _: unknown, command: Command) => {
      const amount = parseRupees(amountText)
      await runAct(command, async (session) =>
        payment(session, await accountOf(session.ledger, session.settings.home, text), amount),
      )
    })
}

export function payment(
  { ledger }: Pick<Session, 'ledger'>,
  account: string,
  amount: bigint,
): Deed {
  return {
    key: 'consumer',
    words: `pay ${account} ${amount}`,
    plan: async () => ({
      summary: `Pay ${formatRupees(amount)} on ${nameOf(account)}`,
      value: amount * WEI_PER_PAISA,
      data: billing.encodeFunctionData('pay', [account]),
    }),
    effect: async () => {
      const { balance } = await accountState(ledger, account)
      return [`balance ${owed(balance)} → ${owed(balance - amount)}`]
    },
    tell: tellPayments,
  }
}

/** What stays after each payment. */
export function tellPayments(events: BillingEvent[]): string[] {
  return events.flatMap(({ name, account, fields }) =>
    name === 'PaymentMade'
      ? [`Paid ${formatRupees(fields.amount)} on ${nameOf(account)}: ${owed(fields.balance)}.`]
      : [],
  )
}
