import { energyChange } from '../show/energy.ts'
import { billLink } from '../show/account.ts'
import { html, type Markup } from '../markup.ts'
import type { EstimateNote } from '../ledger/estimates.ts'
import type { List } from '../ledger/lists.ts'
import { energy } from '../show/energy.ts'
import { kindWords } from './eventWords.ts'
import { plain, t } from './t.ts'

const named = {
  revision: 'ledgerList.revision',
  adjustment: 'ledgerList.adjustment',
  dispute: 'ledgerList.dispute',
  payment_reversal: 'ledgerList.payment_reversal',
  manual: 'ledgerList.manual',
  estimated: 'ledgerList.estimated',
  final: 'ledgerList.final',
  'estimated-again': 'ledgerList.estimatedAgain',
  'estimated-again-corrected': 'ledgerList.estimatedAgainCorrected',
} as const

/** What a list of the ledger is called. */
export const listWords = ({ id, kind }: List): string =>
  isNamed(id) ? plain(named[id]) : kindWords(kind)

const isNamed = (id: string): id is keyof typeof named => Object.hasOwn(named, id)

const among = {
  reading: 'ledgerList.readings',
  bill: 'ledgerList.bills',
  payment: 'ledgerList.payments',
} as const

/** What the entries are counted among, in the plural. */
export const amongWords = (kind: keyof typeof among): string => plain(among[kind])

/** A rate in per cent with one decimal, by whole numbers: 12 of 240 is "5.0%". */
export const share = (part: number, whole: number): string => perCent(tenthsOf(part, whole))

/** The same in whole tenths of a per cent. */
export const tenthsOf = (part: number, whole: number): bigint =>
  (BigInt(part) * 2_000n + BigInt(whole)) / (2n * BigInt(whole))

/** Tenths of a per cent as they are read: 50 is "5.0%". */
export const perCent = (tenths: bigint): string => `${tenths / 10n}.${tenths % 10n}%`

/** What followed or went before an estimate, and whether it departs from the rule. */
export const estimateNote = ({ check, follows, correctedBy }: EstimateNote, code: string): Markup =>
  html`${follows === null ? '' : html`${t('estimate.followed', { bill: billLink(code, follows) })} `}${
    check?.state === 'departs'
      ? html`${t('estimate.noteDeparts', { expected: energy(check.expected) })} `
      : check?.state === 'groundless'
        ? html`${t('estimate.noteGroundless')} `
        : ''
  }${
    correctedBy === null
      ? t('estimate.noReading')
      : t('estimate.corrected', {
          bill: billLink(code, correctedBy.bill),
          more: energyChange(correctedBy.more),
        })
  }`
