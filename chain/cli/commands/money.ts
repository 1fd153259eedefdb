import type { Command } from 'commander'
import { WEI_PER_PAISA } from '../../../contracts/rules/units.ts'
import { billing } from '../contract.ts'
import { nativeBalance } from '../ledger.ts'
import { addressFrom } from '../options.ts'
import { formatRupees, formatWei, parseRupees } from '../quantities.ts'
import { type Deed, runAct } from '../runAct.ts'

/** Native units on their way to consumers and on to the treasury. */
export function moneyCommands(program: Command): void {
  program
    .command('fund <key> <amount>')
    .description("hand native units to a consumer's key against cash (key: board)")
    .addHelpText('after', '\nExample:\n  wattledger fund consumer 10,000')
    .action(async (text: string, amountText: string, _: unknown, command: Command) => {
      const amount = parseRupees(amountText)
      await runAct(command, async ({ ledger, keyring }) => {
        const to = await addressFrom(keyring, text)
        const deed = funding(to, amount)
        const effect = async () => {
          const held = await nativeBalance(ledger, to)
          return [`${to} holds ${formatWei(held)} → ${formatWei(held + amount * WEI_PER_PAISA)}`]
        }
        return { ...deed, effect }
      })
    })

  program
    .command('sweep')
    .description('send the native payments to the treasury (anyone; key: board)')
    .addHelpText('after', '\nExample:\n  wattledger sweep')
    .action(async (_: unknown, command: Command) => {
      await runAct(command, async ({ ledger }) => ({
        key: 'board',
        words: 'sweep',
        plan: async () => ({
          summary: 'Send the native payments to the treasury',
          data: billing.encodeFunctionData('sweep'),
        }),
        effect: async () => {
          const held = await nativeBalance(ledger, ledger.manifest.contract)
          return [`the contract holds ${formatWei(held)} → ${formatRupees(0n)}`]
        },
        tell: (events) =>
          events.flatMap(({ name, fields }) =>
            name === 'TreasurySwept'
              ? [`Swept ${formatRupees(fields.amount)} to the treasury ${fields.treasury}.`]
              : [],
          ),
      }))
    })
}

export function funding(to: string, amount: bigint): Deed {
  return {
    key: 'board',
    words: `fund ${to} ${amount}`,
    plan: async () => ({
      summary: `Hand ${formatRupees(amount)} of native units to ${to}`,
      to,
      value: amount * WEI_PER_PAISA,
      data: '0x',
    }),
    tell: () => [`${to} received ${formatRupees(amount)} of native units.`],
  }
}
