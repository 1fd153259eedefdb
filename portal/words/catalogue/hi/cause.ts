import type { cause as en } from '../en/cause.ts'
import type { Translation } from '../translation.ts'

export const cause: Translation<typeof en> = {
  units: '{direction, select, less {{energy} कम खपत} other {{energy} अधिक खपत}}',
  sameDays: 'उतने ही दिन, पर महीने के दूसरे हिस्से के रूप में गिने गए',
  days: '{days, plural, one {# दिन} other {# दिन}} {direction, select, less {कम} other {अधिक}}',
  rate: 'दूसरी दरें या शर्तें',
  estimates: 'अनुमानित बिलों में पहले ही लगाई गई राशि',
  rounding: 'पूर्णांकन',
  correction: 'संशोधन',
  adjustment: 'बाद में जोड़ी गई राशियाँ',
}
