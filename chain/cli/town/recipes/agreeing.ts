import { dayWords } from '../../../../contracts/rules/day.ts'
import { formatRupees } from '../../../../contracts/rules/money.ts'
import { watt } from '../../../../contracts/rules/units.ts'
import { endsOf, enrol, firstDayFor, later, live, roundDay } from '../life.ts'
import type { Recipe } from '../situation.ts'
import { categories } from '../townTariffs.ts'

const group = 'Agreements'

export const raisedLoad: Recipe = {
  key: 'raised-load',
  group,
  title: 'The sanctioned load was raised in the middle of a month',
  play: (account, town) => {
    const { domesticA: category } = categories
    enrol(account, town, { category, load: 2_000n, perDay: 7_000n, firstDay: roundDay(town, 0) })
    const cut = Math.floor(endsOf(account, town).length / 2)
    live(account, town, {
      [cut]: {
        after: (end) => {
          account.settle(later(end, 7), 'upi')
          const { category, cycle, instalments, daysToPay } = account.terms
          const terms = { category, cycle, instalments, daysToPay, load: watt(4_500n) }
          account.agree(later(end, 10), { ...terms, firstDay: later(end, 14) })
        },
      },
    })
    return {
      sentence: `From 2 kW to 4.5 kW, agreed by both sides: bill ${cut + 1} is cut into two parts on that day, each charged by its own load.`,
      bill: cut + 1,
    }
  },
}

export const newKey: Recipe = {
  key: 'new-key',
  group,
  title: 'A consumer lost the key, and has a new one by the regulator',
  play: (account, town) => {
    const { domesticA: category } = categories
    enrol(account, town, { category, load: 1_500n, perDay: 4_100n, firstDay: roundDay(town, 2) })
    const lost = endsOf(account, town).length - 2
    live(account, town, {
      [lost]: {
        after: (end) => {
          account.settle(later(end, 7), 'cash')
          const { category, load, cycle, instalments, daysToPay } = account.terms
          const terms = { category, load, cycle, instalments, daysToPay, firstDay: end }
          const by = { accepts: 'regulator', consumer: `${account.consumer} anew` }
          account.agree(later(end, 14), terms, by)
        },
      },
    })
    return {
      sentence:
        'The board proposed the same terms with a new key, and the regulator accepted in the consumer’s place, since the old key could not. The account page shows both acts with who signed them.',
    }
  },
}

export const quarterly: Recipe = {
  key: 'quarterly-instalments',
  group,
  title: 'Billed every 3 months, payable in 3 instalments',
  play: (account, town) => {
    enrol(account, town, {
      category: categories.commercial,
      load: 5_000n,
      perDay: 14_000n,
      firstDay: firstDayFor(town, 46, 3),
      cycle: 3,
      instalments: 3,
    })
    const last = endsOf(account, town).length
    live(account, town, {}, (end) => {
      const { amount } = account.bills.at(-1) ?? { amount: account.balance }
      for (const [i, days] of [12, 43, 74].entries()) {
        const day = later(end, days)
        const third = amount / 3n
        const part = i === 0 ? amount - 2n * third : third
        if (day <= town.end) account.receive(day, part as typeof amount, 'bank')
      }
    })
    return {
      sentence: `A shop: the last bill falls due in three equal parts 30 days apart, of which the first ${account.bills.at(-1)?.issuedOn === undefined ? '' : 'two are paid'}; the page shows each with its day.`,
      bill: last,
      needsTime: true,
    }
  },
}

export const halfYearly: Recipe = {
  key: 'half-yearly',
  group,
  title: 'Billed every 6 months',
  play: (account, town) => {
    enrol(account, town, {
      category: categories.agriculture,
      load: 7_500n,
      perDay: 21_000n,
      firstDay: firstDayFor(town, 20, 6),
      cycle: 6,
      daysToPay: 30,
    })
    live(account, town)
    return {
      sentence:
        'An irrigation pump: slab limits and fixed charge count six months, and the new tariff cuts the bill that it falls into.',
      bill: account.bills.length,
    }
  },
}

export const yearly: Recipe = {
  key: 'yearly',
  group,
  title: 'Billed once a year',
  play: (account, town) => {
    enrol(account, town, {
      category: categories.publicLighting,
      load: 4_000n,
      perDay: 30_000n,
      firstDay: later(town.end, -365 - 10),
      cycle: 12,
      daysToPay: 30,
    })
    live(account, town, {}, () => {})
    return {
      sentence: `Public lighting: one bill for 12 months, ${formatRupees(account.balance)}, issued on ${dayWords(account.bills[0]?.issuedOn ?? town.end)} with 30 days to pay.`,
      bill: 1,
      needsTime: true,
    }
  },
}

export const proposed: Recipe = {
  key: 'proposed',
  group,
  title: 'An agreement proposed and not accepted yet',
  play: (account, town) => {
    account.propose(later(town.end, -7), {
      category: categories.domesticA,
      load: watt(2_000n),
      cycle: 1,
      instalments: 1,
      daysToPay: 15,
      firstDay: later(town.end, -7),
    })
    return {
      sentence:
        'The board proposed terms to a new consumer. Until the consumer’s key accepts them nothing can be charged, so there is no bill.',
    }
  },
}

export const offered: Recipe = {
  key: 'offered-change',
  group,
  title: 'Changed terms that wait for the consumer’s answer',
  play: (account, town) => {
    const { generalPurpose: category } = categories
    enrol(account, town, {
      category,
      load: 3_000n,
      perDay: 9_500n,
      firstDay: firstDayFor(town, 14),
    })
    live(account, town, {}, (end) => account.settle(later(end, 7), 'bank'))
    const { cycle, daysToPay } = account.terms
    const terms = { category, cycle, daysToPay, instalments: 2, load: watt(4_000n) }
    account.propose(later(town.end, -3), { ...terms, firstDay: later(town.end, 16) })
    return {
      sentence:
        'The board offers 4 kW and two instalments from a day to come; the present terms hold until the consumer accepts.',
    }
  },
}
