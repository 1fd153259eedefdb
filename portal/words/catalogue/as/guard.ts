import type { guard as en } from '../en/guard.ts'
import type { Translation } from '../translation.ts'

export const guard: Translation<typeof en> = {
  tooManyTitle: 'ইয়াৰ পৰা বহুত বেছি অনুৰোধ আহিল',
  tooMany:
    'এই প’ৰ্টেলে এটা ঠিকনাৰ পৰা প্ৰতি মিনিটত {perMinute, plural, one {# টা অনুৰোধ} other {# টা অনুৰোধ}}ৰ উত্তৰ দিয়ে; আপোনাৰ ঠিকনাৰ পৰা তাতকৈ বেছি আহিল।',
  tooManyAdvice:
    '{seconds, plural, one {# ছেকেণ্ড} other {# ছেকেণ্ড}} ৰওক, তাৰ পিছত এই পৃষ্ঠা আকৌ খোলক। যাক বহুত লাগে, তেওঁ সম্পূৰ্ণ তালিকা CSV ৰূপত বা সকলো ফাইলত লওক।',
  tooLongTitle: 'এই ঠিকনা বহুত দীঘল',
  tooLong:
    'ইয়াত {length, number} টা চিহ্ন আছে; এই প’ৰ্টেলৰ কোনো পৃষ্ঠাৰ ঠিকনাত {longest, number} টাতকৈ বেছি নাথাকে।',
  tooLongAdvice: 'ইয়াক চুটি কৰক, বা যি লাগে তাক বিচাৰক।',
  takesNothingTitle: 'এই প’ৰ্টেলে একো গ্ৰহণ নকৰে',
  takesNothing: 'অনুৰোধে লগত কিবা আনিছে, যি ইয়াৰ কোনো পৃষ্ঠাই নিবিচাৰে।',
  takesNothingAdvice: 'একো নোহোৱাকৈ আকৌ সোধক।',
  onlyReadsTitle: 'এই প’ৰ্টেলে কেৱল পঢ়ে',
  onlyReads: 'ইয়াত {method}ৰ উত্তৰ দিয়া নহয়।',
  onlyReadsAdvice: 'প্ৰৱিষ্টিবোৰ চাবিৰে, স্বাক্ষৰ কৰা কমাণ্ড লাইনে লিপিবদ্ধ কৰে; পৃষ্ঠাবোৰ GETৰে বিচৰা হয়।',
}
