import type { chart as en } from '../en/chart.ts'
import type { Translation } from '../translation.ts'

export const chart: Translation<typeof en> = {
  heading: 'মাহে মাহে',
  usage: 'প্ৰতি মাহৰ খৰচ',
  usageDescribed:
    '{months, plural, one {# মাহৰ} other {# মাহৰ}} দণ্ড: মাহত {least}ৰ পৰা {most}লৈকে, আটাইতকৈ বেছি {month}ত। {estimated, plural, =0 {এটাও অনুমান নহয়।} one {এটা অনুমান।} other {# টা অনুমান।}}',
  basis:
    '{basis, select, read {মিটাৰ পঢ়া হৈছে} shared {কেইবামাহৰ এটা ৰিডিং, দিন অনুসৰি ভাগ কৰা} other {অনুমান: মিটাৰ কোনেও পঢ়া নাই}}',
  money: 'প্ৰতি মাহৰ বিল আৰু পৰিশোধ',
  moneyDescribed:
    '{months, plural, one {# মাহৰ} other {# মাহৰ}} প্ৰত্যেকৰে দুডাল দণ্ড: মুঠ {asked} বিচৰা হৈছিল, {paid} পৰিশোধ কৰা হৈছে।',
  inNumbers: 'সেইটোৱেই সংখ্যাত',
  month: 'মাহ',
  used: 'খৰচ',
  known: 'কেনেকৈ জনা গ’ল',
  days: '{days, plural, one {# দিন} other {# দিন}}',
  asked: 'বিচৰা ধন',
  paid: 'পৰিশোধ',
  owed: 'মাহৰ শেষত বাকী',
  usageNote:
    'কেইবামাহলৈ বিস্তৃত ৰিডিং দিন অনুসৰি ভাগ কৰা হয়, যেনেকৈ টেৰিফ সলনি হ’লে বিলৰ ইউনিট। প্ৰকৃত ৰিডিঙে তাৰ আগৰ অনুমানবোৰৰ ঠাই লয়।',
  sessionsNote: 'চাৰ্জিং সত্ৰ এটা যি মাহত মিটাৰ পঢ়া হৈছিল সেই মাহত গণা হয়।',
  moneyNote:
    'যি দিনত লিপিবদ্ধ কৰা হৈছিল সেই অনুসৰি। বিচৰা ধনত বিল, সংশোধন আৰু সমন্বয় থাকে; পৰিশোধৰ পৰা ওভোতাই লোৱাবোৰ বাদ দিয়া হয়।',
}
