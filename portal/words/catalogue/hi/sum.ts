import type { sum as en } from '../en/sum.ts'
import type { Translation } from '../translation.ts'

export const sum: Translation<typeof en> = {
  paidBack: 'अधिक लौटाई गई राशि',
  added: 'बाद में जोड़ी गई',
  bill: 'बिल',
  instalment: 'किस्त {number}, कुल {of}',
}
