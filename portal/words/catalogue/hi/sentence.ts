import type { sentence as en } from '../en/sentence.ts'
import type { Translation } from '../translation.ts'

export const sentence: Translation<typeof en> = {
  rateSet: '{category} के लिए {tariff} निर्धारित, {day} से लागू',
  rateWithdrawn: '{category} का {tariff} वापस लिया गया; यह {day} से शुरू होना था',
  proposed:
    '{own, select, yes {शर्तें प्रस्तावित} other {{whose} को शर्तें प्रस्तावित}}: {load}, {cycle}, {day} से',
  accepted:
    '{own, select, yes {शर्तें स्वीकृत} other {{whose} के लिए शर्तें स्वीकृत}}: {load}, {cycle}, {day} से',
  meter:
    '{own, select, yes {} other {{whose} के लिए }}मीटर {meter} {day} को लगाया गया, रजिस्टर {register} पर',
  meterInPlace:
    '{own, select, yes {} other {{whose} के लिए }}मीटर {meter} {day} को लगाया गया, रजिस्टर {register} पर; पुराना मीटर {closing} पर पढ़ा गया; {carried} अगले बिल में जाएँगे',
  estimate: '{own, select, yes {} other {{whose} के लिए }}{day} तक {energy} का अनुमान: {bill}',
  final:
    '{own, select, yes {} other {{whose} के लिए }}{day} को {energy} की अंतिम रीडिंग, साक्ष्य सहित; इससे खाता बंद होता है: {bill}',
  reading: '{own, select, yes {} other {{whose} के लिए }}{day} को {energy} की रीडिंग, {kind}: {bill}',
  charge:
    '{own, select, yes {} other {{whose} पर }}{charge} प्रभार{anew, select, yes { फिर से} other {}}: {days, plural, =0 {उसी दिन} one {# दिन} other {# दिनों}} में {energy} के लिए {tariff} से, {bill} में',
  billed: '{own, select, yes {} other {{whose} को }}{period} के लिए {amount} का बिल: {bill}',
  credited: '{own, select, yes {} other {{whose} को }}{period} के लिए {amount} जमा: {bill}',
  paid: '{own, select, yes {} other {{whose} द्वारा }}{amount} का भुगतान, {channel}; इसके बाद शेष {balance}',
  reversed:
    '{own, select, yes {} other {{whose} द्वारा }}{amount} का भुगतान, {channel}, वापस लिया गया: {reason}; इसके बाद शेष {balance}',
  revised:
    '{own, select, yes {} other {{whose} का }}{bill} संशोधित, {reason}: अब {energy}, {change}',
  disputed:
    'उपभोक्ता ने {own, select, yes {} other {{whose} के }}{bill} की {amount} राशि पर विवाद उठाया',
  resolved:
    '{own, select, yes {} other {{whose} के }}{bill} के विवाद पर नियामक का निर्णय: {outcome, select, stands {बिल यथावत रहेगा} other {शिकायत मान्य, बिल संशोधित किया जाए}}',
  adjustedDown:
    '{own, select, yes {} other {{whose} को }}{amount} जमा, {reason}{named, select, yes {, {bill} के लिए} other {}}',
  adjustedUp:
    '{own, select, yes {} other {{whose} पर }}{amount} जोड़ी गई, {reason}{named, select, yes {, {bill} के लिए} other {}}',
  closed: '{month} बंद: बिल {billed}, समायोजन {adjusted}, भुगतान {paid}; सभी खातों पर कुल देय {closing}',
  role: 'कुंजी {key} {granted, select, yes {अब इस भूमिका में काम कर सकती है} other {अब इस भूमिका में काम नहीं कर सकती}}: {role}',
  swept: 'चेन पर हुए भुगतानों में से {amount} बोर्ड के कोष में भेजे गए',
}
