import { type Paise, paise } from '../../contracts/rules/units.ts'
import type { Markup } from '../markup.ts'
import { t } from '../words/t.ts'
import { money } from './money.ts'

/** What an account owes: ₹842.30; of a credit that it is one: ₹100.00 credit. */
export const balance = (owed: Paise): Markup =>
  owed < 0n ? t('value.credit', { amount: money(paise(0n - owed)) }) : money(owed)
