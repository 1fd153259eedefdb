export const privacy = {
  title: 'Privacy',
  heading: 'Privacy: a pseudonym is not anonymity',
  lead: 'Accounts here have codes instead of names. That hides less than it seems to.',
  recorded: 'What is recorded',
  recordedMore:
    'For each account: its sanctioned load and terms, one reading for each billing period (of a charging station one for each session), every bill and payment with its day, and the keys that signed. The chain keeps this for ever; nobody can delete it.',
  notRecorded: 'What is not',
  notRecordedMore:
    'No name, address, telephone number or bank account. A receipt’s reference is made from the bank’s own number with a secret that only the board has: without that secret nobody can read the number from here, or even check whether one they know is meant. Account codes are random: nothing about a person goes into them.',
  why: 'Why that is not anonymity',
  whyMore:
    'Whoever knows that a code is yours (the board, a neighbour who saw your bill) sees your whole history. Whoever knows some of your payments or readings can find the account that has them. Monthly consumption tells how many people live somewhere, and when they were away. So an account’s readings are recorded once a billing period and no more often. Charging stations are the exception: each session is recorded with its day and its units, so whoever knows when a vehicle stood there can tell what it took.',
  canDo: 'What you can do',
  canDoMore:
    'Treat the code on your bill like an account number: show it to those who need it. Search engines are asked not to collect these pages, and the portal sets no cookies, counts no visitors and loads nothing from elsewhere.',
} as const
