import { dayInIndia, parseDay } from '../contracts/rules/day.ts'
import { accountLink, billLink } from './show/account.ts'
import { blockLink } from './show/block.ts'
import { count } from './show/count.ts'
import { day } from './show/day.ts'
import { energy, register } from './show/energy.ts'
import { shortHash, wholeHash } from './show/hash.ts'
import { instant } from './show/instant.ts'
import { load } from './show/load.ts'
import { money } from './show/money.ts'
import { period } from './show/period.ts'
import { rate } from './show/rate.ts'
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
  tariffsUrl,
  paymentsUrl,
  ledgerUrl,
  blockUrl,
  statusUrl,
  privacyUrl,
  pulseUrl,
  demoUrl,
  jsonUrl,
} from './url.ts'
import { billStatus, statusTag } from './words/billStatus.ts'
import { channelWords } from './words/channel.ts'
import { comparison } from './words/comparison.ts'
import { cycleWords } from './words/cycle.ts'
import { differenceValue } from './words/difference.ts'
import { dutyWords } from './words/duty.ts'
import { eventWords, kindWords } from './words/eventWords.ts'
import { indexerWords } from './words/indexerState.ts'
import { listed } from './words/listed.ts'
import { owedWords } from './words/owed.ts'
import { rateState } from './words/rateState.ts'
import { readingWords } from './words/readingKind.ts'
import { partyWords, sealerWords } from './words/sealer.ts'
import { sentence } from './words/sentence.ts'
import { basisWords, slabWords } from './words/slab.ts'
import { shareWords, whyWords } from './words/whyRate.ts'

/** What templates call by name: small views, words and addresses, each the same on every page. */
export const show = {
  accountLink,
  accountsUrl,
  accountUrl,
  basisWords,
  billLink,
  billStatus,
  billUrl,
  blockLink,
  blockUrl,
  categoryLink,
  channelWords,
  comparison,
  count,
  cycleWords,
  day,
  dayInIndia,
  demoUrl,
  differenceValue,
  dutyWords,
  energy,
  entryLink,
  eventWords,
  homeUrl,
  indexerWords,
  instant,
  jsonUrl,
  kindWords,
  ledgerUrl,
  listed,
  load,
  money,
  owedWords,
  parseDay,
  partyWords,
  paymentsUrl,
  period,
  privacyUrl,
  pulseUrl,
  rate,
  rateState,
  readingWords,
  register,
  sealerWords,
  searchUrl,
  sentence,
  shareWords,
  shortHash,
  slabWords,
  statusTag,
  statusUrl,
  tariffLink,
  tariffsUrl,
  transactionLink,
  wholeHash,
  whoseLink,
  whyWords,
  words,
}
