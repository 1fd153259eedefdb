import { dayWords } from '../../../contracts/rules/day.ts'
import type { DayNumber } from '../../../contracts/rules/units.ts'
import { escaped } from '../escaped.ts'
import { formatRupees } from '../quantities.ts'
import type { BankLine } from './bankLine.ts'
import { differences, type Difference, type Finding } from './finding.ts'
import type { Payment } from './payment.ts'
import type { ReceiptToPost } from './receiptsToPost.ts'
import { ageOf, entryOf, ofKind, placeOf, referenceOf, type Result } from './result.ts'
import { counted, mismatchWords } from './words.ts'

/** A page of more rows than this is slow to open; the CSV has all of them. */
const MOST_ROWS = 500

const titles: Record<Difference | 'suggestion', readonly [title: string, meaning: string]> = {
  bankOnly: [
    'At the bank, not on the ledger',
    'The money came, but the consumer’s page shows the bill as unpaid. The oldest first.',
  ],
  chainOnly: [
    'On the ledger, not at the bank',
    'A payment was recorded on a day of the statement, and no line of it has that reference: mistyped, posted too early, or never received.',
  ],
  mismatch: ['On both sides, but different', 'The reference is the same; what is counted is not.'],
  duplicate: [
    'Twice in the statement',
    'Same reference, day and amount as another line, and the ledger has only one: overlapping files, or two receipts that the bank calls the same. If they are two, post the second as the next part.',
  ],
  suggestion: [
    'Suggestions',
    'Of one amount and about the same day, under different references: perhaps one of them was mistyped. Nothing is done about these by itself, and a receipt with a suggestion is never in the file that is ready to sign.',
  ],
}

/** The differences and suggestions, each a section with a table; at the end, what there is none of. */
export function reportSections(result: Result, receipts: readonly ReceiptToPost[]): string {
  const lacks = new Map(receipts.map((receipt) => [receipt.line, receipt.lacks]))
  const rows: Record<Difference | 'suggestion', string[]> = {
    bankOnly: ofKind(result, 'bankOnly').map((finding) => bankRow(result, finding, lacks)),
    chainOnly: ofKind(result, 'chainOnly').map((finding) => chainRow(result, finding)),
    mismatch: ofKind(result, 'mismatch').map((finding) => mismatchRow(result, finding)),
    duplicate: ofKind(result, 'duplicate').map((finding) => duplicateRow(result, finding)),
    suggestion: result.suggestions.map((each) => suggestionRow(result, each)),
  }
  const kinds = [...differences, 'suggestion'] as const
  const none = kinds.filter((kind) => rows[kind].length === 0).map((kind) => titles[kind][0])
  return [
    ...kinds.filter((kind) => rows[kind].length > 0).map((kind) => section(kind, rows[kind])),
    ...(none.length === 0
      ? []
      : [`<p class="soft none">None: ${none.map((title) => title.toLowerCase()).join('; ')}.</p>`]),
  ].join('\n')
}

const bankHeads = ['Age', 'Booked', '>Amount', 'Bank reference', 'What the bank wrote']
const headings: Record<Difference | 'suggestion', readonly string[]> = {
  bankOnly: [...bankHeads, 'To post'],
  chainOnly: ['Age', 'Recorded', '>Amount', 'Way', 'Account', 'Entry', 'Reference on the ledger'],
  mismatch: ['Age', 'What differs', '>At the bank', '>On the ledger', 'Bank reference', 'Entries'],
  duplicate: [...bankHeads, 'Same as'],
  suggestion: [...bankHeads, 'Perhaps this payment'],
}

function section(kind: Difference | 'suggestion', rows: readonly string[]): string {
  const [title, meaning] = titles[kind]
  const heads = headings[kind].map((head) =>
    head.startsWith('>')
      ? `<th scope="col" class="figure">${head.slice(1)}</th>`
      : `<th scope="col"${head === 'Age' ? ' class="figure"' : ''}>${head}</th>`,
  )
  const more =
    rows.length > MOST_ROWS
      ? `<p class="soft">${counted(rows.length - MOST_ROWS, 'more row')} in differences.csv.</p>`
      : ''
  return `<section><h2 id="${kind}">${title} <span class="count">${rows.length}</span></h2><p>${meaning}</p>
<div class="table"><table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.slice(0, MOST_ROWS).join('\n')}
</tbody></table></div>${more}</section>`
}

