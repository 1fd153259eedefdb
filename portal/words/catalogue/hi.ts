import { accounts } from './hi/accounts.ts'
import { actors } from './hi/actors.ts'
import { ageing } from './hi/ageing.ts'
import { auditor } from './hi/auditor.ts'
import { blocks } from './hi/blocks.ts'
import { bulk } from './hi/bulk.ts'
import { guard } from './hi/guard.ts'
import { home } from './hi/home.ts'
import { layout } from './hi/layout.ts'
import { list } from './hi/list.ts'
import { outliers } from './hi/outliers.ts'
import { party } from './hi/party.ts'
import { proven } from './hi/proven.ts'

export const hi = {
  accounts,
  actors,
  ageing,
  auditor,
  blocks,
  bulk,
  guard,
  home,
  layout,
  list,
  outliers,
  party,
  proven,
}
