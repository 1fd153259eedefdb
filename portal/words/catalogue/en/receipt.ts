export const receipt = {
  title: 'Receipt',
  titleMissing: 'Receipt not recorded yet',
  keepSlip: 'Not recorded yet: keep this slip',
  missing: 'The ledger has no payment with this reference.',
  missingAt: 'The ledger has no payment with this reference, as of block {block} of {time}.',
  batches:
    'Receipts are recorded in batches, so it may take until the evening. This page shows it as soon as it is there. If it is still missing on the next working day, show the slip to the board: until it stands here, the payment counts for nothing on your account.',
  recordedTakenBack: 'Recorded, and taken back',
  noLongerCounts:
    '<b>This payment no longer counts.</b> It was taken back on {day}: {reason} ({entry}, block {block}). The same money coming again is another receipt, with a slip of its own.',
  recordedIn: 'Recorded in block {block}',
  paidBy: 'Paid by {channel} to account {account}.',
  recorded: 'Recorded',
  recordedAt: '{time}, block {block}',
  where: 'Where',
  owedAfter: 'Owed after it',
  reference: 'The reference',
  madeFrom:
    'It is made from the bank’s own number with a secret that only the board has: whoever holds the slip can look it up, nobody can read the bank’s number from it. It can be used once and never again, so one receipt can’t be posted twice.',
} as const
