/** The export of everything. */
export const bulk = {
  title: 'Everything in files',
  lead: 'The whole ledger to take away: a file a table, all of them as of one block.',
  empty: 'No block is stored yet, so there is nothing to take.',
  standing:
    'These files stand at block {block}. They stay at their addresses, and are the same whenever they are taken, as long as that block is of the chain.',
  link: 'The whole ledger in files',
  tables: 'The files',
  table: 'What it holds',
  rows: 'Rows',
  files: 'Take it as',
  programs: 'Every page is data too, for programs: <a>what its JSON holds</a>, as OpenAPI 3.1.',
  lines: 'JSON lines',
  block: 'Blocks',
  transaction: 'Transactions',
  orphan: 'What dropped blocks had held',
  cells:
    'A row is an entry, in the order of the chain; account and number (seq) say whose and which. Amounts are whole paise, energy is Wh, a rate is in 10⁻⁵ ₹ per kWh, days are those of India. When an entry was recorded stands with its block. Where a program reads the CSV, nothing is lost: every cell is the column of the ledger.',
  check: 'Check what you took',
  checkHow:
    '<sums>SHA256SUMS</sums> names the SHA-256 of every file at this block, <manifest>the manifest</manifest> also rows, bytes and the block’s hash. In a terminal:',
  checkWhy:
    'If the sums agree, you have what this portal holds, whole and unaltered, and so has anyone who finds the same sums at block {block}. Whether the portal itself tells the truth is another question: <a>what is proven, and how</a>.',
  left: 'Left out is what follows from these tables, such as totals and what is due: it can be worked out anew.',
  atOnce: 'Two files are made at once; a third is told to come back in a minute.',
} as const
