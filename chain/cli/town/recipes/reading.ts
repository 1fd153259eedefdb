import { formatRupees } from '../../../../contracts/rules/money.ts'
import { dayWords } from '../../../../contracts/rules/day.ts'
import { wh } from '../../../../contracts/rules/units.ts'
import { endsOf, enrol, firstDayFor, later, live, roundDay } from '../life.ts'
import type { Recipe } from '../situation.ts'
import { categories } from '../townTariffs.ts'

const group = 'Meters and readings'
const { domesticA, domesticB, school, urbanIndustry, jeevanDhara } = categories

export const replaced: Recipe = {
  key: 'replaced-meter',
  group,
  title: 'The meter was replaced in the middle of a month',
  play: (account, town) => {
    enrol(account, town, {
      category: domesticA,
      load: 3_000n,
      perDay: 6_800n,
      firstDay: roundDay(town, 3),
      meter: { register: wh(18_402_000n) },
    })
    const before = Math.floor(endsOf(account, town).length / 2)
    live(account, town, {
      [before]: {
        after: (end) => {
          account.settle(later(end, 7), 'upi')
          account.replace(
            later(end, 14),
            `Protocol of replacement on ${dayWords(later(end, 14))}: display dark, old meter read out by two witnesses.`,
          )
        },
      },
    })
    return {
      sentence: `Bill ${before + 1} adds what the old meter had counted (“carried”) to what the new one shows from 0.`,
      bill: before + 1,
    }
  },
}

export const rolledOver: Recipe = {
  key: 'rollover',
  group,
  title: 'The register passed 99,999 kWh and began at 0 again',
  play: (account, town) => {
    const modulus = wh(100_000_000n)
    enrol(account, town, {
      category: domesticA,
      load: 2_500n,
      perDay: 6_000n,
      firstDay: roundDay(town, 2),
      meter: { modulus, register: wh(modulus - 500_000n) },
    })
    live(account, town)
    const turned = account.bills.find(({ reading }) => reading.rollover)
    if (turned === undefined) return null
    return {
      sentence:
        'An old meter of five digits: the reading is below the one before, and says so openly; the energy is what it turned through.',
      bill: turned.number,
    }
  },
}

export const multiplied: Recipe = {
  key: 'multiplier',
  group,
  title: 'A meter behind current transformers: each unit shown counts 20',
  play: (account, town) => {
    enrol(account, town, {
      category: urbanIndustry,
      load: 25_000n,
      perDay: 160_000n,
      firstDay: roundDay(town, 1),
      meter: { multiplier: 20 },
    })
    live(account, town, {}, (end) => account.settle(later(end, 14), 'bank'))
    return {
      sentence:
        'A workshop: the bill multiplies the difference of the two readings by the multiplying factor before anything is charged.',
      bill: account.bills.length - 1,
    }
  },
}

export const writtenDown: Recipe = {
  key: 'manual-reading',
  group,
  title: 'A reading that a person wrote down',
  play: (account, town) => {
    enrol(account, town, {
      category: school,
      load: 2_000n,
      perDay: 5_000n,
      firstDay: roundDay(town, 0),
    })
    const n = Math.floor(endsOf(account, town).length / 2)
    live(account, town, {
      [n]: {
        read: (end) =>
          account.enter(
            end,
            `Photograph of the register, taken by the reader on ${dayWords(end)}.`,
          ),
      },
    })
    return {
      sentence: `A school: the reading of bill ${n} is not signed by the meter. A person vouches for it, and the hash of a photograph is recorded.`,
      bill: n,
    }
  },
}

export const broughtByConsumer: Recipe = {
  key: 'late-signed-reading',
  group,
  title: 'A signed reading that the consumer brought, weeks late',
  play: (account, town) => {
    enrol(account, town, {
      category: domesticB,
      load: 6_000n,
      perDay: 11_000n,
      firstDay: roundDay(town, 3),
    })
    const n = endsOf(account, town).length - 3
    live(account, town, {
      [n]: {
        read: (end) => account.read(later(end, 18), { of: end, by: account.consumer }),
        after: (end) => account.settle(later(end, 24), 'upi'),
      },
    })
    return {
      sentence:
        'The board sent nothing; the consumer submitted what the meter had signed. A signature is enough, whoever carries it: a board can’t hold a reading back.',
      bill: n,
    }
  },
}

