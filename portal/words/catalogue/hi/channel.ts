import type { channel as en } from '../en/channel.ts'
import type { Translation } from '../translation.ts'

export const channel: Translation<typeof en> = {
  c0: 'चेन पर',
  c1: 'नक़द',
  c2: 'UPI',
  c3: 'बैंक हस्तांतरण',
  c4: 'कार्ड',
  other: 'माध्यम {channel}',
}
