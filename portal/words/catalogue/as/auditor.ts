import type { auditor as en } from '../en/auditor.ts'
import type { Translation } from '../translation.ts'

export const auditor: Translation<typeof en> = {
  doors: 'হিচাপ পৰীক্ষকৰ বাবে',
  outliers: 'কি বেলেগ দেখা যায়',
  actors: 'কোনে কি লিপিবদ্ধ কৰিব পাৰে',
  tariffs: 'টেৰিফ আৰু সেইবোৰৰ সলনি',
  blocks: 'প্ৰতিটো ব্লক',
  signers: 'কোনে মোহৰ মাৰিলে',
  orphans: 'সলনি হোৱা ব্লক',
  proven: 'কি প্ৰমাণিত আৰু কেনেকৈ',
  key: 'চাবি বা ভূমিকা',
}
