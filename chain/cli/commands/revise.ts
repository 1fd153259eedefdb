import type { Command } from 'commander'
import { reasonWords } from '../../../contracts/rules/reason.ts'
import { accountOf, nameOf } from '../accountBook.ts'
import { billing } from '../contract.ts'
import { type Restatement, correctionCall, correctionsOf } from '../corrections.ts'
import { BadInput } from '../exit.ts'
import { consumersHistory } from '../history.ts'
import { hashOfFile } from '../options.ts'
import { owed } from '../owed.ts'
import { formatKwh, formatRupees, parseKwh, parseWhole } from '../quantities.ts'
import { parseReason, reasonList } from '../reasons.ts'
import { runAct } from '../runAct.ts'

type Options = { reason: string; document: string; rollover?: boolean }

export function reviseCommand(program: Command): void {
  program
    .command('revise <account> <bill=kWh...>')
    .description('restate the register of real readings; bills are charged anew (key: operations)')
    .requiredOption('--reason <code>', 'why: one of the codes below')
    .requiredOption('--document <file>', 'what explains it; only its hash is recorded')
    .option('--rollover', 'a restated register passed its highest value')
    .addHelpText(
      'after',
      `
Names the register at the end of a bill. Days, load and tariffs stay those of the time; the real reading after it begins
where the restated one ends, so its bill is charged anew with it. What was recorded is read from the chain; see before,
after and the difference with --dry-run.

Reasons:
${reasonList(21, 22)}

Examples:
  wattledger revise K7Q29-XMD4T-H 3=1,230.5 --reason 21 --document protocol.pdf --dry-run
  wattledger revise K7Q29-XMD4T-H 3=1,230.5 4=1,395 --reason 21 --document protocol.pdf`,
    )
    .action(async (text: string, pairs: string[], options: Options, command: Command) => {
      const restated = pairs.map(parseRestatement)
      const reason = parseReason(options.reason)
      const document = await hashOfFile(options.document)
      const { rollover = false } = options
      await runAct(command, async ({ ledger, settings }) => {
        const account = await accountOf(ledger, settings.home, text)
        const build = async () =>
          correctionsOf(ledger, await consumersHistory(ledger, account), restated, rollover)
        const words = restated.map(({ bill, present }) => `${bill}=${present}`).join(' ')
        return {
          key: 'operations',
          words: `revise ${account} ${words} ${rollover} ${reason} ${document}`,
          plan: async () => {
            const corrections = await build()
            const bills = corrections.map(({ bill }) => bill.number).join(', ')
            return {
              summary: `Revise bill ${bills} of ${nameOf(account)}, ${reasonWords(reason)}, document ${document}`,
              data: billing.encodeFunctionData('revise', [
                account,
                corrections[0]?.bill.reading.previous ?? 0n,
                corrections.map(correctionCall),
                reason,
                document,
              ]),
            }
          },
          effect: async () => {
            const corrections = await build()
            const difference = corrections.reduce((sum, each) => sum + each.difference, 0n)
            const { balance } = (await consumersHistory(ledger, account)).state
            return [
              ...corrections.map(
                ({ bill, reading, wh, whBefore, grossAfter, amountAfter, difference: by }) =>
                  `bill ${bill.number}: register ${formatKwh(bill.reading.present)} → ${formatKwh(reading.present)}, ${formatKwh(whBefore)} → ${formatKwh(wh)}, charges ${formatRupees(bill.gross)} → ${formatRupees(grossAfter)}, bill ${formatRupees(bill.amount)} → ${formatRupees(amountAfter)}, difference ${formatRupees(by)}`,
              ),
              `balance ${owed(balance)} → ${owed(balance + difference)}`,
            ]
          },
          tell: (events) =>
            events.flatMap(({ name, fields }) =>
              name === 'ConsumptionRevised'
                ? [
                    `Bill ${fields.bill} of ${nameOf(account)}, revision ${fields.revision}: ${formatKwh(fields.wh)}, charges ${formatRupees(fields.grossBefore)} → ${formatRupees(fields.grossAfter)}, difference ${formatRupees(fields.difference)}; ${owed(fields.balance)}.`,
                  ]
                : [],
            ),
        }
      })
    })
}

function parseRestatement(text: string): Restatement {
  const [bill, register, ...more] = text.split('=')
  if (bill === undefined || register === undefined || more.length > 0) {
    throw new BadInput(`"${text}" names no bill and register: write it like 3=1,230.5.`)
  }
  return { bill: parseWhole(bill, 'bill', 1, 4_294_967_295), present: parseKwh(register) }
}
