import type { chart as en } from '../en/chart.ts'
import type { Translation } from '../translation.ts'

export const chart: Translation<typeof en> = {
  heading: 'महीने दर महीने',
  usage: 'हर महीने की खपत',
  usageDescribed:
    '{months, plural, one {# महीने} other {# महीनों}} की पट्टियाँ: महीने में {least} से {most} तक, सबसे अधिक {month} में। {estimated, plural, =0 {कोई भी अनुमान नहीं है।} one {एक अनुमान है।} other {# अनुमान हैं।}}',
  basis:
    '{basis, select, read {मीटर पढ़ा गया} shared {कई महीनों की एक रीडिंग, दिनों के हिसाब से बाँटी गई} other {अनुमान: मीटर किसी ने नहीं पढ़ा}}',
  money: 'हर महीने के बिल और भुगतान',
  moneyDescribed:
    '{months, plural, one {# महीने} other {# महीनों}} में हर एक की दो पट्टियाँ: कुल {asked} माँगे गए, {paid} चुकाए गए।',
  inNumbers: 'यही संख्याओं में',
  month: 'महीना',
  used: 'खपत',
  known: 'कैसे पता चला',
  days: '{days, plural, one {# दिन} other {# दिन}}',
  asked: 'माँगा गया',
  paid: 'चुकाया गया',
  owed: 'महीने के अंत में बाकी',
  usageNote:
    'कई महीनों तक फैली रीडिंग दिनों के हिसाब से बाँटी जाती है, वैसे ही जैसे टैरिफ़ बदलने पर बिल की इकाइयाँ। असली रीडिंग अपने से पहले के अनुमानों की जगह ले लेती है।',
  sessionsNote: 'चार्जिंग सत्र उस महीने में गिना जाता है जिसमें मीटर पढ़ा गया।',
  moneyNote:
    'उन दिनों के अनुसार जब ये दर्ज हुए। माँगी गई राशि में बिल, सुधार और समायोजन हैं; चुकाई गई राशि में वापस लिए गए भुगतान नहीं हैं।',
}
