import { type Paise, paise } from '../../contracts/rules/units.ts'
import type { Stage } from '../bill/story.ts'
import { type Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import { isRefund } from '../record/refunds.ts'
import { change } from '../show/change.ts'
import { keyOwner } from '../show/key.ts'
import { money } from '../show/money.ts'
import { reasonWords } from './reason.ts'
import { plain, t } from './t.ts'

/** What a stage in a bill's life is called. */
export const stageName = (stage: Stage): string => {
  switch (stage.kind) {
    case 'issued':
      return plain('stage.issued')
    case 'disputed':
      return plain('stage.disputed')
    case 'resolved':
      if (stage.entry === null) return plain('stage.decided')
      return plain(stage.entry.fields.outcome === 0 ? 'stage.upheld' : 'stage.granted')
    case 'revised':
      return plain('stage.corrected')
    case 'adjusted':
      if (stage.entry.fields.amount < 0n) return plain('stage.credited')
      return plain(isRefund(stage.entry) ? 'stage.paidBack' : 'stage.addedTo')
    case 'taken back':
      return plain('stage.takenBack')
    case 'settled':
    default:
      return plain('stage.settled')
  }
}

/** What happened in it, in a few words. */
export const stageWords = (stage: Stage, keys: Keys): Markup => {
  switch (stage.kind) {
    case 'issued':
      return money(stage.entry.fields.amount)
    case 'disputed':
      return t('stage.disputedBy', {
        amount: money(stage.entry.fields.amount),
        who: keyOwner(stage.entry.at.sender, keys),
      })
    case 'resolved':
      if (stage.entry === null) return t('stage.undecided')
      return t(stage.entry.fields.outcome === 0 ? 'stage.stands' : 'stage.toCorrect', {
        who: keyOwner(stage.entry.at.sender, keys, 'REGULATOR'),
      })
    case 'revised':
      return t('stage.changedBy', {
        change: change(stage.entry.fields.difference),
        who: keyOwner(stage.entry.at.sender, keys, 'OPERATIONS'),
      })
    case 'adjusted':
    case 'taken back':
      return t('stage.because', {
        amount: money(absolute(stage.entry.fields.amount)),
        reason: reasonWords(stage.entry.fields.reason),
      })
    case 'settled':
    default:
      return stage.day === null ? t('stage.notYet') : t('stage.nothingLeft')
  }
}

const absolute = (amount: Paise): Paise => paise(amount < 0n ? 0n - amount : amount)
