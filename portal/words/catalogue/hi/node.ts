import type { node as en } from '../en/node.ts'
import type { Translation } from '../translation.ts'

export const node: Translation<typeof en> = {
  silent: 'नोड अभी उत्तर नहीं दे रहा।',
  noProof: 'नोड के पास इस ब्लॉक का प्रमाण नहीं है (वह शुरू हो रहा हो, या इतिहास न रखता हो)।',
  noProofShort: 'नोड के पास इस ब्लॉक का प्रमाण नहीं है।',
}
