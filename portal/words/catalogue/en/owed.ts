export const owed = {
  nothing: 'Nothing to pay.',
  credit: 'Credit: it pays the next bills.',
  held: 'Held back while disputed: nothing of it is due.',
  andHeld: '{what}; {held} held back while disputed.',
  stop: '{what}.',
  wasDue: '{tag} {sum} was due on {day}',
  firstWasDue: '{tag} {sum} was due and was not paid, the first of it on {day}',
  andLater: '{overdue}; {later}',
  payBy: 'To pay by {day}',
  sumBy: '{sum} to pay by {day}',
  sumByRestLater: '{sum} to pay by {day}, the rest later',
} as const
