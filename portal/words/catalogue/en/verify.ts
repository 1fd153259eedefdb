export const verify = {
  title: 'Verify evidence',
  lead: 'Choose an evidence file, or drop it here. It is checked in your browser and sent nowhere: once this page has loaded it needs no network.',
  noScripts:
    'Scripts are off, so this page can’t check anything. <a>verify.mjs</a> does the same with Node: {command}',
  evidence: 'Evidence',
  trust: 'Trust file of a party you trust',
  own: 'I have none: use this portal’s own, for a first look',
  checked: 'What is checked',
  checkedMore:
    'That the entries give the fingerprints which the contract keeps; that these stand in the state of the block; that the block was sealed by two of the three parties; that every bill, correction and balance follows by the rules. The page runs <a>verify.mjs</a>, one file that you can read, keep, and run with Node where there is no portal.',
  checking: 'Checking {file} …',
  cantRead: 'The file can’t be read. Choose it again.',
  notChecked: 'Not checked',
  byOwn: 'By this portal’s own trust file. For a dispute take one from a party that you trust.',
} as const
