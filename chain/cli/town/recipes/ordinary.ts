import type { Channel } from '../../receiptReference.ts'
import { enrol, later, live, roundDay } from '../life.ts'
import type { Recipe } from '../situation.ts'
import type { Town } from '../town.ts'
import type { TownAccount } from '../townAccount.ts'
import { categories } from '../townTariffs.ts'

/** A household, shop or workshop like most, drawn from the seed: how big it is, how it pays, whether it pays. */
export const ordinaryLife = (account: TownAccount, town: Town): void => {
  const { draw } = account
  const kind = draw.pick([
    ...(['domesticA', 'domesticA', 'domesticA', 'domesticA', 'jeevanDhara'] as const),
    ...(['domesticB', 'commercial', 'ruralIndustry'] as const),
  ])
  const size = {
    domesticA: { load: 2_000n, perDay: 5_400n },
    jeevanDhara: { load: 500n, perDay: 1_300n },
    domesticB: { load: 7_000n, perDay: 16_000n },
    commercial: { load: 4_000n, perDay: 13_000n },
    ruralIndustry: { load: 12_000n, perDay: 52_000n },
  }[kind]
  enrol(account, town, {
    category: categories[kind],
    firstDay: roundDay(town, draw.pick([0, 1, 2, 3])),
    load: size.load,
    perDay: (size.perDay * BigInt(draw.between(70, 140))) / 100n,
  })
  const channel: Channel = draw.pick(['upi', 'upi', 'upi', 'bank', 'cash', 'card'])
  const habit = draw.between(1, 100)
  // Of a hundred, 70 pay in a week, 20 some days late, 7 every second bill, 3 stop in the middle.
  const stopsOn = later(town.begin, draw.between(90, 300))
  live(account, town, {}, (end, n) => {
    if (habit > 97 && end > stopsOn) return
    if (habit > 90 && habit <= 97 && n % 2 === 1) return
    account.settle(later(end, habit > 70 && habit <= 90 ? 21 : 7), channel)
  })
}

export const ordinary: Recipe = {
  key: 'ordinary',
  group: 'Payments',
  title: 'A household that pays every bill in time',
  play: (account, town) => {
    const { domesticA: category } = categories
    enrol(account, town, { category, load: 3_000n, perDay: 6_200n, firstDay: roundDay(town, 1) })
    live(account, town)
    return {
      sentence:
        'Domestic A, read every month by its meter and paid by UPI a week later: the plainest account of the town. Open any bill to see how it comes about line by line.',
      bill: 1,
    }
  },
}
