/** What is around every page, and what pages share. */
export const layout = {
  skip: 'Skip to the content',
  main: 'Main',
  accounts: 'Accounts',
  ledger: 'Ledger',
  payments: 'Payments',
  tariffs: 'Tariffs',
  status: 'Status',
  language: 'Language',
  findLabel: 'Account code, bill, transaction, receipt reference or block',
  findHint: 'Account, bill, hash or block',
  lookUp: 'Look up',
  searchHint:
    'An account code from a bill, a bill (<mono>K7Q29-XMD4T-H/7</mono>), a transaction or receipt reference (<mono>0x…</mono>), or a block number.',
  proven: 'What is proven, and how',
  privacy: 'Privacy',
  asJson: 'This page as JSON',
  openApi: 'what the JSON holds',
  readsOnly:
    'This portal holds no key and cannot write. It reads what the chain recorded, and works it out again.',
  empty:
    '<b>The ledger is empty so far.</b> The indexer has not stored a block yet. Pages fill by themselves once it has.',
  alarm: '<b>The indexer raised an alarm and reads no further than block {block}.</b> {alarm}',
  silent:
    '<b>The indexer was last heard of on {time}.</b> What the chain recorded after block {block} is not here yet.',
  behind:
    '<b>The portal is {blocks, plural, one {# block} other {# blocks}} behind the chain.</b> What you see is the ledger as of block {block}.',
  lost: 'The portal does not answer: this page may be out of date. Load it again.',
  noBlock: 'No block stored yet.',
  block: 'Block {block}, {time}',
  pages: 'Pages of this list',
  newest: '← Newest',
  older: 'Older →',
  first: '← First',
  more: 'More →',
  entry: 'entry {entry}',
  start: 'Go to the first page',
  inBlock: 'block {block}',
} as const
