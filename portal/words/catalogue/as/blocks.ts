import type { blocks as en } from '../en/blocks.ts'
import type { Translation } from '../translation.ts'

export const blocks: Translation<typeof en> = {
  title: 'ব্লক',
  lead: 'প্ৰতিটো ব্লক, আটাইতকৈ নতুন আগত, য’ত একো লিপিবদ্ধ হোৱা নাই সেইবোৰো: প্ৰতিটো তথাপি প্ৰমাণিত।',
  block: 'ব্লক',
  time: 'সময়',
  sealer: 'মোহৰ',
  entries: 'প্ৰৱিষ্টি',
  transactions: 'লেনদেন',
  nobody: 'কোনেও নহয়',
  none: 'এতিয়ালৈকে কোনো ব্লক সাঁচি থোৱা হোৱা নাই।',
  noneBefore: 'ইয়াৰ আগত নাই।',
  signers: 'ব্লকত কোনে মোহৰ মাৰিলে',
  signersLead:
    'পক্ষসমূহে পাল পাতি মোহৰ মাৰে। যিয়ে নিজৰ ভাগতকৈ কম মাৰে বা বহু সময় নিমাত থাকে, তাৰ নোড হেৰাব পাৰে, বা তাক বাহিৰত ৰখা হৈছে।',
  practice: 'কোনেও নহয়: এইটো অনুশীলনৰ চেইন।',
  partyAndKey: 'পক্ষ আৰু চাবি',
  sealed: 'মোহৰ মৰা ব্লক',
  share: 'ভাগ',
  last: 'শেষ ব্লক',
  never: 'কেতিয়াও মোহৰ মৰা নাই',
  longest: 'আটাইতকৈ দীঘল নিমাত সময়',
  silence:
    '{blocks, plural, one {# টা ব্লক} other {# টা ব্লক}}, {first}ৰ পৰা {last}লৈ: {time}ৰ পৰা {lasted}',
  lasted:
    '{unit, select, seconds {{n, number} ছেকেণ্ড} minutes {{n, number} মিনিট} hours {{n, number} ঘণ্টা} other {{n, plural, one {# দিন} other {# দিন}}}}',
  silentDays: 'নিমাত গোটা দিন',
  silentFor: '{days, plural, one {# দিন, {first}} other {# দিন, {first}ৰ পৰা {last}লৈ}}',
  silent: 'এতিয়া নিমাত',
  noSilence: 'নাই',
  silencesOf:
    'নিমাত সময় কেৱল আটাইতকৈ নতুন {blocks, number} টা ব্লকত বিচৰা হয়। তিনিটা পক্ষত মাজৰ দুটা ব্লক সাধাৰণ পাল। গোটা দিনবোৰ প্ৰথম ব্লকৰ পৰা গণা হয়, যিবোৰ দিনত কোনেও মোহৰ মৰা নাই সেইবোৰ বাদ দি।',
  months: 'মাহে মাহে',
  month: 'মাহ',
  all: 'সকলো',
  newest: 'শেষ {blocks, number} টা ব্লক',
  orphans: 'চেইনে সলনি কৰা ব্লক',
  orphansLead:
    'দুটা পক্ষই একে সময়তে মোহৰ মাৰিলে চেইনে এটা ব্লক ৰাখে আৰু আনটো এৰি দিয়ে। যি এৰা হ’ল সেয়া ইয়াত ৰখা আছে, তাৰ ঠাইত কি আছে সেয়াও; তাৰ লেনদেন সাধাৰণতে অলপ পিছত আকৌ লিপিবদ্ধ হয়।',
  noOrphans: 'নাই: ইয়াত সাঁচি থোৱা প্ৰতিটো ব্লক এতিয়াও আছে।',
  dropped: 'এৰা হ’ল',
  droppedFound: '{time}ত ধৰা পৰিল',
  hadRecorded: 'ইয়াত লিপিবদ্ধ আছিল',
  nothing: 'খতিয়ানৰ একো নাই',
  inPlace: 'ইয়াৰ ঠাইত',
  back: 'সেই একে ব্লক: অলপ সময়ৰ বাবে আন শাখা জিকিছিল।',
  notYet: 'এতিয়ালৈকে কোনো ব্লক নাই',
  again: '{transaction}: ব্লক {block}ত আকৌ লিপিবদ্ধ',
  notAgain: '{transaction}: <b>আকৌ লিপিবদ্ধ হোৱা নাই</b>',
  heading: 'ব্লক {block}',
  seeAll: 'প্ৰতিটো ব্লক',
}
