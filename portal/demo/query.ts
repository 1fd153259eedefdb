import {
  type Guide,
  guideGroups,
  type GuideGroup,
  type Situation,
} from '../../contracts/rules/guide.ts'
import type { Ledger } from '../readOnly.ts'

/** A situation, and whether the ledger shows it yet. */
export interface ShownSituation extends Situation {
  readonly isRecorded: boolean
}

export interface Demo {
  readonly guide: Guide
  readonly groups: readonly {
    readonly name: GuideGroup
    readonly situations: readonly ShownSituation[]
  }[]
  /** How many of the situations the ledger shows. */
  readonly recorded: number
}

/** The guide, held to what the ledger has so far: the town fills in while it is looked at. */
export const readDemo = async (db: Ledger, guide: Guide): Promise<Demo> => {
  const codes = guide.situations.map(({ code }) => code)
  const rows =
    codes.length === 0
      ? []
      : await db
          .selectFrom('account')
          .leftJoin('bill', 'bill.account', 'account.account')
          .select(({ fn }) => ['account.code', fn.max('bill.number').as('bills')])
          .where('account.code', 'in', codes)
          .groupBy('account.code')
          .execute()
  const bills = new Map(rows.map(({ code, bills }) => [code, bills ?? 0]))
  const shown = guide.situations.map((situation) => {
    const has = bills.get(situation.code)
    return { ...situation, isRecorded: has !== undefined && has >= (situation.bill ?? 0) }
  })
  return {
    guide,
    groups: guideGroups
      .map((name) => ({ name, situations: shown.filter(({ group }) => group === name) }))
      .filter(({ situations }) => situations.length > 0),
    recorded: shown.filter(({ isRecorded }) => isRecorded).length,
  }
}
