import type { total as en } from '../en/total.ts'
import type { Translation } from '../translation.ts'

export const total: Translation<typeof en> = {
  opening: 'आरंभिक शेष',
  billed: 'बिल की राशि, संशोधन सहित',
  adjusted: 'समायोजित',
  paid: 'भुगतान, वापस ली गई राशि घटाकर',
  closing: 'सभी खातों पर कुल देय',
}
