import type { auditor as en } from '../en/auditor.ts'
import type { Translation } from '../translation.ts'

export const auditor: Translation<typeof en> = {
  doors: 'लेखा-परीक्षक के लिए',
  outliers: 'क्या अलग दिखता है',
  actors: 'कौन क्या दर्ज कर सकता है',
  tariffs: 'टैरिफ़ और उनमें बदलाव',
  blocks: 'हर ब्लॉक',
  signers: 'मुहर किसने लगाई',
  orphans: 'बदले गए ब्लॉक',
  proven: 'क्या प्रमाणित है और कैसे',
  key: 'कुंजी या भूमिका',
}
