import { consumption } from '../../contracts/rules/consumption.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { decimalText } from '../../contracts/rules/decimal.ts'
import { termsOfAgreement, termsOn } from '../../contracts/rules/terms.ts'
import { type DayNumber, dayNumber, type Wh } from '../../contracts/rules/units.ts'
import { estimate, usual } from '../../contracts/rules/usual.ts'
import { nameOf } from './accountBook.ts'
import { billsOf } from './bills.ts'
import { Refused } from './exit.ts'
import { consumersHistory, entriesOf } from './history.ts'
import type { Ledger } from './ledger.ts'
import { formatKwh } from './quantities.ts'

/** The register that an estimate should name, and how it comes about. */
export type ProposedEstimate = {
  readonly present: Wh
  readonly rollover: boolean
  readonly formula: string
}

/**
 * By the account's own proven history (`contracts/rules/usual.ts`); undefined where it has no real bill to go by. Throws
 * `Refused` for sessions.
 */
export async function proposedEstimate(
  ledger: Ledger,
  account: Hex,
  day: DayNumber,
): Promise<ProposedEstimate | undefined> {
  const history = await consumersHistory(ledger, account)
  const agreed = entriesOf(history, 'AgreementAccepted').map(({ event }) =>
    termsOfAgreement(event.fields),
  )
  if (termsOn(agreed, dayNumber(day - 1))?.cycle === 0) {
    throw new Refused(
      `The account ${nameOf(account)} is for charging sessions, which are not estimated: submit the station's reading.`,
    )
  }
  const { realDay, register: previous, carried, multiplier, modulus } = history.state
  const bills = billsOf(history)
    .filter(({ isEstimated }) => !isEstimated)
    .map(({ reading }) => ({ wh: consumption(reading).wh, days: reading.end - reading.start }))
  const days = day - realDay
  if (days <= 0 || multiplier === 0) return undefined
  const proposed = estimate({ bills, days, previous, carried, multiplier, modulus })
  const expected = usual(bills, days)
  if (proposed === null || expected === null) return undefined
  const last = bills.slice(-3)
  const used = last.reduce((sum, { wh }) => sum + wh, 0n)
  const known = last.reduce((sum, each) => sum + each.days, 0)
  const formula = [
    `${formatKwh(used)} in ${known} days make ${formatKwh(expected)} in ${days} days`,
    ...(carried === 0n ? [] : [`${formatKwh(carried)} of them read out of the meter before`]),
    `on top of ${formatKwh(previous)}${multiplier === 1 ? '' : `, divided by ${decimalText(BigInt(multiplier), 0, 0)}`}`,
  ].join(', ')
  return { ...proposed, formula }
}

/** The proposal, or why there is none. Throws `Refused`. */
export function orRefusal(proposal: ProposedEstimate | undefined, account: Hex): ProposedEstimate {
  if (proposal !== undefined) return proposal
  throw new Refused(
    `The account ${nameOf(account)} has no real bill to go by, or no days to estimate: name the register yourself, or wait for a real reading.`,
  )
}
