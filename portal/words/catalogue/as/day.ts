import type { day as en } from '../en/day.ts'
import type { Translation } from '../translation.ts'

export const day: Translation<typeof en> = {
  date: '{date} {month, select, 1 {জানুৱাৰী} 2 {ফেব্ৰুৱাৰী} 3 {মাৰ্চ} 4 {এপ্ৰিল} 5 {মে’} 6 {জুন} 7 {জুলাই} 8 {আগষ্ট} 9 {ছেপ্টেম্বৰ} 10 {অক্টোবৰ} 11 {নৱেম্বৰ} other {ডিচেম্বৰ}} {year}',
  withoutYear:
    '{date} {month, select, 1 {জানুৱাৰী} 2 {ফেব্ৰুৱাৰী} 3 {মাৰ্চ} 4 {এপ্ৰিল} 5 {মে’} 6 {জুন} 7 {জুলাই} 8 {আগষ্ট} 9 {ছেপ্টেম্বৰ} 10 {অক্টোবৰ} 11 {নৱেম্বৰ} other {ডিচেম্বৰ}}',
  month:
    '{month, select, 1 {জানুৱাৰী} 2 {ফেব্ৰুৱাৰী} 3 {মাৰ্চ} 4 {এপ্ৰিল} 5 {মে’} 6 {জুন} 7 {জুলাই} 8 {আগষ্ট} 9 {ছেপ্টেম্বৰ} 10 {অক্টোবৰ} 11 {নৱেম্বৰ} other {ডিচেম্বৰ}} {year}',
  oneDay: '{day} <nowrap>(1 দিন)</nowrap>',
  period: '{first}ৰ পৰা {last}লৈ <nowrap>({days, plural, one {# দিন} other {# দিন}})</nowrap>',
}
