import { account } from './as/account.ts'
import { accounts } from './as/accounts.ts'
import { actors } from './as/actors.ts'
import { ageing } from './as/ageing.ts'
import { auditor } from './as/auditor.ts'
import { bank } from './as/bank.ts'
import { bill } from './as/bill.ts'
import { block } from './as/block.ts'
import { blocks } from './as/blocks.ts'
import { board } from './as/board.ts'
import { bulk } from './as/bulk.ts'
import { cause } from './as/cause.ts'
import { causes } from './as/causes.ts'
import { channel } from './as/channel.ts'
import { chart } from './as/chart.ts'
import { complaint } from './as/complaint.ts'
import { day } from './as/day.ts'
import { demo } from './as/demo.ts'
import { dispute } from './as/dispute.ts'
import { download } from './as/download.ts'
import { due } from './as/due.ts'
import { duty } from './as/duty.ts'
import { estimate } from './as/estimate.ts'
import { evidence } from './as/evidence.ts'
import { guard } from './as/guard.ts'
import { head } from './as/head.ts'
import { home } from './as/home.ts'
import { indexer } from './as/indexer.ts'
import { kind } from './as/kind.ts'
import { layout } from './as/layout.ts'
import { ledger } from './as/ledger.ts'
import { ledgerList } from './as/ledgerList.ts'
import { line } from './as/line.ts'
import { list } from './as/list.ts'
import { mistyped } from './as/mistyped.ts'
import { money } from './as/money.ts'
import { node } from './as/node.ts'
import { outliers } from './as/outliers.ts'
import { owed } from './as/owed.ts'
import { part } from './as/part.ts'
import { party } from './as/party.ts'
import { payments } from './as/payments.ts'
import { privacy } from './as/privacy.ts'
import { problem } from './as/problem.ts'
import { proven } from './as/proven.ts'
import { rate } from './as/rate.ts'
import { reading } from './as/reading.ts'
import { reason } from './as/reason.ts'
import { receipt } from './as/receipt.ts'
import { sentence } from './as/sentence.ts'
import { stage } from './as/stage.ts'
import { state } from './as/state.ts'
import { status } from './as/status.ts'
import { sum } from './as/sum.ts'
import { tariff } from './as/tariff.ts'
import { tariffWords } from './as/tariffWords.ts'
import { terms } from './as/terms.ts'
import { total } from './as/total.ts'
import { totals } from './as/totals.ts'
import { transaction } from './as/transaction.ts'
import { value } from './as/value.ts'
import { verify } from './as/verify.ts'
import { what } from './as/what.ts'
export const as = {
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
