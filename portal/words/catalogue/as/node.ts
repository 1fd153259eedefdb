import type { node as en } from '../en/node.ts'
import type { Translation } from '../translation.ts'

export const node: Translation<typeof en> = {
  silent: 'ন’ডে এতিয়া উত্তৰ দিয়া নাই।',
  noProof: 'ন’ডৰ হাতত এই ব্লকৰ প্ৰমাণ নাই (ই আৰম্ভ হৈ থাকিব পাৰে, বা ইতিহাস নাৰাখে)।',
  noProofShort: 'ন’ডৰ হাতত এই ব্লকৰ প্ৰমাণ নাই।',
}
