import { asked, type Claim, heldBack } from './claim.ts'
import { type Paise, paise } from './units.ts'

/** Money that fills bills: a payment, a negative adjustment, or a bill that is a credit; `seq` is its entry. */
export interface Credit {
  readonly seq: number
  readonly amount: Paise
}

/** How much of a bill is filled, and by which entries. */
export interface Filling {
  /** Of what no dispute holds back. */
  readonly free: Paise
  /** Of what an open dispute holds back. */
  readonly held: Paise
  readonly by: readonly Credit[]
}

/**
 * Fills the bills with the pool: first what no open dispute holds back, in order of the bills' numbers, then what is held
 * back. Credits are used in order of their entries. Returns what each bill got, and what no bill asked for.
 */
export const fill = (
  claims: readonly Claim[],
  credits: readonly Credit[],
): { readonly fillings: ReadonlyMap<number, Filling>; readonly rest: Paise } => {
  const inOrder = claims.filter((claim) => asked(claim) > 0n).sort((a, b) => a.number - b.number)
  const takers = [
    ...inOrder.map((claim) => ({
      number: claim.number,
      part: 'free' as const,
      wants: asked(claim) - heldBack(claim),
    })),
    ...inOrder.map((claim) => ({
      number: claim.number,
      part: 'held' as const,
      wants: heldBack(claim),
    })),
  ]
  const fillings = new Map<number, { free: Paise; held: Paise; by: Credit[] }>(
    inOrder.map(({ number }) => [number, { free: paise(0n), held: paise(0n), by: [] }]),
  )
  let taker = 0
  let rest = 0n
  for (const { seq, amount } of credits) {
    let left: bigint = amount
    while (left > 0n) {
      const next = takers[taker]
      if (next === undefined) break
      const given = paise(left < next.wants ? left : next.wants)
      const filling = fillings.get(next.number)
      if (filling !== undefined && given > 0n) {
        filling[next.part] = paise(filling[next.part] + given)
        addTo(filling.by, { seq, amount: given })
      }
      left -= given
      next.wants -= given
      if (next.wants === 0n) taker++
    }
    rest += left
  }
  return { fillings, rest: paise(rest) }
}

/** One entry's credit is one line, even where it fills what is free and what is held back of the same bill. */
const addTo = (by: Credit[], { seq, amount }: Credit): void => {
  const before = by.findIndex((each) => each.seq === seq)
  if (before === -1) by.push({ seq, amount })
  else by[before] = { seq, amount: paise(amount + (by[before]?.amount ?? 0n)) }
}
