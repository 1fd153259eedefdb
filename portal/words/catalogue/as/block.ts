import type { block as en } from '../en/block.ts'
import type { Translation } from '../translation.ts'

export const block: Translation<typeof en> = {
  title: 'ব্লক {block}',
  lead: '{time}, {sealed}',
  recorded: 'ইয়াত কি লিপিবদ্ধ হ’ল',
  nothing: 'খতিয়ানৰ একো নাই। তথাপি ইয়াৰ ৰচিদবোৰ প্ৰমাণ কৰা হৈছিল: একো বাদ পৰা নাই।',
  firstOf: '{all} টা প্ৰৱিষ্টিৰ প্ৰথম {shown} টা।',
  allAsCsv: 'সকলোবোৰ CSV ৰূপত',
  record: 'অভিলেখ',
  hash: 'হেছ',
  parent: 'আগৰ ব্লক',
  stateRoot: 'ষ্টেট ৰুট',
  sealer: 'মোহৰ মৰা জনৰ চাবি',
  noSealer: 'কোনো নাই: অনুশীলনৰ চেইন',
  transactions: 'লেনদেন',
  entries: 'প্ৰৱিষ্টি',
  blocks: 'ব্লক',
}
