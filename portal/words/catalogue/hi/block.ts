import type { block as en } from '../en/block.ts'
import type { Translation } from '../translation.ts'

export const block: Translation<typeof en> = {
  title: 'ब्लॉक {block}',
  lead: '{time}, {sealed}',
  recorded: 'इसमें क्या दर्ज हुआ',
  nothing: 'बही का कुछ नहीं। फिर भी इसकी रसीदें प्रमाणित की गईं: कुछ छूटा नहीं है।',
  firstOf: '{all} में से पहली {shown} प्रविष्टियाँ।',
  allAsCsv: 'सभी CSV में',
  record: 'अभिलेख',
  hash: 'हैश',
  parent: 'पिछला ब्लॉक',
  stateRoot: 'स्टेट रूट',
  sealer: 'मुहर लगाने वाले की कुंजी',
  noSealer: 'कोई नहीं: अभ्यास की चेन',
  transactions: 'लेन-देन',
  entries: 'प्रविष्टियाँ',
  blocks: 'ब्लॉक',
}
