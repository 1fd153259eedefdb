import type { status as en } from '../en/status.ts'
import type { Translation } from '../translation.ts'

export const status: Translation<typeof en> = {
  credit: 'जमा',
  settled: 'चुकता',
  overdue: 'अतिदेय',
  partPaid: 'आंशिक भुगतान',
  issued: 'जारी',
  disputed: 'विवादित',
  corrected: 'संशोधित',
  paid: 'भुगतान हुआ',
  heldBack: 'रोकी गई',
  toPay: 'देय',
  ofItHeldBack: '{tag} <soft>इसमें से {amount} रोकी गई</soft>',
  asksNothing: 'इसमें कुछ देना नहीं है: यह जमा राशि है, {use}।',
  allHeldBack: '{left} शेष, विवाद के निपटारे तक पूरी राशि रोकी गई है।',
  nothing: 'कुछ देय नहीं।',
  full: 'पूरा भुगतान हो चुका, कुछ शेष नहीं।',
  wasDue: '{left} शेष; देय तिथि {day} थी।',
  firstWasDue: '{left} शेष; इसकी पहली किस्त {day} को देय थी।',
  leftDue: '{left} शेष, देय तिथि {day}।',
  leftNextDue: '{left} शेष, अगली किस्त की देय तिथि {day}।',
  payBy: '{day} तक देय।',
  sumBy: '{sum}, {day} तक देय।',
  sums: '{sums} किस्तों में देय, पहली {day} तक।',
}
