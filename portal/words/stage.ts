import { reasonWords } from '../../contracts/rules/reason.ts'
import { type Paise, paise } from '../../contracts/rules/units.ts'
import type { Stage } from '../bill/story.ts'
import { html, type Markup } from '../markup.ts'
import type { Keys } from '../record/keys.ts'
import { isRefund } from '../record/refunds.ts'
import { change } from '../show/change.ts'
import { keyOwner } from '../show/key.ts'
import { money } from '../show/money.ts'

/** What a stage in a bill's life is called. */
export const stageName = (stage: Stage): string => {
  switch (stage.kind) {
    case 'issued':
      return 'Issued'
    case 'disputed':
      return 'Disputed'
    case 'resolved':
      if (stage.entry === null) return 'Decided'
      return stage.entry.fields.outcome === 0 ? 'Upheld' : 'Granted'
    case 'revised':
      return 'Corrected'
    case 'adjusted':
      if (stage.entry.fields.amount < 0n) return 'Credited'
      return isRefund(stage.entry) ? 'Paid back' : 'Added to'
    case 'taken back':
      return 'Payment taken back'
    case 'settled':
    default:
      return 'Settled'
  }
}

/** What happened in it, in a few words. */
export const stageWords = (stage: Stage, keys: Keys): Markup => {
  switch (stage.kind) {
    case 'issued':
      return html`${money(stage.entry.fields.amount)}`
    case 'disputed':
      return html`${money(stage.entry.fields.amount)} of it, by
      ${keyOwner(stage.entry.at.sender, keys)}`
    case 'resolved':
      if (stage.entry === null) return html`the regulator has not decided yet`
      return stage.entry.fields.outcome === 0
        ? html`${keyOwner(stage.entry.at.sender, keys, 'REGULATOR')}: the bill stands`
        : html`${keyOwner(stage.entry.at.sender, keys, 'REGULATOR')}: to be corrected`
    case 'revised':
      return html`${change(stage.entry.fields.difference)}, by
      ${keyOwner(stage.entry.at.sender, keys, 'OPERATIONS')}`
    case 'adjusted':
      return html`${money(absolute(stage.entry.fields.amount))},
      ${reasonWords(stage.entry.fields.reason)}`
    case 'taken back':
      return html`${money(stage.entry.fields.amount)}, ${reasonWords(stage.entry.fields.reason)}`
    case 'settled':
    default:
      return stage.day === null ? html`not yet` : html`nothing left to pay`
  }
}

const absolute = (amount: Paise): Paise => paise(amount < 0n ? 0n - amount : amount)
