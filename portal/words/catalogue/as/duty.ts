import type { duty as en } from '../en/duty.ts'
import type { Translation } from '../translation.ts'

export const duty: Translation<typeof en> = {
  energy: 'শক্তি মাচুল',
  fixed: 'স্থায়ী মাচুল',
  fuel: 'ইন্ধন সমন্বয়',
  subsidy: 'ৰাজসাহায্য',
  percent: '{components}ৰ {percent}%',
  percentLess: 'ৰাজসাহায্য বাদ দি {components}ৰ {percent}%',
  none: 'নাই',
}
