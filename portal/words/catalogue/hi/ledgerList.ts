import type { ledgerList as en } from '../en/ledgerList.ts'
import type { Translation } from '../translation.ts'

export const ledgerList: Translation<typeof en> = {
  revision: 'रीडिंग के संशोधन',
  adjustment: 'समायोजन',
  dispute: 'विवाद',
  payment_reversal: 'वापस लिए गए भुगतान',
  manual: 'हाथ से दर्ज रीडिंग',
  estimated: 'अनुमान',
  againRule:
    'लगातार दो बार मीटर किसी ने नहीं पढ़ा। अगली वास्तविक रीडिंग अनुमानों से पहले की रीडिंग के बाद के सभी दिनों का प्रभार मीटर के अनुसार लगाती है, और अनुमानों में लगाई गई राशि घटाती है।',
  estimatedAgain: 'दूसरे अनुमान के बाद आए अनुमान',
  estimatedAgainCorrected: 'दूसरे अनुमान के बाद आए अनुमान, जो बाद में रीडिंग से सुधरे',
  readings: 'रीडिंग',
  bills: 'बिल',
  payments: 'भुगतान',
  final: 'अंतिम रीडिंग',
}
