import type { PooledBill } from '../../contracts/rules/pool.ts'
import { paise } from '../../contracts/rules/units.ts'
import type { Markup } from '../markup.ts'
import { money } from '../show/money.ts'
import { t } from './t.ts'

/** An open dispute: what it holds back, and what stays payable. */
export const disputeWords = ({ dispute, heldBack, left }: PooledBill): Markup => {
  const amount = money(dispute?.amount ?? paise(0n))
  if (heldBack === 0n) return t('dispute.claim', { amount })
  const payable = left - heldBack
  const rest =
    payable > 0n ? t('dispute.restPayable', { rest: money(paise(payable)) }) : t('dispute.restPaid')
  return t('dispute.held', { amount, held: money(heldBack), rest })
}
