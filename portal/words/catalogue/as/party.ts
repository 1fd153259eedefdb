import type { party as en } from '../en/party.ts'
import type { Translation } from '../translation.ts'

export const party: Translation<typeof en> = {
  board: 'বিদ্যুৎ পৰিষদ',
  consumer: 'উপভোক্তা মঞ্চ',
  regulator: 'নিয়ামক',
  sealedByNobody: 'কোনেও মোহৰ মৰা নাই: এইটো অনুশীলনৰ চেইন',
  sealedByUnknown: 'মোহৰটো এটা অচিনাকি চাবিৰ',
  sealedBy: 'মোহৰ: {parties}',
  tariffDesk: 'পৰিষদৰ টেৰিফ শাখা',
  operations: 'পৰিষদৰ পৰিচালনা শাখা',
  cashier: 'পৰিষদৰ কেছিয়াৰ',
  role: 'ভূমিকা {role}',
  consumerKey: 'গ্ৰাহকৰ চাবি',
  key: 'চাবি {key}',
}
