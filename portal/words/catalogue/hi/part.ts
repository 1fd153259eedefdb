import type { part as en } from '../en/part.ts'
import type { Translation } from '../translation.ts'

export const part: Translation<typeof en> = {
  shown: 'यहाँ दिखाए गए बिल, भुगतान, रीडिंग और प्रविष्टियाँ {all} में से प्रविष्टि {from} से {to} तक की हैं।',
  record: 'शब्द-दर-शब्द, और मूल रूप में',
  all: 'इस लेन-देन की सभी प्रविष्टियाँ',
}
