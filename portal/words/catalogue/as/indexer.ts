import type { indexer as en } from '../en/indexer.ts'
import type { Translation } from '../translation.ts'

export const indexer: Translation<typeof en> = {
  starting: 'আৰম্ভ হৈছে',
  backfilling: 'অতীত পঢ়ি আছে',
  following: 'চেইনৰ লগে লগে চলিছে',
  waiting: 'ন’ডৰ অপেক্ষাত',
  alarm: 'সতৰ্কবাণীৰ বাবে ৰৈ আছে',
  stopped: 'বন্ধ',
}
