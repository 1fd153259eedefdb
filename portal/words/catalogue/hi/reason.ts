import type { reason as en } from '../en/reason.ts'
import type { Translation } from '../translation.ts'

export const reason: Translation<typeof en> = {
  r1: 'पुराने खातों से लिया गया आरंभिक बकाया',
  r2: 'नियामक का पिछली तिथि से लागू आदेश',
  r3: 'जमा राशि की वापसी',
  r4: 'रियायत',
  r11: 'बैंक से लौटा चेक',
  r12: 'रसीद ग़लत खाते में दर्ज हुई',
  r21: 'रजिस्टर ग़लत पढ़ा गया',
  r22: 'मीटर ख़राब पाया गया',
  other: 'कारण {code}',
}
