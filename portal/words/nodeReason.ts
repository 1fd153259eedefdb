import type { Markup } from '../markup.ts'
import { inEnglish } from '../show/inEnglish.ts'
import { t } from './t.ts'

/** What the witness says where the node can't be asked. */
const known = {
  'The node does not answer just now.': 'node.silent',
  'The node has no proof for this block (it may be starting, or keep no history).': 'node.noProof',
  'The node has no proof for this block.': 'node.noProofShort',
} as const

/** Why the node did not confirm something; what it says by itself is in English. */
export const nodeReason = (reason: string): Markup =>
  isKnown(reason) ? t(known[reason]) : inEnglish(reason)

const isKnown = (reason: string): reason is keyof typeof known => Object.hasOwn(known, reason)
