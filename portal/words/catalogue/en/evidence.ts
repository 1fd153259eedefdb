export const evidence = {
  ofBill: 'Evidence of bill {number}',
  ofAccount: 'Evidence of this account',
  titleBill: 'Evidence of bill {number} of {code}',
  titleAccount: 'Evidence of {code}',
  overBill: 'Bill {number} of account <mono>{code}</mono>',
  lead: 'A file that proves itself: whoever opens it can check, without this portal and without trusting it, that nothing is left out and that every bill follows from its readings and rates.',
  notNow: '<b>A new one can’t be made just now.</b> {reason} Try again in a minute.',
  notNowLast:
    '<b>A new one can’t be made just now.</b> {reason} The last one, proven at block {block}, is below.',
  download: 'Download the evidence',
  verify: 'Verify it in the browser',
  asOf: 'As of block {block}; {bytes} bytes, {packed} packed. The same block gives the same file, byte for byte.',
  howTo: 'How to verify it',
  inBrowser:
    '<b>In a browser:</b> open <a>the verify page</a> and choose the file. It is read there and sent nowhere.',
  withoutUs:
    '<b>Without us:</b> <a>verify.mjs</a> is one file that Node runs: {command}. It needs no network.',
  onWhoseWord:
    '<b>On whose word:</b> the trust file says which chain it must be and which parties seal it. Take it from the consumers’ forum or the regulator, not from who gave you the evidence. <a>This portal’s own</a> is for a first look.',
} as const
