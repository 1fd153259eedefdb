import { termsOfAgreement, termsOn } from '../../../contracts/rules/terms.ts'
import { nameOf } from '../accountBook.ts'
import { isNoAddress } from '../accountState.ts'
import { entriesOf, type History } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { owed } from '../owed.ts'
import { formatDay, formatKwh } from '../quantities.ts'
import { standingOf } from '../standing.ts'
import { termsInWords } from '../terms.ts'
import { provenBy, type Shown } from './shown.ts'
import { standingJson, standingTable } from './standing.ts'

/** An account as it stands: terms, meter, bills, what is owed. */
export async function showAccount(ledger: Ledger, history: History): Promise<Shown> {
  const { account, state, block } = history
  const agreed = entriesOf(history, 'AgreementAccepted').map(({ event }) =>
    termsOfAgreement(event.fields),
  )
  const terms = termsOn(agreed, block.day) ?? agreed.at(-1)
  const isProposed = BigInt(state.proposal) !== 0n
  const standing = (await standingOf(ledger, history)).bills
  const { meter, register, realDay, bills, balance, closed } = state
  return {
    json: {
      account,
      code: nameOf(account),
      balancePaise: balance,
      bills,
      closed,
      standing: standing.map((bill) => ({ bill: bill.number, ...standingJson(bill) })),
      terms:
        terms === undefined
          ? null
          : { ...terms, load: undefined, loadW: terms.load, firstDay: formatDay(terms.firstDay) },
      proposal: isProposed ? state.proposal : null,
      meter: isNoAddress(meter) ? null : meter,
      registerWh: register,
      realDay: formatDay(realDay),
      seq: state.seq,
      head: state.head,
      block: block.number,
    },
    lines: [
      `Account ${nameOf(account)}${closed ? ' (closed)' : ''}: ${owed(balance)}`,
      `  id         ${account}`,
      ...(terms === undefined
        ? ['  terms      none agreed yet']
        : termsInWords(terms).map((line, i) => `  ${i === 0 ? 'terms' : '     '}      ${line}`)),
      ...(isProposed ? ['  proposal   new terms wait for acceptance'] : []),
      isNoAddress(meter)
        ? '  meter      none installed yet'
        : `  meter      ${meter}, ${formatKwh(register)} on ${formatDay(realDay)}`,
      `  bills      ${bills}`,
      ...standingTable(standing).map((line) => `             ${line}`),
      `  entries    ${state.seq}, in blocks up to ${history.entries.at(-1)?.block ?? 0}`,
      provenBy(history),
    ],
  }
}
