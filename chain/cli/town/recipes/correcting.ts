import { formatRegister } from '../../../../contracts/rules/energy.ts'
import { formatRupees } from '../../../../contracts/rules/money.ts'
import { paise, wh } from '../../../../contracts/rules/units.ts'
import { endsOf, enrol, later, live, roundDay } from '../life.ts'
import type { Recipe } from '../situation.ts'
import { categories } from '../townTariffs.ts'

const group = 'Corrections and disputes'
const { domesticA, domesticB, ruralIndustry, commercial } = categories
const FORM = 'Reading slip with the register as the reader wrote it.'

export const outlier: Recipe = {
  key: 'outlier-revised',
  group,
  title: 'An impossible reading, disputed and put right',
  play: (account, town) => {
    const firstDay = roundDay(town, 0)
    enrol(account, town, { category: domesticA, load: 2_000n, perDay: 5_600n, firstDay })
    const n = endsOf(account, town).length - 2
    let asked = paise(0n)
    live(account, town, {
      [n]: {
        read: (end) => {
          const present = wh(account.shown(end) + 2_700_000n)
          asked = account.enter(end, FORM, { present }).amount
        },
        after: (end) => {
          const paid = paise(100_000n)
          account.dispute(
            later(end, 3),
            n,
            paise(asked - paid),
            'The register can’t be right: my house has never used a tenth of this. See the photograph.',
          )
          account.resolve(
            later(end, 14),
            n,
            'granted',
            'Inspection: two digits were exchanged on the slip; the board is to restate the reading.',
          )
          account.revise(
            later(end, 17),
            n,
            [account.shown(end)],
            21,
            'Correction slip with a photograph of the register.',
          )
          account.settle(later(end, 21), 'upi')
        },
      },
    })
    const { amount } = account.bills[n - 1] ?? { amount: asked }
    return {
      sentence: `Bill ${n} asked ${formatRupees(asked)} after a slip of the pen. The consumer disputed it, the regulator agreed, the board restated the reading: now it asks ${formatRupees(amount)}. Nothing was erased; before and after stand side by side.`,
      bill: n,
    }
  },
}

export const consecutive: Recipe = {
  key: 'two-bills-revised',
  group,
  title: 'One bill too high, the next too low, both corrected',
  play: (account, town) => {
    const firstDay = roundDay(town, 1)
    enrol(account, town, { category: domesticA, load: 3_000n, perDay: 8_000n, firstDay })
    const n = endsOf(account, town).length - 3
    live(account, town, {
      [n]: {
        read: (end) => account.enter(end, FORM, { present: wh(account.shown(end) + 130_000n) }),
      },
      [n + 1]: {
        after: (end) => {
          account.settle(later(end, 7), 'upi')
          const [first, second] = [account.bills[n - 1], account.bills[n]]
          if (first === undefined || second === undefined) return
          account.revise(
            later(end, 14),
            n,
            [account.shown(first.reading.end), second.reading.present],
            21,
            'Correction slip: the reader had taken the neighbour’s line.',
          )
        },
      },
    })
    return {
      sentence: `A register read 130 kWh too high made bill ${n} too dear and bill ${n + 1} too cheap; because of the slabs the two don’t cancel out. One correction restates both.`,
      bill: n,
    }
  },
}

export const upheld: Recipe = {
  key: 'dispute-upheld',
  group,
  title: 'A dispute that the regulator turned down',
  play: (account, town) => {
    const firstDay = roundDay(town, 2)
    enrol(account, town, { category: domesticB, load: 7_000n, perDay: 15_000n, firstDay })
    const n = endsOf(account, town).length - 2
    live(account, town, {
      [n]: {
        after: (end) => {
          account.dispute(
            later(end, 3),
            n,
            account.balance,
            'We were away for two weeks, the bill should be half.',
          )
          account.resolve(
            later(end, 21),
            n,
            'upheld',
            'Decision: the meter was tested and is accurate; the bill stands.',
          )
          account.settle(later(end, 24), 'bank')
        },
      },
    })
    return {
      sentence: `While it was open, bill ${n} did not age. The regulator had the meter tested: the bill stands, and was paid.`,
      bill: n,
    }
  },
}

export const open: Recipe = {
  key: 'dispute-open',
  group,
  title: 'A dispute that is open, the rest paid',
  play: (account, town) => {
    const firstDay = roundDay(town, 0)
    enrol(account, town, { category: commercial, load: 6_000n, perDay: 17_000n, firstDay })
    const n = endsOf(account, town).length - 1
    live(account, town, {
      [n]: {
        after: (end) => {
          const held = paise((account.balance * 4n) / 10n)
          account.dispute(
            later(end, 3),
            n,
            held,
            'The shop was closed from the 10th on; 40 % of this can’t be ours.',
          )
          account.receive(later(end, 7), paise(account.balance - held), 'upi')
        },
      },
      [n + 1]: { after: () => {} },
    })
    return {
      sentence: `The consumer disputes a part of bill ${n} and paid the rest. What is disputed is held back: it is not overdue while the regulator has not decided.`,
      bill: n,
    }
  },
}

export const order: Recipe = {
  key: 'retrospective-order',
  group,
  title: 'A credit by an order that reaches back',
  play: (account, town) => {
    const firstDay = roundDay(town, 3)
    enrol(account, town, { category: ruralIndustry, load: 15_000n, perDay: 60_000n, firstDay })
    const n = endsOf(account, town).length - 2
    live(account, town, {
      [n]: {
        after: (end) => {
          account.settle(later(end, 7), 'bank')
          account.adjust(
            later(end, 14),
            paise(-184_500n),
            2,
            n - 1,
            'Retrospective order: rebate of ₹1,845.00 for small rural industry.',
          )
        },
      },
    })
    return {
      sentence: `Rates are never changed backwards. The regulator’s order came as an adjustment of −₹1,845.00 that names bill ${n - 1}; it is above the board’s limit, so the regulator’s key posted it.`,
      bill: n - 1,
    }
  },
}

export const overcharged: Recipe = {
  key: 'overcharged',
  group,
  title: 'A bill that is far too high, for you to dispute',
  play: (account, town) => {
    const firstDay = roundDay(town, 0)
    account.consumer = 'consumer'
    enrol(account, town, { category: domesticA, load: 2_000n, perDay: 5_200n, firstDay })
    const n = endsOf(account, town).length
    let [asked, shown] = [paise(0n), wh(0n)]
    live(account, town, {
      [n]: {
        read: (end) => {
          shown = account.shown(end)
          asked = account.enter(end, FORM, { present: wh(shown + 900_000n) }).amount
        },
        after: () => {},
      },
    })
    return {
      sentence: `Bill ${n} asks ${formatRupees(asked)}: a person wrote the register down 900 kWh too high. The meter shows ${formatRegister(shown)} kWh. Nobody has disputed it yet; the key of its consumer is this demo’s own (“consumer”), so you can.`,
      bill: n,
    }
  },
}
