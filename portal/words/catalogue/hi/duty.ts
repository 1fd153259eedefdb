import type { duty as en } from '../en/duty.ts'
import type { Translation } from '../translation.ts'

export const duty: Translation<typeof en> = {
  energy: 'ऊर्जा प्रभार',
  fixed: 'स्थायी प्रभार',
  fuel: 'ईंधन समायोजन',
  subsidy: 'सब्सिडी',
  percent: '{components} का {percent}%',
  percentLess: 'सब्सिडी घटाकर {components} का {percent}%',
  none: 'कोई नहीं',
}
