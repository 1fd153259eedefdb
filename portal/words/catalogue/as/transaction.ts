import type { transaction as en } from '../en/transaction.ts'
import type { Translation } from '../translation.ts'

export const transaction: Translation<typeof en> = {
  title: 'লেনদেন {hash}',
  heading: 'লেনদেন',
  recordedIn: 'ব্লক {block}ত লিপিবদ্ধ, {time}',
  recorded: 'ইয়াত কি লিপিবদ্ধ হ’ল',
  entryOf: '{kind}: {whose}ৰ প্ৰৱিষ্টি {entry}',
  wordByWord: 'শব্দে শব্দে',
  rawLog: 'মূল লগ {log}',
  topics: 'টপিক: ঘটনা, একাউণ্ট, প্ৰৱিষ্টিৰ নম্বৰ।',
  data: 'তথ্য, প্ৰতি শব্দ 32 বাইট। সাঁচি থোৱা শব্দৰ পৰা আকৌ তৈয়াৰ কৰা; একাউণ্টৰ ফিংগাৰপ্ৰিণ্টে ইয়াক প্ৰমাণ কৰে।',
  record: 'অভিলেখ',
  sentBy: 'কোনে পঠিয়ালে',
  to: 'কাক',
  createdContract: 'কাকো নহয়: ই চুক্তি সৃষ্টি কৰিলে',
  place: 'ব্লকত স্থান',
}
