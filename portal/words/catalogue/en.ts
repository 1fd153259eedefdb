import { accounts } from './en/accounts.ts'
import { home } from './en/home.ts'
import { layout } from './en/layout.ts'
import { list } from './en/list.ts'
import { party } from './en/party.ts'

export const en = { accounts, home, layout, list, party }
