import {
  dayInIndia,
  daysOfMonth,
  formatDay,
  monthOfDay,
  parseDay,
  startOfMonth,
} from '../contracts/rules/day.ts'
import { saysRate, trendChart } from './ledger/charts.ts'
import { fills as usageFills, moneyChart, usageChart } from './account/charts.ts'
import { swatch } from './show/chart/barChart.ts'
import { placeOf } from './list/cursor.ts'
import { formatKWh, formatRegister } from '../contracts/rules/energy.ts'
import { formatRate } from '../contracts/rules/money.ts'
import { languages } from './language/languages.ts'
import { language } from './language/spoken.ts'
import { isTrue } from './derive/derivedRevision.ts'
import { whose } from './record/whose.ts'
import { accountLink, arrearsLink, billLink, billName } from './show/account.ts'
import { actorLink, holderName, recordedBy } from './show/actor.ts'
import { balance } from './show/balance.ts'
import { blockLink } from './show/block.ts'
import { change } from './show/change.ts'
import { categoryName, wholeCategory } from './show/category.ts'
import { count } from './show/count.ts'
import { day } from './show/day.ts'
import { energy, energyChange, register } from './show/energy.ts'
import { shortHash, wholeHash } from './show/hash.ts'
import { billLines } from '../contracts/rules/bill.ts'
import { chargeLines } from '../contracts/rules/charge.ts'
import { formula } from './show/formula.ts'
import { inEnglish } from './show/inEnglish.ts'
import { instant } from './show/instant.ts'
import { keyOwner } from './show/key.ts'
import { languageField } from './show/languageField.ts'
import { load } from './show/load.ts'
import { money } from './show/money.ts'
import { period } from './show/period.ts'
import { qr } from './show/qr.ts'
import { rate } from './show/rate.ts'
import { readingMark } from './show/readingMark.ts'
import { receiptLink } from './show/receipt.ts'
import { sortedHeading } from './show/sortedHeading.ts'
import { strike } from './show/strike.ts'
import { tariffLink } from './show/tariff.ts'
import { entryLink, transactionLink } from './show/transaction.ts'
import { categoryLink, whoseLink } from './show/whose.ts'
import { words } from './show/word.ts'
import {
  homeUrl,
  searchUrl,
  accountsUrl,
  accountUrl,
  billUrl,
  complaintUrl,
  tariffsUrl,
  paymentsUrl,
  actorsUrl,
  actorUrl,
  blocksUrl,
  orphansUrl,
  outliersUrl,
  signersUrl,
  ledgerUrl,
  blockUrl,
  boardUrl,
  bulkFileUrl,
  bulkUrl,
  openApiUrl,
  dueUrl,
  statusUrl,
  privacyUrl,
  pulseUrl,
  demoUrl,
  jsonUrl,
  languageUrl,
  referenceUrl,
  tariffUrl,
  totalsUrl,
  transactionUrl,
  entryUrl,
  evidenceUrl,
  greenButtonUrl,
  trustUrl,
  verifyUrl,
} from './url.ts'
import { actedWords } from './words/acted.ts'
import { ageWords } from './words/age.ts'
import { agreementTag, changesWords, termsWords } from './words/agreement.ts'
import { billStatus, statusTag } from './words/billStatus.ts'
import { bulkWords } from './words/bulkTable.ts'
import { causeWords } from './words/cause.ts'
import { channelId, channelWords } from './words/channel.ts'
import {
  acceptCommand,
  auditCommand,
  disputeCommand,
  reconcileCommand,
  monitorCommand,
  verifyCommand,
} from './words/commands.ts'
import { beforeWords, creditWords } from './words/credit.ts'
import { creditUseWords } from './words/creditUse.ts'
import { cycleWords } from './words/cycle.ts'
import { dearWords } from './words/dear.ts'
import { differenceWords } from './words/difference.ts'
import { disputeWords } from './words/dispute.ts'
import { instalmentWords, sumName, sumState } from './words/dueSum.ts'
import { dutyWords } from './words/duty.ts'
import { estimateWords } from './words/estimate.ts'
import { guideGroupWords } from './words/guideGroup.ts'
import { eventWords, kindWords } from './words/eventWords.ts'
import { findingWords, mainFindings } from './words/finding.ts'
import { indexerWords } from './words/indexerState.ts'
import { amongWords, estimateNote, listWords, share } from './words/list.ts'
import { lastedWords } from './words/lasted.ts'
import { lineWords } from './words/line.ts'
import { listed, listedMarkup } from './words/listed.ts'
import { monthWords } from './words/month.ts'
import { moneyForWords, moneyLineWords } from './words/moneyLine.ts'
import { outlierName, outlierRuleWords, outlierWords } from './words/outlier.ts'
import { nodeReason } from './words/nodeReason.ts'
import { owedSum, owedWords } from './words/owed.ts'
import { ownFormula } from './words/ownFormula.ts'
import { perUnitWords } from './words/perUnit.ts'
import { refundWords } from './words/refund.ts'
import { rateState, rateStateWords } from './words/rateState.ts'
import { reasonWords } from './words/reason.ts'
import { readingWords } from './words/readingKind.ts'
import { partyWords, sealerWords, signersWords } from './words/sealer.ts'
import { roleHolder, roleHolderWords } from './words/role.ts'
import { sentence } from './words/sentence.ts'
import { basisWords, roundingWords, slabWords } from './words/slab.ts'
import { slabLimitWords } from './words/slabLimit.ts'
import { sourceWords } from './words/source.ts'
import { stageName, stageWords } from './words/stage.ts'
import { plain, t, to, toFile } from './words/t.ts'
import { totalLabel, totalName } from './words/totalName.ts'
import { hasOrder, shareWords, whyWords } from './words/whyRate.ts'

