import type { reading as en } from '../en/reading.ts'
import type { Translation } from '../translation.ts'

export const reading: Translation<typeof en> = {
  k0: 'मीटर के हस्ताक्षर से',
  k1: 'हाथ से दर्ज, साक्ष्य सहित',
  k2: 'अनुमानित',
  k3: 'अंतिम, साक्ष्य सहित दर्ज',
  other: 'प्रकार {kind}',
  installed: 'मीटर लगाते समय',
  corrected: 'संशोधित, साक्ष्य सहित',
}
