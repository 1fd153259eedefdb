import { basename } from 'node:path'
import { dayWords } from '../../../contracts/rules/day.ts'
import { dayNumber } from '../../../contracts/rules/units.ts'
import { escaped } from '../escaped.ts'
import { formatRupees } from '../quantities.ts'
import type { ReceiptToPost } from './receiptsToPost.ts'
import { reportSections } from './reportSections.ts'
import { REPORT_STYLE } from './reportStyle.ts'
import { ofKind, type Result } from './result.ts'
import { isClean, type Place, type Sum, totalOf } from './sums.ts'
import { counted, creditWords, debitWords, grouped, paymentWords } from './words.ts'

/** The names of the files beside the report. */
export type ReportFiles = { readonly toSign: string; readonly toComplete: string }

/** The report as one page that needs nothing else: styles are in it, and it asks nobody anything. */
export function reportPage(
  result: Result,
  receipts: readonly ReceiptToPost[],
  files: ReportFiles,
): string {
  const { sums, asOf } = result
  const title = isClean(result.findings) ? 'Bank and ledger agree' : 'Bank and ledger differ'
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: ${escaped(dayWords(asOf))}</title>
<style>${REPORT_STYLE}</style>
<main>
<p class="eyebrow">Reconciliation of ${escaped(dayWords(asOf))}</p>
<h1>${title}</h1>
${leadOf(result)}
${todoOf(result, receipts, files)}
<h2 id="sums">Where all of it went</h2>
<div class="two">
${sumsTable('Received by the bank', sums.credits, creditWords)}
${sumsTable('Payments on the ledger', sums.payments, paymentWords)}
</div>
${totalOf(sums.debits).count === 0 ? '' : sumsTable('Paid out by the bank', sums.debits, debitWords)}
${reportSections(result, receipts)}
<h2 id="how">What was compared, and how</h2>
${factsOf(result)}
<p>A bank’s line and a payment belong together only where the ledger’s reference is the keyed hash of channel, bank reference and part; without the board’s secret nobody can make one. Several parts may pay for one line. Amount and day alone prove nothing: they are only suggested. The ledger’s side is what the portal publishes; a receipt that is recorded already can’t be recorded again, whatever this report says.</p>
<p class="soft">Keep this file in the office: it holds bank references and what payers wrote, which the ledger and its portal never show.</p>
</main>
</html>
`
}

function leadOf(result: Result): string {
  const { credits, payments } = result.sums
  const said: string[] = []
  const say = (sum: Sum | undefined, words: (sum: Sum) => string) => {
    if (sum !== undefined && sum.count > 0) said.push(words(sum))
  }
  say(
    credits.bankOnly,
    (sum) =>
      `<a href="#bankOnly"><strong>${counted(sum.count, 'receipt')} of ${money(sum.amount)}</strong></a> reached the bank and ${sum.count === 1 ? 'is' : 'are'} not on the ledger: paid, but shown as unpaid.`,
  )
  say(
    payments.chainOnly,
    (sum) =>
      `<a href="#chainOnly"><strong>${counted(sum.count, 'payment')} of ${money(sum.amount)}</strong></a> on the ledger ${sum.count === 1 ? 'is' : 'are'} not in the statement.`,
  )
  const mismatches = ofKind(result, 'mismatch').length
  if (mismatches > 0)
    said.push(
      `<a href="#mismatch"><strong>${counted(mismatches, 'reference')}</strong></a> ${mismatches === 1 ? 'is' : 'are'} on both sides but differ${mismatches === 1 ? 's' : ''}.`,
    )
  say(
    credits.duplicate,
    (sum) =>
      `<a href="#duplicate"><strong>${counted(sum.count, 'line')}</strong></a> of the statement ${sum.count === 1 ? 'repeats' : 'repeat'} another.`,
  )
  const matched = credits.matched ?? { count: 0, amount: 0n }
  const agree = `${counted(matched.count, 'receipt')} of ${money(matched.amount)} ${matched.count === 1 ? 'is' : 'are'} on both sides with the same amount.`
  return said.length === 0
    ? `<p class="lead">Every receipt of the statement is on the ledger, and every payment that it must show is in it: ${agree}</p>`
    : `<ul class="lead">${said.map((each) => `<li>${each}</li>`).join('')}<li class="soft">${agree}</li></ul>`
}

/** The next steps, the commands to type in them. */
function todoOf(
  result: Result,
  receipts: readonly ReceiptToPost[],
  { toSign, toComplete }: ReportFiles,
): string {
  const steps: string[] = []
  const ready = receipts.filter(({ lacks }) => lacks === undefined)
  const open = receipts.length - ready.length
  if (ready.length > 0)
    steps.push(
      `<strong>Sign ${counted(ready.length, 'receipt')} of ${money(sumOf(ready))}</strong> whose account the bank’s text names: <code>npm run wattledger -- receipt batch ${escaped(toSign)}</code>`,
    )
  if (open > 0)
    steps.push(
      `<strong>Complete ${counted(open, 'receipt')}</strong> in ${escaped(toComplete)}: fill in the account (and the reference, where there is none), remove what is recorded already, then sign that file in the same way.`,
    )
  if (ofKind(result, 'mismatch').some(({ why }) => why === 'returned'))
    steps.push(
      'Take back on the ledger what the bank returned: <code>npm run wattledger -- receipt reverse ACCOUNT --hash REFERENCE --reason CODE</code>',
    )
  if (steps.length === 0) return ''
  steps.push('Run the same <code>reconcile</code> again when the portal shows them.')
  return `<section class="todo"><h2>What to do</h2><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol></section>`
}

const sumOf = (receipts: readonly ReceiptToPost[]): bigint =>
  receipts.reduce((sum, { line }) => sum + line.amount, 0n)

function sumsTable(
  caption: string,
  side: Readonly<Partial<Record<Place, Sum>>>,
  words: Partial<Record<Place, string>>,
): string {
  const row = (label: string, { count, amount }: Sum) =>
    `<th scope="row">${label}</th><td class="figure">${grouped(count)}</td><td class="figure">${money(amount)}</td>`
  const rows = Object.entries(words).flatMap(([place, label]) => {
    const sum = side[place as Place]
    return sum === undefined ? [] : [`<tr>${row(label, sum)}</tr>`]
  })
  return `<table class="sums"><caption>${caption}</caption><thead><tr><th scope="col"><span class="unseen">What became of it</span></th><th scope="col" class="figure">Number</th><th scope="col" class="figure">Amount</th></tr></thead><tbody>${rows.join('')}</tbody><tfoot><tr>${row('In all', totalOf(side))}</tr></tfoot></table>`
}

function factsOf({ files, ledger, scope, asOf }: Result): string {
  const statement = files.map(({ path, format, lines, leftOut }, at) => {
    const number = files.length === 1 ? '' : `${at + 1}. `
    const [first] = leftOut
    const left =
      first === undefined
        ? ''
        : `; ${counted(leftOut.length, 'row')} left out (line ${first.line}: ${escaped(first.why)}${leftOut.length > 1 ? ', …' : ''})`
    return `${number}${escaped(basename(path))}: ${escaped(format)}, ${counted(lines.length, 'line')}${left}`
  })
  const block = ledger.block === undefined ? '' : `, up to block ${grouped(ledger.block)}`
  const facts = [
    ['Statement', statement.join('<br>')],
    ['Its days', `${dayWords(scope.from)} to ${dayWords(scope.to)}`],
    ['Ways of paying in it', [...scope.channels].join(', ')],
    ['Ledger', `${escaped(ledger.source)}: ${counted(ledger.payments.length, 'payment')}${block}`],
    ['Ages counted to', dayWords(dayNumber(asOf))],
  ]
  return `<dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`
}

const money = (amount: bigint): string => `<span class="nowrap">${formatRupees(amount)}</span>`
