import type { dispute as en } from '../en/dispute.ts'
import type { Translation } from '../translation.ts'

export const dispute: Translation<typeof en> = {
  claim:
    '<b>इस बिल की {amount} राशि विवादित है</b>, दावे के रूप में: इसका भुगतान पहले ही हो चुका था। नियामक ने अभी निर्णय नहीं दिया है।',
  held: '<b>इस बिल की {amount} राशि विवादित है</b>। नियामक के निर्णय तक {held} रोकी गई है: यह न देय है, न अतिदेय होगी। {rest}',
  restPayable: 'बाक़ी {rest} हमेशा की तरह देय है।',
  restPaid: 'बाक़ी का भुगतान हो चुका है।',
}
