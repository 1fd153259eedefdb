import type { EventName } from '../../events/layouts.ts'
import { codeOf } from '../../rules/accountCode.ts'
import { dayWords, periodWords } from '../../rules/day.ts'
import { decimalText } from '../../rules/decimal.ts'
import { formatKWh } from '../../rules/energy.ts'
import { formatRupees } from '../../rules/money.ts'
import { paise } from '../../rules/units.ts'
import type { Party } from '../manifest.ts'
import { paidIn, type StatedBill, type Statement } from './statement.ts'
import type { Verdict } from './verify.ts'

/** A verdict as people read it, on a terminal or a page. */
export interface Told {
  /** One line: what became of it. */
  readonly title: string
  /** Why it is refused, or what was established, each a sentence. */
  readonly sentences: readonly string[]
  /** What to mind: a missing trust file, a chain for practice, estimates, later entries. */
  readonly warnings: readonly string[]
  /** Bills, headings first; empty where nothing holds. */
  readonly table: readonly (readonly string[])[]
}

/** Exit code of whoever verifies: 0 all of it holds, 1 refused, 2 nobody vouches for the chain (practice, or no trust file). */
export const exitCodeOf = ({ outcome }: Verdict): 0 | 1 | 2 =>
  outcome === 'proven' ? 0 : outcome === 'refused' ? 1 : 2

export const tell = (verdict: Verdict): Told =>
  verdict.outcome === 'refused'
    ? {
        title: verdict.reasons.some(({ code }) => code === 'rules-contradicted')
          ? 'Refused: the ledger itself breaks the rules. Show this file to the regulator.'
          : 'Refused: this file proves nothing.',
        sentences: verdict.reasons.map(({ message }) => message),
        warnings: [],
        table: [],
      }
    : {
        title: titleOf(verdict.outcome, verdict.statement),
        sentences: sentencesOf(verdict.statement),
        warnings: [...warningOf[verdict.outcome], ...verdict.statement.remarks],
        table: [headings, ...verdict.statement.bills.map(rowOf)],
      }

/** As lines of text. */
export const toldLines = ({ title, sentences, warnings, table }: Told): string[] => {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  const lines = table.map((row) =>
    row
      .map((cell, i) =>
        i < 2 || i > 4 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  const mark = sentences.length > 0 && table.length > 0 ? '✓' : '✗'
  return [
    title,
    ...sentences.map((sentence) => `${mark} ${sentence}`),
    ...(lines.length === 0 ? [] : ['', ...lines]),
    ...(warnings.length === 0 ? [] : ['', ...warnings.map((warning) => `! ${warning}`)]),
  ]
}

/** As JSON: money in paise, energy in Wh, both strings of digits; days as day numbers. */
export const verdictJson = (verdict: Verdict): string =>
  JSON.stringify(
    { ...verdict, exitCode: exitCodeOf(verdict), told: tell(verdict) },
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  )

const titleOf = (outcome: 'proven' | 'unpinned' | 'practice', statement: Statement): string => {
  const { account, bill, block, day } = statement
  const what = `${bill === null ? 'Account' : `Bill ${bill} of account`} ${codeOf(account)}, as of block ${count(block)} (${dayWords(day)})`
  return {
    proven: `Proven. ${what}.`,
    unpinned: `It holds, but nobody vouches for its chain. ${what}.`,
    practice: `Practice: no party sealed this. ${what}.`,
  }[outcome]
}

const warningOf = {
  proven: [],
  unpinned: [
    'No trust file was given, so the parties named above are only what this file says of itself: anyone can make up three. Take the trust file that a party you trust has published.',
  ],
  practice: [
    'It comes from a chain for practice, which whoever runs it can write as they like: it is evidence of nothing.',
  ],
} as const

const sentencesOf = (statement: Statement): string[] => {
  const { bill, bills, parties, ofParties, entries, balance, blockHash } = statement
  const isOne = bills.length === 1
  return [
    ofParties === 0
      ? `Block ${blockHash} is what the entries are proven against.`
      : `Sealed by ${listed(parties.map((party) => partyWords[party]))}: ${parties.length} of ${ofParties} parties vouch for block ${blockHash}.`,
    laterOf(statement) === ''
      ? `Nothing is left out: its ${counted(entries, 'entry', 'entries')} give the fingerprint that this block's state has.`
      : `Nothing is left out up to entry ${count(entries)}, and nothing after it can change this bill: after it came ${laterOf(statement)}, which are shown by their hash only.`,
    bills.length === 0
      ? 'No bill was issued yet.'
      : `${bill === null ? (isOne ? 'The bill was' : `All ${count(bills.length)} bills were`) : 'This bill and all before it were'} worked out anew from readings and tariffs, and every correction from what it corrects: they agree to the paisa.`,
    paid(statement),
    ...(balance === null ? [] : [owed(balance)]),
  ]
}

const paid = (statement: Statement): string => {
  const { length } = statement.payments.filter(({ isReversed }) => !isReversed)
  return length === 0
    ? 'Nothing was paid.'
    : `Paid: ${formatRupees(paidIn(statement))} in ${counted(length, 'payment')}.`
}

const owed = (balance: bigint): string =>
  balance > 0n
    ? `Owed by the account: ${formatRupees(paise(balance))}.`
    : balance === 0n
      ? 'Nothing is owed.'
      : `The account has a credit of ${formatRupees(paise(0n - balance))}.`

const headings = ['Bill', 'Period', 'Units', 'Amount', 'Left', 'Status']

const rowOf = ({ number, start, end, wh, amount, isEstimated, standing }: StatedBill): string[] => [
  String(number),
  periodWords(start, end),
  `${formatKWh(wh)} kWh`,
  formatRupees(amount),
  formatRupees(standing.left),
  [
    standing.status,
    ...(isEstimated ? ['estimated'] : []),
    ...(standing.isRevised ? [`revised, asks ${formatRupees(standing.asks)}`] : []),
    ...(standing.dispute === null
      ? []
      : [standing.dispute.outcome === null ? 'disputed' : `dispute ${standing.dispute.outcome}`]),
  ].join(', '),
]

const laterOf = ({ later }: Statement): string =>
  listed(
    Object.entries(later).map(([name, number]) => {
      const [one, many] = laterWords[name as EventName] ?? [name, name]
      return counted(number, one, many)
    }),
  )

const laterWords: Partial<Record<EventName, readonly [one: string, many: string]>> = {
  AgreementProposed: ['proposal', 'proposals'],
  AgreementAccepted: ['agreement', 'agreements'],
  MeterInstalled: ['meter', 'meters'],
  ConsumptionRecorded: ['reading', 'readings'],
  ChargeApplied: ['charge', 'charges'],
  BillIssued: ['bill', 'bills'],
  PaymentMade: ['payment', 'payments'],
}

const partyWords: Readonly<Record<Party, string>> = {
  board: 'the board',
  consumer: "the consumers' forum",
  regulator: 'the regulator',
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const counted = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`

const count = (number: number): string => decimalText(BigInt(number), 0, 0)
