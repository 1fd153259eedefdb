import { formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import { channelId } from '../words/channel.ts'
import type { AgeingLine } from './ageing.ts'
import { ages } from './ages.ts'
import type { Board } from './query.ts'
import type { DayReceipts, Received } from './receipts.ts'

export const boardJson = ({ ageing, agrees, owed, receipts }: Board): Json => ({
  ageing: {
    categories: ageing.lines.map((line) => ({ category: line.category, ...lineJson(line) })),
    total: lineJson(ageing.total),
    owedPaise: String(owed),
    isBehind: ageing.isBehind,
    agrees,
  },
  receipts: {
    from: formatDay(receipts.from),
    to: formatDay(receipts.to),
    days: receipts.receipts.map(receiptsJson),
  },
})

/** Receipts of one day and channel for machines. */
export const receiptsJson = (each: DayReceipts) => ({
  day: formatDay(each.day),
  channel: channelId(each.channel),
  ...receivedJson(each),
})

/** What was received and taken back. */
export const receivedJson = (each: Received) => ({
  received: each.received,
  receivedPaise: String(each.receivedPaise),
  returned: each.returned,
  returnedPaise: String(each.returnedPaise),
  netPaise: String(each.net),
})

const lineJson = ({ overdue, notDue, held, credit, owed }: AgeingLine) => ({
  overduePaise: Object.fromEntries(ages.map(({ id }, i) => [id, String(overdue[i] ?? 0n)])),
  notDuePaise: String(notDue),
  heldBackPaise: String(held),
  creditPaise: String(credit),
  owedPaise: String(owed),
})
