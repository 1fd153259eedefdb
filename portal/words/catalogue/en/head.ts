export const head = {
  one: '<b>Nothing left out.</b> The one entry gives the fingerprint that the chain has for this account at block {block}, {sealed}.',
  all: '<b>Nothing left out.</b> Entries 1 to {entries} give the fingerprint that the chain has for this account at block {block}, {sealed}.',
  differs:
    '<b>This page does not show what the chain has.</b> The {entries} entries here give another fingerprint than the chain’s at block {block}: something is missing or changed. Rely on nothing below.',
  here: 'Worked out here: {hash}',
  onChain: 'On the chain: {hash}',
  unknown:
    '<b>Not compared with the chain just now.</b> {reason} The entries were proven when they were stored; load the page again to compare their fingerprint, {hash}.',
} as const
