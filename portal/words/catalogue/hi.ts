import { account } from './hi/account.ts'
import { accounts } from './hi/accounts.ts'
import { actors } from './hi/actors.ts'
import { ageing } from './hi/ageing.ts'
import { auditor } from './hi/auditor.ts'
import { bank } from './hi/bank.ts'
import { bill } from './hi/bill.ts'
import { block } from './hi/block.ts'
import { blocks } from './hi/blocks.ts'
import { board } from './hi/board.ts'
import { bulk } from './hi/bulk.ts'
import { cause } from './hi/cause.ts'
import { causes } from './hi/causes.ts'
import { channel } from './hi/channel.ts'
import { chart } from './hi/chart.ts'
import { complaint } from './hi/complaint.ts'
import { day } from './hi/day.ts'
import { demo } from './hi/demo.ts'
import { dispute } from './hi/dispute.ts'
import { download } from './hi/download.ts'
import { due } from './hi/due.ts'
import { duty } from './hi/duty.ts'
import { estimate } from './hi/estimate.ts'
import { evidence } from './hi/evidence.ts'
import { guard } from './hi/guard.ts'
import { head } from './hi/head.ts'
import { home } from './hi/home.ts'
import { indexer } from './hi/indexer.ts'
import { kind } from './hi/kind.ts'
import { layout } from './hi/layout.ts'
import { ledger } from './hi/ledger.ts'
import { ledgerList } from './hi/ledgerList.ts'
import { line } from './hi/line.ts'
import { list } from './hi/list.ts'
import { mistyped } from './hi/mistyped.ts'
import { money } from './hi/money.ts'
import { node } from './hi/node.ts'
import { outliers } from './hi/outliers.ts'
import { owed } from './hi/owed.ts'
import { part } from './hi/part.ts'
import { party } from './hi/party.ts'
import { payments } from './hi/payments.ts'
import { privacy } from './hi/privacy.ts'
import { problem } from './hi/problem.ts'
import { proven } from './hi/proven.ts'
import { rate } from './hi/rate.ts'
import { reading } from './hi/reading.ts'
import { reason } from './hi/reason.ts'
import { receipt } from './hi/receipt.ts'
import { sentence } from './hi/sentence.ts'
import { stage } from './hi/stage.ts'
import { state } from './hi/state.ts'
import { status } from './hi/status.ts'
import { sum } from './hi/sum.ts'
import { tariff } from './hi/tariff.ts'
import { tariffWords } from './hi/tariffWords.ts'
import { terms } from './hi/terms.ts'
import { total } from './hi/total.ts'
import { totals } from './hi/totals.ts'
import { transaction } from './hi/transaction.ts'
import { value } from './hi/value.ts'
import { verify } from './hi/verify.ts'
import { what } from './hi/what.ts'
export const hi = {
  account,
  accounts,
  actors,
  ageing,
  auditor,
  bank,
  bill,
  block,
  blocks,
  board,
  bulk,
  cause,
  causes,
  channel,
  chart,
  complaint,
  day,
  demo,
  dispute,
  download,
  due,
  duty,
  estimate,
  evidence,
  guard,
  head,
  home,
  indexer,
  kind,
  layout,
  ledger,
  ledgerList,
  line,
  list,
  mistyped,
  money,
  node,
  outliers,
  owed,
  part,
  party,
  payments,
  privacy,
  problem,
  proven,
  rate,
  reading,
  reason,
  receipt,
  sentence,
  stage,
  state,
  status,
  sum,
  tariff,
  tariffWords,
  terms,
  total,
  totals,
  transaction,
  value,
  verify,
  what,
}
