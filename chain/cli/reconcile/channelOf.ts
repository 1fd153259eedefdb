import type { Channel } from '../receiptReference.ts'

/** By which words of a bank's text a way of paying is told, the first that fits. */
const signs: readonly (readonly [RegExp, Channel])[] = [
  [/\bUPI\b|\bBHIM\b|\bVPA\b/i, 'upi'],
  [/\bNEFT\b|\bRTGS\b|\bIMPS\b|\bACH\b|\bNACH\b|\bECS\b/i, 'bank'],
  [/\bPOS\b|\bCARD\b|\bVISA\b|\bMASTERCARD\b|\bRUPAY\b/i, 'card'],
  [/\bCASH\b|\bCDM\b/i, 'cash'],
]

/** The channel of a bank's line by its text; a transfer where nothing says otherwise. */
export const channelOf = (text: string): Channel =>
  signs.find(([sign]) => sign.test(text))?.[1] ?? 'bank'
