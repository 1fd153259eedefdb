import type { GuideGroup } from '../../../contracts/rules/guide.ts'
import type { Town } from './town.ts'
import type { TownAccount } from './townAccount.ts'

/** What a life shows; `needsTime` where only a chain that lived through the town's months can show it. */
export interface Told {
  readonly sentence: string
  readonly bill?: number
  readonly needsTime?: boolean
}

/** A life with something to look at. */
export interface Recipe {
  readonly key: string
  readonly group: GuideGroup
  readonly title: string
  /** Plans the account's acts; null where the town is too short for it, having planned an ordinary life. */
  readonly play: (account: TownAccount, town: Town) => Told | null
}
