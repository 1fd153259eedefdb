import { account } from './hi/account.ts'
import { accounts } from './hi/accounts.ts'
import { actors } from './hi/actors.ts'
import { ageing } from './hi/ageing.ts'
import { auditor } from './hi/auditor.ts'
import { bill } from './hi/bill.ts'
import { blocks } from './hi/blocks.ts'
import { bulk } from './hi/bulk.ts'
import { cause } from './hi/cause.ts'
import { channel } from './hi/channel.ts'
import { day } from './hi/day.ts'
import { dispute } from './hi/dispute.ts'
import { duty } from './hi/duty.ts'
import { estimate } from './hi/estimate.ts'
import { guard } from './hi/guard.ts'
import { head } from './hi/head.ts'
import { home } from './hi/home.ts'
import { indexer } from './hi/indexer.ts'
import { kind } from './hi/kind.ts'
import { layout } from './hi/layout.ts'
import { ledgerList } from './hi/ledgerList.ts'
import { line } from './hi/line.ts'
import { list } from './hi/list.ts'
import { money } from './hi/money.ts'
import { outliers } from './hi/outliers.ts'
import { owed } from './hi/owed.ts'
import { party } from './hi/party.ts'
import { proven } from './hi/proven.ts'
import { rate } from './hi/rate.ts'
import { reading } from './hi/reading.ts'
import { reason } from './hi/reason.ts'
import { sentence } from './hi/sentence.ts'
import { stage } from './hi/stage.ts'
import { status } from './hi/status.ts'
import { sum } from './hi/sum.ts'
import { tariffWords } from './hi/tariffWords.ts'
import { terms } from './hi/terms.ts'
import { total } from './hi/total.ts'
import { value } from './hi/value.ts'
import { what } from './hi/what.ts'

export const hi = {
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
