import { bill } from '../../contracts/rules/bill.ts'
import { revisionDifference } from '../../contracts/rules/revision.ts'
import { type Tariff, tariffOn } from '../../contracts/rules/tariff.ts'
import { termsOn } from '../../contracts/rules/terms.ts'
import { dayNumber, type Paise, paise } from '../../contracts/rules/units.ts'
import { type BillOnChain, inputOf } from './bills.ts'
import type { History } from './history.ts'

/** A revision beside what it should say: its named original, its charges and its difference. */
export type RevisionCheck = { readonly revision: number; readonly agrees: boolean }

/**
 * Whether a bill as recorded (0) follows from its reading, and whether each revision after it names the charges before it
 * truly and makes of them what its reading makes.
 */
export function checkRevisions(
  history: History,
  tariffs: readonly Tariff[],
  found: BillOnChain,
): RevisionCheck[] {
  const issued = found.issued.event.fields
  const { previous, present, rollover } = found.recorded.event.fields
  const original = bill(
    inputOf(history, tariffs, found, { ...found.reading, previous, present, rollover }),
  )
  const isOriginalTrue = original.gross === issued.gross && original.amount === issued.amount
  let before = issued.gross
  const checks = found.revisions.map(({ event: { fields } }) => {
    const { revision, previous, present, rollover, wh, grossBefore, grossAfter, difference } =
      fields
    const reading = { ...found.reading, previous, present, rollover }
    const input = inputOf(history, tariffs, found, reading)
    const derived = bill(input)
    const isTrue = grossBefore === before
    before = grossAfter
    const agrees =
      isTrue &&
      derived.consumption.wh === wh &&
      derived.gross === grossAfter &&
      difference === differenceOf(input, found, grossBefore, derived.gross)
    return { revision, agrees }
  })
  return [{ revision: 0, agrees: isOriginalTrue }, ...checks]
}

/** What restating a bill's charges adds to the balance: its amount rounded anew, less the amount before. */
export function differenceOf(
  { terms, tariffs }: Pick<ReturnType<typeof inputOf>, 'terms' | 'tariffs'>,
  { reading: { end }, issued }: BillOnChain,
  grossBefore: Paise,
  grossAfter: Paise,
): Paise {
  const lastDay = dayNumber(end - 1)
  const category = termsOn(terms, lastDay)?.category ?? 0
  const roundTo = tariffOn(tariffs, category, lastDay)?.roundTo ?? paise(1n)
  const { alreadyCharged } = issued.event.fields
  return revisionDifference({ grossBefore, grossAfter, alreadyCharged, roundTo })
}
