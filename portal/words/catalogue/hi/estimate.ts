import type { estimate as en } from '../en/estimate.ts'
import type { Translation } from '../translation.ts'

export const estimate: Translation<typeof en> = {
  groundless:
    '<b>इससे पहले कोई वास्तविक रीडिंग नहीं थी जिससे अनुमान लगाया जाए।</b> नियम के अनुसार अनुमान खाते की सामान्य खपत होता है; यहाँ यह बोर्ड का अंदाज़ा है।',
  usual: 'यूनिट उतने ही हैं जितने यह खाता सामान्यतः इस्तेमाल करता है, जैसा नियम कहता है: {basis}।',
  departs:
    '<b>यह नियम के अनुसार नहीं है।</b> यह खाता इतने दिनों में सामान्यतः {expected} इस्तेमाल करता है ({basis}); बोर्ड ने {used} का अनुमान लगाया।',
  basis: '{bills} में {days} दिनों में {energy}',
  followed: 'यह {bill} के अनुमान के बाद आया।',
  noteDeparts: '<b>यह नियम से अलग है</b>; नियम के अनुसार {expected}।',
  noteGroundless: '<b>अनुमान लगाने के लिए कोई वास्तविक रीडिंग नहीं थी।</b>',
  noReading: 'तब से कोई वास्तविक रीडिंग नहीं आई।',
  corrected: '{bill} की रीडिंग से सुधरा: अनुमान से {more} का अंतर।',
}
