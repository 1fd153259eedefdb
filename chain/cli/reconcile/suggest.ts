import type { BankLine } from './bankLine.ts'
import type { Finding } from './finding.ts'
import type { Payment } from './payment.ts'

/** A line and a payment without a common reference that may be the same money. Nothing is done about it by itself. */
export type Suggestion = {
  readonly line: BankLine
  readonly payment: Payment
  /** From the bank's day to the ledger's. */
  readonly daysLater: number
  readonly isSameAccount: boolean
}

/** Of one amount there may be thousands: a person looks at the likeliest. */
const MOST_A_LINE = 3

/** Of how many with the same amount these are chosen, by day. */
const MOST_LOOKED_AT = 50

/** How long before the bank booked it a receipt may have been recorded, and how long after. */
const DAYS_BEFORE = 3
const DAYS_AFTER = 10

/**
 * For each line that the ledger lacks: payments that the bank lacks, of the same amount and about the same days, those of
 * the account that the bank's text names first, then the nearest day.
 */
export function suggest(findings: readonly Finding[]): Suggestion[] {
  const payments = findings.flatMap((finding) => {
    const isFree =
      finding.kind === 'chainOnly' ||
      (finding.kind === 'aside' && (finding.why === 'days' || finding.why === 'channel'))
    return isFree ? finding.payments : []
  })
  const byAmount = Map.groupBy(payments, ({ amount }) => amount)
  const byAccount = Map.groupBy(payments, ({ account, amount }) => `${account} ${amount}`)
  for (const same of [...byAmount.values(), ...byAccount.values()])
    same.sort((a, b) => a.day - b.day)
  return findings.flatMap((finding) => {
    const [line] = finding.lines
    if (finding.kind !== 'bankOnly' || line === undefined) return []
    const own = byAccount.get(`${line.account} ${line.amount}`) ?? []
    const near = new Set([...nearby(own, line), ...nearby(byAmount.get(line.amount) ?? [], line)])
    return [...near]
      .map((payment) => ({
        line,
        payment,
        daysLater: payment.day - line.day,
        isSameAccount: payment.account === line.account,
      }))
      .sort(likeliestFirst)
      .slice(0, MOST_A_LINE)
  })
}

/** Those within the days, of payments sorted by their day. */
function nearby(payments: readonly Payment[], { day }: BankLine): Payment[] {
  let low = 0
  let high = payments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((payments[middle]?.day ?? 0) < day - DAYS_BEFORE) low = middle + 1
    else high = middle
  }
  const found: Payment[] = []
  for (let at = low; at < payments.length; at++) {
    const payment = payments[at]
    const isEnough = found.length === MOST_LOOKED_AT
    if (isEnough || payment === undefined || payment.day > day + DAYS_AFTER) break
    found.push(payment)
  }
  return found
}

const likeliestFirst = (a: Suggestion, b: Suggestion): number =>
  Number(b.isSameAccount) - Number(a.isSameAccount) || Math.abs(a.daysLater) - Math.abs(b.daysLater)
