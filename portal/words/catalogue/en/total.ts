export const total = {
  opening: 'Opening',
  billed: 'Billed, corrections included',
  adjusted: 'Adjusted',
  paid: 'Paid, less what was taken back',
  closing: 'Owed by all accounts together',
} as const
