import { accounts } from './en/accounts.ts'
import { actors } from './en/actors.ts'
import { ageing } from './en/ageing.ts'
import { auditor } from './en/auditor.ts'
import { blocks } from './en/blocks.ts'
import { bulk } from './en/bulk.ts'
import { guard } from './en/guard.ts'
import { home } from './en/home.ts'
import { layout } from './en/layout.ts'
import { list } from './en/list.ts'
import { outliers } from './en/outliers.ts'
import { party } from './en/party.ts'
import { proven } from './en/proven.ts'

export const en = {
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
