import type { channel as en } from '../en/channel.ts'
import type { Translation } from '../translation.ts'

export const channel: Translation<typeof en> = {
  c0: 'চেইনত',
  c1: 'নগদ',
  c2: 'UPI',
  c3: 'বেংক হস্তান্তৰ',
  c4: 'কাৰ্ড',
  other: 'মাধ্যম {channel}',
}
