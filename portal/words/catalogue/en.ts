import { accounts } from './en/accounts.ts'
import { bulk } from './en/bulk.ts'
import { guard } from './en/guard.ts'
import { home } from './en/home.ts'
import { layout } from './en/layout.ts'
import { list } from './en/list.ts'
import { party } from './en/party.ts'

export const en = { accounts, bulk, guard, home, layout, list, party }
