import { accounts } from './hi/accounts.ts'
import { bulk } from './hi/bulk.ts'
import { guard } from './hi/guard.ts'
import { home } from './hi/home.ts'
import { layout } from './hi/layout.ts'
import { list } from './hi/list.ts'
import { party } from './hi/party.ts'

export const hi = { accounts, bulk, guard, home, layout, list, party }
