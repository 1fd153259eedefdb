import type { Hex } from '../../../contracts/events/hex.ts'
import type { Situation } from '../../../contracts/rules/guide.ts'
import { accountOfCategory, LEDGER } from '../../../contracts/rules/accountCode.ts'
import { formatDay } from '../../../contracts/rules/day.ts'
import { rateCall } from '../../../contracts/rules/rateCall.ts'
import { type DayNumber, dayNumber, type Paise } from '../../../contracts/rules/units.ts'
import { type Act, EVERYTHING } from './act.ts'
import { townKeys } from './keys.ts'
import { ordinaryLife } from './recipes/ordinary.ts'
import { recipes } from './recipes.ts'
import type { Town } from './town.ts'
import { TownAccount } from './townAccount.ts'
import { townTariffs } from './townTariffs.ts'

/** All that a town follows from. */
export interface TownRequest {
  readonly seed: number
  readonly accounts: number
  readonly begin: DayNumber
  /** Its last day: the day on which it is looked at. */
  readonly end: DayNumber
  /** The first tariff id that is free. */
  readonly firstTariff: number
  readonly adjustmentLimit: Paise
  /** Address of the home's own consumer; lower case. */
  readonly consumer?: Hex
}

/** A town before it is recorded. */
export interface Plan {
  readonly begin: DayNumber
  readonly end: DayNumber
  /** In the order in which they happen. */
  readonly acts: readonly Act[]
  readonly accounts: readonly TownAccount[]
  /** `needsTime`: only a chain that lived through the town's months can show it. */
  readonly situations: readonly { readonly shows: Situation; readonly needsTime: boolean }[]
  /** Texts by the hashes that the ledger has of them. */
  readonly documents: ReadonlyMap<Hex, string>
}

/** Plans the town: the same request makes the same plan, act by act. */
export const planTown = (request: TownRequest): Plan => {
  const { seed, begin, end, firstTariff, adjustmentLimit, consumer } = request
  // Five months before the end of fourteen, a week into a month, so that every round's bill is cut.
  const change = dayNumber(begin + Math.floor(((end - begin) * 9) / 14) + 3)
  const documents = new Map<Hex, string>()
  const tariffs = townTariffs(change, firstTariff)
  const keys = townKeys(seed, consumer)
  const town: Town = { seed, begin, end, change, tariffs, adjustmentLimit, keys, documents }
  const situations: { shows: Situation; needsTime: boolean }[] = []
  const accounts = Array.from({ length: request.accounts }, (_, i) => {
    const account = new TownAccount(town, i + 1)
    const recipe = recipes[i]
    if (recipe === undefined) ordinaryLife(account, town)
    else {
      const { key, group, title } = recipe
      const told = recipe.play(account, town)
      if (told !== null) {
        const { sentence, bill = null, needsTime = false } = told
        const shows = { key, group, title, sentence, code: account.code, bill }
        situations.push({ shows, needsTime })
      }
    }
    return account
  })
  const rates = tariffs.map((tariff, i): Act => ({
    day: begin,
    by: 'tariff',
    account: accountOfCategory(tariff.category),
    seq: i < tariffs.length / 2 ? 1 : 2,
    touches: [EVERYTHING],
    deed: { kind: 'call', name: 'setRate', args: [rateCall(tariff)] },
    gas: 700_000,
  }))
  const acts = [
    ...rates,
    ...[...accounts.flatMap(({ acts }) => acts), ...closings(begin, end)].sort(
      (a, b) => a.day - b.day,
    ),
  ]
  return { begin, end, acts, accounts, situations, documents }
}

/**
 * On the first day of each month the month before is closed, and native payments go to the treasury; once more at the end,
 * for a chain that has all of it at once.
 */
const closings = (begin: DayNumber, end: DayNumber): Act[] => {
  const acts: Act[] = []
  for (let day = begin + 1; day <= end; day++) {
    if (!formatDay(dayNumber(day)).endsWith('-01') && day < end) continue
    for (const name of ['closeMonth', 'sweep']) {
      acts.push({
        day: dayNumber(day),
        by: 'board',
        account: LEDGER,
        seq: 0,
        touches: [EVERYTHING],
        deed: { kind: 'attempt', name, args: [] },
        gas: 250_000,
      })
    }
  }
  return acts
}
