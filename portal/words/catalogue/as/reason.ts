import type { reason as en } from '../en/reason.ts'
import type { Translation } from '../translation.ts'

export const reason: Translation<typeof en> = {
  r1: 'পুৰণি বহীৰ পৰা অনা আৰম্ভণিৰ বকেয়া',
  r2: 'নিয়ামকৰ পূৰ্বৰ তাৰিখৰ পৰা বলবৎ আদেশ',
  r3: 'জমা ধন ঘূৰাই দিয়া',
  r4: 'ৰেহাই',
  r11: 'বেংকে ঘূৰাই দিয়া চেক',
  r12: 'ৰচিদ ভুল একাউণ্টত অন্তৰ্ভুক্ত',
  r21: 'ৰেজিষ্টাৰ ভুলকৈ পঢ়া হৈছিল',
  r22: 'মিটাৰ বিকল পোৱা গ’ল',
  other: 'কাৰণ {code}',
}
