import { type Aside, differences, type Finding, type Kind } from './finding.ts'

export type Sum = { readonly count: number; readonly amount: bigint }

/** How much of each side ended where. Each side's sums come to all of it. */
export type Sums = {
  /** Of the bank's lines: credits, and debits apart. */
  readonly credits: Readonly<Partial<Record<Place, Sum>>>
  readonly debits: Readonly<Partial<Record<Place, Sum>>>
  readonly payments: Readonly<Partial<Record<Place, Sum>>>
}

export type Place = Exclude<Kind, 'aside'> | Aside

const placeOf = (finding: Finding): Place => (finding.kind === 'aside' ? finding.why : finding.kind)

export function sumsOf(findings: readonly Finding[]): Sums {
  const sums = { credits: {}, debits: {}, payments: {} } as {
    [Side in keyof Sums]: Partial<Record<Place, Sum>>
  }
  const add = (side: keyof Sums, place: Place, amount: bigint) => {
    const before = sums[side][place] ?? none
    sums[side][place] = { count: before.count + 1, amount: before.amount + amount }
  }
  for (const finding of findings) {
    const place = placeOf(finding)
    for (const { isCredit, amount } of finding.lines)
      add(isCredit ? 'credits' : 'debits', place, amount)
    for (const { amount } of finding.payments) add('payments', place, amount)
  }
  return sums
}

export const none: Sum = { count: 0, amount: 0n }

export const totalOf = (side: Readonly<Partial<Record<Place, Sum>>>): Sum =>
  Object.values(side).reduce(
    (total, { count, amount }) => ({ count: total.count + count, amount: total.amount + amount }),
    none,
  )

export const isClean = (findings: readonly Finding[]): boolean =>
  !findings.some(({ kind }) => (differences as readonly Kind[]).includes(kind))
