import type { download as en } from '../en/download.ts'
import type { Translation } from '../translation.ts'

export const download: Translation<typeof en> = {
  title: 'डाउनलोड',
  greenButton: '<a>Green Button (XML)</a>: खपत, दूसरे प्रोग्रामों के लिए',
  entries: '<a>CSV</a>: हर प्रविष्टि, स्प्रेडशीट के लिए',
  data: '<a>JSON</a>: यह पूरा पृष्ठ',
  evidence: '<a>साक्ष्य</a>: फ़ाइल जो स्वयं अपना प्रमाण है',
}
