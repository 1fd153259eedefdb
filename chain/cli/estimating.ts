import { consumption } from '../../contracts/rules/consumption.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { termsOfAgreement, termsOn } from '../../contracts/rules/terms.ts'
import { type DayNumber, dayNumber, type Wh } from '../../contracts/rules/units.ts'
import { estimate, type EstimateInput, usual } from '../../contracts/rules/usual.ts'
import { nameOf } from './accountBook.ts'
import { type BillOnChain, billsOf } from './bills.ts'
import { Refused } from './exit.ts'
import { consumersHistory, entriesOf, type History } from './history.ts'
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
  if (multiplier === 0) return undefined
  const days = day - realDay
  return usualRegister(billsOf(history), { days, previous, carried, multiplier, modulus })
}

/** What an estimated bill should have named by the bills before it; undefined where there was nothing to go by. */
export function usualOfEstimate(history: History, { recorded, reading }: BillOnChain) {
  const { previous, carried, multiplier, modulus, start, end } = reading
  const entries = history.entries.filter(({ event }) => event.seq < recorded.event.seq)
  if (modulus === null) return undefined
  const at = { days: end - start, previous, carried, multiplier, modulus }
  return usualRegister(billsOf({ ...history, entries }), at)
}

function usualRegister(
  before: readonly BillOnChain[],
  at: Omit<EstimateInput, 'bills'>,
): ProposedEstimate | undefined {
  const { days, previous, carried, multiplier } = at
  const bills = before
    .filter(({ isEstimated }) => !isEstimated)
    .map(({ reading }) => ({ wh: consumption(reading).wh, days: reading.end - reading.start }))
  const proposed = days > 0 ? estimate({ ...at, bills }) : null
  const expected = usual(bills, days)
  if (proposed === null || expected === null) return undefined
  const last = bills.slice(-3)
  const used = last.reduce((sum, { wh }) => sum + wh, 0n)
  const known = last.reduce((sum, each) => sum + each.days, 0)
  const formula = [
    `${formatKwh(used)} in ${known} days make ${formatKwh(expected)} in ${days} days`,
    ...(carried === 0n ? [] : [`${formatKwh(carried)} of them read out of the meter before`]),
    `on top of ${formatKwh(previous)}${multiplier === 1 ? '' : `, divided by ${multiplier}`}`,
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
