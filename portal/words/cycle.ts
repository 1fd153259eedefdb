const cycles: Readonly<Record<number, string>> = {
  0: 'billed after each session',
  1: 'billed monthly',
  3: 'billed every three months',
  6: 'billed every six months',
  12: 'billed yearly',
}

/** How often an account is billed, by the months of its cycle. */
export const cycleWords = (cycle: number): string => cycles[cycle] ?? `billed every ${cycle} months`
