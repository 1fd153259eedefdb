import { accounts } from './as/accounts.ts'
import { bulk } from './as/bulk.ts'
import { guard } from './as/guard.ts'
import { home } from './as/home.ts'
import { layout } from './as/layout.ts'
import { list } from './as/list.ts'
import { party } from './as/party.ts'

export const as = { accounts, bulk, guard, home, layout, list, party }
