import { accounts } from './as/accounts.ts'
import { actors } from './as/actors.ts'
import { ageing } from './as/ageing.ts'
import { auditor } from './as/auditor.ts'
import { blocks } from './as/blocks.ts'
import { bulk } from './as/bulk.ts'
import { guard } from './as/guard.ts'
import { home } from './as/home.ts'
import { layout } from './as/layout.ts'
import { list } from './as/list.ts'
import { outliers } from './as/outliers.ts'
import { party } from './as/party.ts'
import { proven } from './as/proven.ts'

export const as = {
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
