/** What to look at where a bill does not seem right, and how it is disputed. */
export const complaint = {
  heading: 'Not right?',
  high: '<b>Far more than usual:</b> {units} a day, where this account usually uses {usual}. <a>What to do if it is not right</a>',
  jump: '<b>More than the load allows:</b> {units}, where the sanctioned load could use {most} at most. <a>What to do if it is not right</a>',
  check: 'Check three things, in this order:',
  meter:
    '<b>Your meter.</b> This bill was read at <b>{register} kWh</b> ({source}). A meter only counts up: if yours shows less today, the reading is wrong.',
  meterEstimated:
    '<b>Your meter.</b> Nobody read it: the board took it to stand at <b>{register} kWh</b>. If yours shows less today, the estimate is too high; the next real reading takes off what it charged.',
  meterTurned:
    '<b>Your meter.</b> This bill was read at <b>{register} kWh</b> ({source}), after the register turned over.',
  rate: '<b>The rate.</b> This bill charges {category}, {load} of sanctioned load, by <a>the tariffs of its days</a>. Is that what was agreed?',
  rateUnknown: '<b>The rate.</b> Compare it with <a>the tariffs</a>.',
  paid: '<b>What you paid.</b> A payment that is missing above was not posted: show your receipt to the board.',
  nothingToHold:
    'There is nothing in it to hold back: it asks for nothing. If it should give you more, tell the board, or the regulator.',
  dispute: 'To dispute it',
  lead: 'Say how much of it is wrong, and why. What you name is held back until the regulator has decided: it does not become overdue. The rest stays payable. A {word, select, session {session} other {bill}} that was paid can be disputed as well.',
  run: 'In the folder of wattledger, on the computer with the consumer’s key (the key that accepted the agreement), type this with your own reason:',
  sum: 'It names all of the {word, select, session {session} other {bill}}. Write a smaller sum to dispute a part of it.',
  give: 'It keeps your reason in a file and says where. Only its hash goes on the chain: give the file to the regulator, with this page printed.',
  shown: 'A few seconds later this page says that it is disputed.',
  lost: 'No key, or lost? The board can propose the same terms with a new one, and the regulator accepts them in your place.',
  open: 'It is disputed already. Give the file with your reason to the regulator, if you have not yet: the chain has only its hash.',
} as const