export const estimated: Recipe = {
  key: 'estimate',
  group,
  title: 'An estimate, set right by the next reading',
  play: (account, town) => {
    const category = domesticA
    enrol(account, town, { category, load: 2_000n, perDay: 5_300n, firstDay: roundDay(town, 1) })
    const n = endsOf(account, town).length - 4
    live(account, town, { [n]: { read: (end) => account.estimate(end) } })
    return {
      sentence: `Bill ${n} is estimated from the bills before. Bill ${n + 1} charges both months by what the meter really showed, and deducts what the estimate had charged.`,
      bill: n + 1,
    }
  },
}

export const estimatedTwice: Recipe = {
  key: 'two-estimates',
  group,
  title: 'Two estimates in a row, set right across a change of rates',
  play: (account, town) => {
    const category = domesticA
    enrol(account, town, { category, load: 2_500n, perDay: 7_600n, firstDay: roundDay(town, 2) })
    const ends = endsOf(account, town)
    const n = ends.findIndex((end) => end >= town.change) + 1
    const read = (end: (typeof ends)[number]) => account.estimate(end)
    live(account, town, { [n - 1]: { read }, [n]: { read } })
    return {
      sentence: `Bills ${n - 1} and ${n} are estimates, and the tariff changed meanwhile. Bill ${n + 1} charges all three months anew, each part by its own rates, less what was charged already.`,
      bill: n + 1,
    }
  },
}

export const oddEstimate: Recipe = {
  key: 'odd-estimate',
  group,
  title: 'An estimate that departs from the formula, then a bill below zero',
  play: (account, town) => {
    const category = domesticA
    enrol(account, town, { category, load: 3_000n, perDay: 5_000n, firstDay: roundDay(town, 0) })
    const n = endsOf(account, town).length - 3
    live(account, town, {
      [n]: {
        read: (end) => account.estimate(end, 320n),
        after: (end) => account.settle(later(end, 14), 'card'),
      },
    })
    const { amount } = account.bills[n] ?? { amount: account.balance }
    return {
      sentence: `Bill ${n} estimates more than three times the usual, which is flagged. The next real reading makes bill ${n + 1} a credit: ${formatRupees(amount)}.`,
      bill: n,
    }
  },
}

export const empty: Recipe = {
  key: 'zero-consumption',
  group,
  title: 'A locked house: nothing used, the fixed charge remains',
  play: (account, town) => {
    const firstDay = roundDay(town, 3)
    const from = later(firstDay, Math.floor((365 * 3) / 12))
    enrol(account, town, {
      category: domesticA,
      load: 1_000n,
      perDay: 3_900n,
      firstDay,
      away: [from, later(from, 62)],
    })
    live(account, town)
    return {
      sentence: 'Both readings are the same, so the bill asks only the fixed charge.',
      bill: account.bills.findIndex(({ derivation }) => derivation.consumption.wh === 0n) + 1,
    }
  },
}

export const poor: Recipe = {
  key: 'subsidised',
  group: 'Rates',
  title: 'A subsidised connection: Jeevan Dhara',
  play: (account, town) => {
    enrol(account, town, {
      category: jeevanDhara,
      load: 500n,
      perDay: 1_250n,
      firstDay: roundDay(town, 1),
    })
    live(account, town, {}, (end) => account.settle(later(end, 7), 'cash'))
    return {
      sentence:
        'One lamp and a fan: the bill shows the subsidy of ₹1.00 per unit as a line of its own.',
      bill: 1,
    }
  },
}

export const cutByTariff: Recipe = {
  key: 'tariff-change',
  group: 'Rates',
  title: 'The rates changed in the middle of a month',
  play: (account, town) => {
    enrol(account, town, {
      category: domesticA,
      load: 4_000n,
      perDay: 9_800n,
      firstDay: firstDayFor(town, 3),
    })
    live(account, town)
    const cut = account.bills.find(({ derivation }) => derivation.charges.length > 1)
    if (cut === undefined) return null
    return {
      sentence: `Bill ${cut.number} is cut on ${dayWords(town.change)}: the days before are charged by the old rates, the days from then on by the new. The new order (duty, whole rupees) is invented for this demo.`,
      bill: cut.number,
    }
  },
}
