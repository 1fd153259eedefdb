/** What is proven, how, and what is not. */
export const proven = {
  title: 'What is proven, in five sentences',
  block:
    '<b>Every block</b> follows from the one before by its hash, back to the network’s first, so none can be changed or left out.',
  blockHow:
    'How to check: <a>each block’s page</a> has its hash and its parent’s; both must be the same on every party’s node.',
  entry:
    '<b>Every entry</b> was checked against the block it came in: the receipts of the whole block hash to the value in its header, so a node that drops or alters one is caught.',
  entryHow:
    'How to check: <mono>{command}</mono> proves every stored row anew and names any that was altered.',
  seal: '<b>Three parties</b>, the board, the consumers’ forum and the regulator, seal the blocks in turn, and what is shown as proven stands below the seals of two of them.',
  noSeal:
    '<b>No party sealed</b> this chain: it is for practice, and its statements are worth as much.',
  sealHow:
    'How to check: <a>who sealed which block</a>, who was silent, and <orphans>what was replaced</orphans>.',
  account:
    '<b>Every account</b> has one fingerprint on the chain that commits to its whole history in order; pages work it out from what they show, so nothing can be missing.',
  accountHow:
    'How to check: take the evidence of any account or bill, and <a>verify it</a> offline, without this portal.',
  bill: '<b>Every bill</b> is worked out again here from its readings and its rate, and the result stands beside what the chain says.',
  billHow:
    'How to check: with a pencil, line by line, on the bill’s page; its rate under <a>Tariffs</a>.',
  notTitle: 'What is not proven',
  notNewest:
    'The newest blocks, until a second party has sealed above them: the chain may still replace them.',
  notSums:
    'Counts, sums by day, the ageing and what stands out are added up here from proven entries. Where a page says PASS it compared them with the contract’s own totals or with every entry; elsewhere they are this portal’s.',
  notOriginal:
    'That a correction names truly what it corrects, and that an estimate is what the account usually uses: the contract takes the board’s word, so these pages and every verifier hold it against the record, and say where it is not so.',
  notPortal:
    'This portal itself: one that lies could show you anything. Evidence that you verify offline, and a monitor that follows the chain on its own (<mono>{command}</mono>), don’t depend on it.',
  cantTitle: 'What no page here can know',
  cantMeter: 'Whether a meter was tampered with before it signed.',
  cantHand:
    'Whether a reading entered by hand is right: its document’s hash is recorded, not the document.',
  cantWho: 'Which person a code belongs to, and who held a key when it signed.',
  cantBank:
    'Whether money reached the bank: a receipt posted here is the board’s word, until it is laid beside the bank’s statement.',
  cantAbsent:
    'What was never recorded: a payment nobody posted, a reading nobody sent, a complaint made by telephone.',
} as const
