import { account } from './en/account.ts'
import { accounts } from './en/accounts.ts'
import { actors } from './en/actors.ts'
import { ageing } from './en/ageing.ts'
import { auditor } from './en/auditor.ts'
import { bill } from './en/bill.ts'
import { blocks } from './en/blocks.ts'
import { bulk } from './en/bulk.ts'
import { cause } from './en/cause.ts'
import { channel } from './en/channel.ts'
import { day } from './en/day.ts'
import { dispute } from './en/dispute.ts'
import { duty } from './en/duty.ts'
import { estimate } from './en/estimate.ts'
import { guard } from './en/guard.ts'
import { head } from './en/head.ts'
import { home } from './en/home.ts'
import { indexer } from './en/indexer.ts'
import { kind } from './en/kind.ts'
import { layout } from './en/layout.ts'
import { ledgerList } from './en/ledgerList.ts'
import { line } from './en/line.ts'
import { list } from './en/list.ts'
import { money } from './en/money.ts'
import { outliers } from './en/outliers.ts'
import { owed } from './en/owed.ts'
import { party } from './en/party.ts'
import { proven } from './en/proven.ts'
import { rate } from './en/rate.ts'
import { reading } from './en/reading.ts'
import { reason } from './en/reason.ts'
import { sentence } from './en/sentence.ts'
import { stage } from './en/stage.ts'
import { status } from './en/status.ts'
import { sum } from './en/sum.ts'
import { tariffWords } from './en/tariffWords.ts'
import { terms } from './en/terms.ts'
import { total } from './en/total.ts'
import { value } from './en/value.ts'
import { what } from './en/what.ts'

export const en = {
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
