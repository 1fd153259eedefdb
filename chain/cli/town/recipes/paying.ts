import { dayWords } from '../../../../contracts/rules/day.ts'
import { formatRupees } from '../../../../contracts/rules/money.ts'
import { type Paise, paise } from '../../../../contracts/rules/units.ts'
import type { Channel } from '../../receiptReference.ts'
import { endsOf, enrol, firstDayFor, later, live, roundDay } from '../life.ts'
import type { Recipe } from '../situation.ts'
import { categories } from '../townTariffs.ts'

const group = 'Payments'
const { domesticA, domesticB, generalPurpose, school, commercial, temporary } = categories

export const partPaid: Recipe = {
  key: 'part-paid',
  group,
  title: 'A bill paid in part',
  play: (account, town) => {
    const firstDay = firstDayFor(town, 9)
    enrol(account, town, { category: school, load: 3_000n, perDay: 8_200n, firstDay })
    const last = endsOf(account, town).length
    live(account, town, {
      [last]: {
        after: (end) => {
          account.receive(later(end, 3), paise(60_000n), 'upi')
          account.leaveUnposted(later(end, 6), account.balance)
        },
      },
    })
    const issued = account.bills.at(-1)?.issuedOn ?? town.end
    return {
      sentence: `₹600.00 came three days after bill ${last}; the rest, ${formatRupees(account.balance)}, is due by ${dayWords(later(issued, 15))}. The bank has had it since ${dayWords(later(issued, 6))}, but nobody posted it: “reconcile” finds it in the demo’s bank-statement.csv.`,
      bill: last,
      needsTime: true,
    }
  },
}

export const everyChannel: Recipe = {
  key: 'channels',
  group,
  title: 'Cash, UPI, bank transfer and card, one after another',
  play: (account, town) => {
    const channels: Channel[] = ['cash', 'upi', 'bank', 'card']
    const firstDay = roundDay(town, 0)
    enrol(account, town, { category: generalPurpose, load: 2_000n, perDay: 6_600n, firstDay })
    live(account, town, {}, (end, n) =>
      account.settle(later(end, 7), channels[n % channels.length] ?? 'cash'),
    )
    return {
      sentence:
        'Each payment names how it came, with a reference that only payer and board can make out; no receipt can be counted twice.',
    }
  },
}

export const native: Recipe = {
  key: 'native',
  group,
  title: 'Paid on the chain itself, by the consumer’s own key',
  play: (account, town) => {
    const firstDay = roundDay(town, 2)
    enrol(account, town, { category: domesticA, load: 2_000n, perDay: 5_800n, firstDay })
    account.fund(firstDay, paise(5_000_000n))
    live(account, town, {}, (end) => {
      if (later(end, 7) <= town.end && account.balance > 0n)
        account.pay(later(end, 7), account.balance)
    })
    return {
      sentence:
        'No cashier in between: the contract takes the money and records the payment in one step. It goes on to the board’s treasury and nowhere else.',
    }
  },
}

export const credit: Recipe = {
  key: 'credit',
  group,
  title: 'Paid too much: a credit that the next bills use up',
  play: (account, town) => {
    const firstDay = roundDay(town, 3)
    enrol(account, town, { category: domesticB, load: 6_000n, perDay: 12_000n, firstDay })
    live(account, town, {}, (end, n) => {
      // Enough for some months in one round sum, whenever the last one is used up.
      if (account.balance > 0n && later(end, 7) <= town.end) {
        account.receive(later(end, 7), paise(n < 3 ? account.balance : 2_000_000n), 'bank')
      }
    })
    return {
      sentence: `₹20,000.00 at once, for months to come: each bill takes its share of the credit. Now ${said(account.balance)}.`,
    }
  },
}

export const refunded: Recipe = {
  key: 'refund',
  group,
  title: 'A bill paid twice, and the second payment refunded',
  play: (account, town) => {
    const firstDay = roundDay(town, 1)
    enrol(account, town, { category: domesticA, load: 2_000n, perDay: 5_100n, firstDay })
    const n = endsOf(account, town).length - 2
    live(account, town, {
      [n]: {
        after: (end) => {
          const twice = account.balance
          account.receive(later(end, 7), twice, 'upi')
          account.receive(later(end, 7), twice, 'card')
          account.adjust(
            later(end, 21),
            twice,
            3,
            n,
            'Refund voucher of the cash office, to the bank account on file.',
          )
        },
      },
    })
    return {
      sentence:
        'Once by UPI and once by card. The board paid the credit back and recorded the refund as an adjustment with its reason.',
      bill: n,
    }
  },
}

export const bounced: Recipe = {
  key: 'bounced-cheque',
  group,
  title: 'A cheque that the bank returned',
  play: (account, town) => {
    const firstDay = roundDay(town, 2)
    enrol(account, town, { category: commercial, load: 3_000n, perDay: 9_000n, firstDay })
    const n = endsOf(account, town).length - 2
    live(account, town, {
      [n]: {
        after: (end) => {
          const cheque = account.receive(later(end, 7), account.balance, 'bank')
          account.reverse(later(end, 14), cheque, 11)
          account.settle(later(end, 21), 'cash')
        },
      },
    })
    return {
      sentence: `The receipt for bill ${n} was taken back with a reason, so the bill was open again, until it was paid in cash a week later.`,
      bill: n,
    }
  },
}

const ADVANCE = paise(900_000n)

export const closed: Recipe = {
  key: 'final-reading',
  group,
  title: 'An account closed by a final reading, the rest paid back',
  play: (account, town) => {
    const firstDay = roundDay(town, 0)
    enrol(account, town, { category: temporary, load: 5_000n, perDay: 9_000n, firstDay })
    account.receive(later(firstDay, 3), ADVANCE, 'cash')
    const ends = endsOf(account, town).slice(0, 2)
    for (const end of ends) {
      account.read(end)
      account.settle(later(end, 7), 'cash')
    }
    const day = later(ends[1] ?? firstDay, 17)
    const last = account.enter(day, 'Protocol of the final reading, signed by both sides.', {
      kind: 'final',
    })
    const rest: Paise = paise(0n - account.balance)
    account.adjust(
      later(day, 4),
      rest,
      3,
      last.number,
      'Refund voucher: advance paid back at closing.',
    )
    return {
      sentence: `Temporary supply for a building site with ${formatRupees(ADVANCE)} paid in advance. The final reading closed it after some 11 weeks, and ${formatRupees(rest)} went back.`,
      bill: last.number,
    }
  },
}

const said = (balance: Paise) =>
  balance < 0n
    ? `${formatRupees(paise(0n - balance))} are left`
    : `${formatRupees(balance)} are owed again`
