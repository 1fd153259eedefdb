import { aboutAnswers } from './answers/about.ts'
import { accountAnswers } from './answers/account.ts'
import { auditAnswers } from './answers/audit.ts'
import { blockAnswers } from './answers/block.ts'
import { moneyAnswers } from './answers/money.ts'
import type { Descriptions } from './described.ts'

/** Every route that answers in JSON, by its path in the app. */
export const answers: Descriptions = {
  ...accountAnswers,
  ...moneyAnswers,
  ...auditAnswers,
  ...blockAnswers,
  ...aboutAnswers,
}

/** Routes that answer in no JSON of their own: files, what pages load, and what open pages ask. */
export const withoutJson = [
  '/accounts/:account/green-button.xml',
  '/export/:block/SHA256SUMS',
  '/export/:block/:table',
  '/pulse',
  '/assets/:name',
]