const bankCells = (result: Result, line: BankLine): string =>
  `<td class="figure nowrap">${days(result.asOf - line.day)}</td><td>${day(line.day)}<br><span class="soft">${placeOf(result, line)}</span></td><td class="figure">${money(line.amount)}</td><td><span class="hash">${escaped(referenceOf(line)) || '—'}</span><br><span class="soft">${line.channel}</span></td><td class="text">${escaped(line.text)}</td>`

function bankRow(
  result: Result,
  { lines, part }: Extract<Finding, { kind: 'bankOnly' }>,
  lacks: ReadonlyMap<BankLine, string | undefined>,
): string {
  return lines
    .map((line) => {
      const why = lacks.get(line)
      const state =
        why === undefined
          ? '<span class="tag">ready to sign</span>'
          : `<span class="lacks">${escaped(why)}</span>`
      const account = line.account === undefined ? '' : `${accountLink(result, line.account)}<br>`
      const asPart = part > 1 ? ` <span class="soft">as part ${part}</span>` : ''
      return `<tr>${bankCells(result, line)}<td>${account}${state}${asPart}</td></tr>`
    })
    .join('')
}

const chainRow = (result: Result, finding: Finding): string =>
  finding.payments
    .map(
      (payment) =>
        `<tr><td class="figure nowrap">${days(ageOf(result, finding))}</td><td>${day(payment.day)}</td><td class="figure">${money(payment.amount)}</td><td>${payment.channel}</td><td>${accountLink(result, payment.account)}</td><td>${entryLink(result, payment)}</td><td class="hash whole">${payment.reference ?? ''}</td></tr>`,
    )
    .join('')

function mismatchRow(result: Result, finding: Extract<Finding, { kind: 'mismatch' }>): string {
  const { lines, payments, why } = finding
  const atBank = lines
    .map(
      (line) =>
        `${line.isCredit ? '' : '−'}${money(line.amount)}<br><span class="soft nowrap">${dayWords(line.day)}, ${placeOf(result, line)}</span>`,
    )
    .join('<br>')
  const onLedger = payments
    .map(
      ({ amount, day: recorded, reversedDay }) =>
        `${money(amount)}<br><span class="soft">${day(recorded)}${reversedDay === undefined ? '' : `, reversed ${day(reversedDay)}`}</span>`,
    )
    .join('<br>')
  const entries = payments
    .map(
      (payment) =>
        `${accountLink(result, payment.account)}, ${entryLink(result, payment)}${why === 'returned' ? `<br><span class="hash whole">${payment.reference ?? ''}</span>` : ''}`,
    )
    .join('<br>')
  const reference = lines[0] === undefined ? '' : referenceOf(lines[0])
  return `<tr><td class="figure nowrap">${days(ageOf(result, finding))}</td><td>${mismatchWords[why]}</td><td class="figure">${atBank}</td><td class="figure">${onLedger}</td><td class="hash">${escaped(reference)}</td><td>${entries}</td></tr>`
}

const duplicateRow = (
  result: Result,
  { lines, of }: Extract<Finding, { kind: 'duplicate' }>,
): string =>
  lines.map((line) => `<tr>${bankCells(result, line)}<td>${placeOf(result, of)}</td></tr>`).join('')

function suggestionRow(
  result: Result,
  { line, payment, daysLater, isSameAccount }: Result['suggestions'][number],
): string {
  const when =
    daysLater === 0
      ? 'the same day'
      : `${counted(Math.abs(daysLater), 'day')} ${daysLater > 0 ? 'later' : 'earlier'}`
  const account = isSameAccount ? ', the account that the bank names' : ''
  return `<tr>${bankCells(result, line)}<td>${accountLink(result, payment.account)}, ${entryLink(result, payment)}<br><span class="soft">${payment.channel}, recorded ${when}${account}</span></td></tr>`
}

const accountLink = ({ portalUrl }: Result, account: string): string =>
  `<a class="code" href="${escaped(`${portalUrl}/accounts/${account}`)}">${account}</a>`

const entryLink = ({ portalUrl }: Result, payment: Payment): string =>
  `<a class="nowrap" title="${escaped(entryOf(payment))}" href="${escaped(`${portalUrl}/transactions/${payment.transaction}`)}">entry ${payment.seq}</a>`

const money = (amount: bigint): string => `<span class="nowrap">${formatRupees(amount)}</span>`
const day = (number: DayNumber): string => `<span class="nowrap">${dayWords(number)}</span>`
const days = (count: number): string => counted(count, 'day')
