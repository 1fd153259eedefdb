import { account } from './as/account.ts'
import { accounts } from './as/accounts.ts'
import { actors } from './as/actors.ts'
import { ageing } from './as/ageing.ts'
import { auditor } from './as/auditor.ts'
import { bill } from './as/bill.ts'
import { blocks } from './as/blocks.ts'
import { bulk } from './as/bulk.ts'
import { cause } from './as/cause.ts'
import { channel } from './as/channel.ts'
import { day } from './as/day.ts'
import { dispute } from './as/dispute.ts'
import { duty } from './as/duty.ts'
import { estimate } from './as/estimate.ts'
import { guard } from './as/guard.ts'
import { head } from './as/head.ts'
import { home } from './as/home.ts'
import { indexer } from './as/indexer.ts'
import { kind } from './as/kind.ts'
import { layout } from './as/layout.ts'
import { ledgerList } from './as/ledgerList.ts'
import { line } from './as/line.ts'
import { list } from './as/list.ts'
import { money } from './as/money.ts'
import { outliers } from './as/outliers.ts'
import { owed } from './as/owed.ts'
import { party } from './as/party.ts'
import { proven } from './as/proven.ts'
import { rate } from './as/rate.ts'
import { reading } from './as/reading.ts'
import { reason } from './as/reason.ts'
import { sentence } from './as/sentence.ts'
import { stage } from './as/stage.ts'
import { status } from './as/status.ts'
import { sum } from './as/sum.ts'
import { tariffWords } from './as/tariffWords.ts'
import { terms } from './as/terms.ts'
import { total } from './as/total.ts'
import { value } from './as/value.ts'
import { what } from './as/what.ts'

export const as = {
  account,
  accounts,
  actors,
  ageing,
  auditor,
  bill,
  blocks,
  bulk,
  cause,
  channel,
  day,
  dispute,
  duty,
  estimate,
  guard,
  head,
  home,
  indexer,
  kind,
  layout,
  ledgerList,
  line,
  list,
  money,
  outliers,
  owed,
  party,
  proven,
  rate,
  reading,
  reason,
  sentence,
  stage,
  status,
  sum,
  tariffWords,
  terms,
  total,
  value,
  what,
}
