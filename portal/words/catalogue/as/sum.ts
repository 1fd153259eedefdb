import type { sum as en } from '../en/sum.ts'
import type { Translation } from '../translation.ts'

export const sum: Translation<typeof en> = {
  paidBack: 'বেছিকৈ ঘূৰাই দিয়া ধন',
  added: 'পিছত যোগ কৰা',
  bill: 'বিল',
  instalment: 'কিস্তি {number}, মুঠ {of}',
}
