import type { reading as en } from '../en/reading.ts'
import type { Translation } from '../translation.ts'

export const reading: Translation<typeof en> = {
  k0: 'মিটাৰে স্বাক্ষৰ কৰা',
  k1: 'হাতেৰে ভৰোৱা, সাক্ষ্যসহ',
  k2: 'আনুমানিক',
  k3: 'অন্তিম, সাক্ষ্যসহ ভৰোৱা',
  other: 'প্ৰকাৰ {kind}',
  installed: 'মিটাৰ লগোৱাৰ সময়ত',
  corrected: 'সংশোধিত, সাক্ষ্যসহ',
}
