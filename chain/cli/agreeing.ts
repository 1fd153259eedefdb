import { type Terms, termsHash } from '../../contracts/rules/terms.ts'
import { nameOf } from './accountBook.ts'
import { billing } from './contract.ts'
import type { Deed } from './runAct.ts'
import type { Session } from './session.ts'
import { proposedTerms, termsInWords } from './terms.ts'

/** Both parties' acts of an agreement. */

export function proposal(account: string, terms: Terms): Deed {
  return {
    key: 'operations',
    words: `agreement propose ${account} ${termsHash(terms)}`,
    plan: async () => ({
      summary: `Propose terms for ${nameOf(account)}: ${termsInWords(terms).join(', ')}`,
      data: billing.encodeFunctionData('proposeTerms', [account, terms]),
    }),
    tell: () => [
      `Terms are proposed for ${nameOf(account)}; they hold once the consumer accepts them.`,
    ],
  }
}

export function acceptance({ ledger }: Pick<Session, 'ledger'>, account: string): Deed {
  return {
    key: 'consumer',
    words: `agreement accept ${account}`,
    plan: async () => {
      const terms = await proposedTerms(ledger, account)
      return {
        summary: `Accept the terms for ${nameOf(account)}: ${termsInWords(terms).join(', ')}`,
        data: billing.encodeFunctionData('acceptTerms', [account, terms]),
      }
    },
    tell: () => [`The terms for ${nameOf(account)} are agreed.`],
  }
}
