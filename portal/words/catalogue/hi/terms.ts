import type { terms as en } from '../en/terms.ts'
import type { Translation } from '../translation.ts'

export const terms: Translation<typeof en> = {
  session: 'हर सत्र के बाद बिल',
  monthly: 'बिल हर महीने',
  quarterly: 'बिल हर तीन महीने में',
  halfYearly: 'बिल हर छह महीने में',
  yearly: 'बिल साल में एक बार',
  months: 'बिल हर {months} महीने में',
  all: '{load}, {category}, {cycle}, {payable}',
  payable: '{days, plural, =0 {तुरंत देय} one {भुगतान के लिए # दिन} other {भुगतान के लिए # दिन}}',
  payableInParts:
    '{instalments} किस्तें, पहली {days, plural, =0 {तुरंत देय} one {के लिए # दिन} other {के लिए # दिन}}',
  becomes: '{before} की जगह अब {now}',
  instead: '{now}, पहले {before}',
  instalments: '{now} किस्तें, पहले {before}',
  days: 'भुगतान के लिए {now} दिन, पहले {before}',
  newKey: 'उपभोक्ता की नई कुंजी',
  onlyDay: 'केवल पहला दिन',
  inForce: 'लागू',
  waiting: 'स्वीकृति की प्रतीक्षा में',
  past: 'बीता हुआ',
  toCome: 'आगामी',
  replaced: 'बदला गया',
  ended: 'समाप्त',
}
