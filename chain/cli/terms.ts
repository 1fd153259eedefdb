import { topicOf } from '../../contracts/events/topics.ts'
import { type Terms, termsHash, termsOfAgreement } from '../../contracts/rules/terms.ts'
import { nameOf } from './accountBook.ts'
import { accountState } from './accountState.ts'
import { findEvents } from './events.ts'
import { BadInput, Refused } from './exit.ts'
import type { Ledger } from './ledger.ts'
import { formatDay, formatKilowatt, parseWhole } from './quantities.ts'

/** The terms that wait for acceptance, held to the hash in the contract's storage. Throws `Refused` for none. */
export async function proposedTerms(ledger: Ledger, account: string): Promise<Terms> {
  const { proposal } = await accountState(ledger, account)
  const found = await findEvents(ledger, [topicOf('AgreementProposed'), account], 'latest')
  for (const { event } of found.toReversed()) {
    if (event.name !== 'AgreementProposed') continue
    const terms = termsOfAgreement(event.fields)
    if (termsHash(terms) === proposal) return terms
  }
  throw new Refused(
    `No terms wait for acceptance on the account ${nameOf(account)}: propose some with "wattledger agreement propose", or see "wattledger show account ${nameOf(account)}".`,
  )
}

/** Months between bills; 0 for sessions. Throws `BadInput`. */
export function parseCycle(text: string): number {
  const cycle = parseWhole(text, 'cycle', 0, 12)
  if ([0, 1, 3, 6, 12].includes(cycle)) return cycle
  throw new BadInput(
    `A cycle of ${cycle} months is not offered: choose 1, 3, 6 or 12, or 0 for sessions.`,
  )
}

/** Terms in words, for the one who is asked to accept them. */
export function termsInWords(terms: Terms): string[] {
  const { category, load, cycle, instalments, daysToPay, firstDay, consumerKey } = terms
  return [
    `category ${category}, sanctioned load ${formatKilowatt(load)}`,
    cycle === 0
      ? 'a bill for each charging session'
      : `a bill every ${cycle === 1 ? 'month' : `${cycle} months`}`,
    instalments === 1
      ? `to be paid within ${daysToPay} days of issue`
      : `to be paid in ${instalments} instalments 30 days apart, the first ${daysToPay} days after issue`,
    `from ${formatDay(firstDay)} on`,
    `consumer's key ${consumerKey}`,
  ]
}
