export const node = {
  silent: 'The node does not answer just now.',
  noProof: 'The node has no proof for this block (it may be starting, or keep no history).',
  noProofShort: 'The node has no proof for this block.',
} as const
