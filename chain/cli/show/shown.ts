import { nameOf } from '../accountBook.ts'
import type { History } from '../history.ts'

/** What a `show` command found, for people and for programs. */
export type Shown = { readonly json: Record<string, unknown>; readonly lines: string[] }

/** In words: what was checked of a history before anything of it was shown. */
export const provenBy = ({ account, state, block }: History): string =>
  `Checked at block ${block.number}: the entries of ${nameOf(account)}, ${state.seq} in all, come to the head that the contract keeps (${state.head.slice(0, 18)}…).`
