/** Where an auditor goes from the ledger. */
export const auditor = {
  doors: 'For an auditor',
  outliers: 'What stands out',
  actors: 'Who may record what',
  tariffs: 'Tariffs and what they changed',
  blocks: 'Every block',
  signers: 'Who sealed',
  orphans: 'Replaced blocks',
  proven: 'What is proven, and how',
  key: 'Key or role',
} as const
