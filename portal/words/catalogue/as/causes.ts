import type { causes as en } from '../en/causes.ts'
import type { Translation } from '../translation.ts'

export const causes: Translation<typeof en> = {
  tariff: '{before}ৰ ঠাইত {now}',
  load: 'অনুমোদিত লোড {before}ৰ ঠাইত {now}',
  terms: 'আন চৰ্ত',
}
