import { account } from './en/account.ts'
import { accounts } from './en/accounts.ts'
import { actors } from './en/actors.ts'
import { ageing } from './en/ageing.ts'
import { auditor } from './en/auditor.ts'
import { bank } from './en/bank.ts'
import { bill } from './en/bill.ts'
import { block } from './en/block.ts'
import { blocks } from './en/blocks.ts'
import { board } from './en/board.ts'
import { bulk } from './en/bulk.ts'
import { cause } from './en/cause.ts'
import { causes } from './en/causes.ts'
import { channel } from './en/channel.ts'
import { chart } from './en/chart.ts'
import { complaint } from './en/complaint.ts'
import { day } from './en/day.ts'
import { demo } from './en/demo.ts'
import { dispute } from './en/dispute.ts'
import { download } from './en/download.ts'
import { due } from './en/due.ts'
import { duty } from './en/duty.ts'
import { estimate } from './en/estimate.ts'
import { evidence } from './en/evidence.ts'
import { guard } from './en/guard.ts'
import { head } from './en/head.ts'
import { home } from './en/home.ts'
import { indexer } from './en/indexer.ts'
import { kind } from './en/kind.ts'
import { layout } from './en/layout.ts'
import { ledger } from './en/ledger.ts'
import { ledgerList } from './en/ledgerList.ts'
import { line } from './en/line.ts'
import { list } from './en/list.ts'
import { mistyped } from './en/mistyped.ts'
import { money } from './en/money.ts'
import { node } from './en/node.ts'
import { outliers } from './en/outliers.ts'
import { owed } from './en/owed.ts'
import { part } from './en/part.ts'
import { party } from './en/party.ts'
import { payments } from './en/payments.ts'
import { privacy } from './en/privacy.ts'
import { problem } from './en/problem.ts'
import { proven } from './en/proven.ts'
import { rate } from './en/rate.ts'
import { reading } from './en/reading.ts'
import { reason } from './en/reason.ts'
import { receipt } from './en/receipt.ts'
import { sentence } from './en/sentence.ts'
import { stage } from './en/stage.ts'
import { state } from './en/state.ts'
import { status } from './en/status.ts'
import { sum } from './en/sum.ts'
import { tariff } from './en/tariff.ts'
import { tariffWords } from './en/tariffWords.ts'
import { terms } from './en/terms.ts'
import { total } from './en/total.ts'
import { totals } from './en/totals.ts'
import { transaction } from './en/transaction.ts'
import { value } from './en/value.ts'
import { verify } from './en/verify.ts'
import { what } from './en/what.ts'
export const en = {
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