/** What templates call by name: small views, words and addresses, each the same on every page. */
export const show = {
  nodeReason,
  guideGroupWords,
  ageWords,
  acceptCommand,
  actedWords,
  actorLink,
  actorsUrl,
  actorUrl,
  accountLink,
  accountsUrl,
  accountUrl,
  agreementTag,
  arrearsLink,
  balance,
  amongWords,
  auditCommand,
  basisWords,
  beforeWords,
  billLines,
  billLink,
  billName,
  billStatus,
  billUrl,
  blockLink,
  blocksUrl,
  blockUrl,
  boardUrl,
  bulkFileUrl,
  bulkUrl,
  openApiUrl,
  bulkWords,
  categoryLink,
  categoryName,
  causeWords,
  change,
  changesWords,
  complaintUrl,
  channelId,
  channelWords,
  chargeLines,
  count,
  creditUseWords,
  creditWords,
  cycleWords,
  day,
  dayInIndia,
  daysOfMonth,
  dearWords,
  demoUrl,
  differenceWords,
  disputeCommand,
  disputeWords,
  dueUrl,
  dutyWords,
  energy,
  energyChange,
  entryLink,
  entryUrl,
  estimateNote,
  estimateWords,
  eventWords,
  findingWords,
  formatDay,
  formatKWh,
  formatRate,
  formatRegister,
  evidenceUrl,
  greenButtonUrl,
  formula,
  hasOrder,
  holderName,
  homeUrl,
  indexerWords,
  inEnglish,
  instalmentWords,
  instant,
  isTrue,
  jsonUrl,
  keyOwner,
  kindWords,
  language,
  languageField,
  languages,
  languageUrl,
  lastedWords,
  ledgerUrl,
  lineWords,
  listed,
  listedMarkup,
  listWords,
  load,
  mainFindings,
  money,
  moneyChart,
  moneyForWords,
  moneyLineWords,
  orphansUrl,
  outlierName,
  outlierRuleWords,
  outliersUrl,
  outlierWords,
  owedSum,
  monitorCommand,
  monthOfDay,
  monthWords,
  owedWords,
  ownFormula,
  parseDay,
  partyWords,
  paymentsUrl,
  period,
  plain,
  placeOf,
  perUnitWords,
  privacyUrl,
  pulseUrl,
  qr,
  rate,
  rateState,
  rateStateWords,
  readingMark,
  readingWords,
  reasonWords,
  receiptLink,
  recordedBy,
  referenceUrl,
  refundWords,
  reconcileCommand,
  register,
  roleHolder,
  roleHolderWords,
  roundingWords,
  signersUrl,
  sealerWords,
  searchUrl,
  saysRate,
  sentence,
  share,
  signersWords,
  shareWords,
  shortHash,
  slabLimitWords,
  slabWords,
  sourceWords,
  stageName,
  startOfMonth,
  stageWords,
  statusTag,
  statusUrl,
  sortedHeading,
  strike,
  sumName,
  swatch,
  sumState,
  t,
  tariffLink,
  tariffsUrl,
  tariffUrl,
  termsWords,
  to,
  toFile,
  totalLabel,
  totalName,
  totalsUrl,
  transactionUrl,
  transactionLink,
  wholeCategory,
  trendChart,
  trustUrl,
  verifyCommand,
  usageChart,
  usageFills,
  verifyUrl,
  wholeHash,
  whose,
  whoseLink,
  whyWords,
  words,
}
