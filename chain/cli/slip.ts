import { join } from 'node:path'
import { encodeQR } from 'qr'
import type { DayNumber, Paise } from '../../contracts/rules/units.ts'
import { dayWords } from '../../contracts/rules/day.ts'
import { replaceDurably } from '../journal/durableFile.ts'
import { escaped } from './escaped.ts'
import { formatRupees } from './quantities.ts'
import type { Channel } from './receiptReference.ts'

/** What a payer takes home before the ledger has the receipt. */
export type Slip = {
  /** The account's code. */
  readonly account: string
  readonly amount: Paise
  readonly channel: Channel
  /** As given: the payer's own paper may show it, the ledger does not. */
  readonly bankReference: string
  readonly part: number
  /** Day on which it was given out. */
  readonly day: DayNumber
  /** The reference as recorded. */
  readonly hash: string
  readonly portalUrl: string
}

type SlipPaths = { readonly text: string; readonly page: string }

export function slipPaths(
  folder: string,
  { account, hash }: Pick<Slip, 'account' | 'hash'>,
): SlipPaths {
  const name = join(folder, `slip-${account}-${hash.slice(2, 12)}`)
  return { text: `${name}.txt`, page: `${name}.html` }
}

/** Writes the slip as text and as a page to print; a slip of the same receipt is written over. */
export async function writeSlip(paths: SlipPaths, slip: Slip): Promise<void> {
  await replaceDurably(paths.text, slipText(slip))
  await replaceDurably(paths.page, slipPage(slip))
}

/** Where anyone sees whether the receipt is recorded. */
export const referenceUrl = ({ portalUrl, hash }: Pick<Slip, 'portalUrl' | 'hash'>): string =>
  `${portalUrl}/references/${hash}`

const channelWords = { cash: 'in cash', upi: 'by UPI', bank: 'by bank', card: 'by card' } as const

const rowsOf = ({ account, amount, channel, bankReference, part, day, hash }: Slip) =>
  [
    ['Account', account],
    ['Received', `${formatRupees(amount)} ${channelWords[channel]}`],
    ['On', dayWords(day)],
    ['Receipt number', part === 1 ? bankReference : `${bankReference}, part ${part}`],
    ['Reference on the ledger', hash],
  ] as const

const TITLE = 'Slip for a payment'
const KEEP =
  'Keep this slip until the page below says "recorded in block …". While it says "not recorded yet", this slip is what shows that you paid: take it to the cash office, or to the consumers\' forum.'

export const slipText = (slip: Slip): string =>
  [
    TITLE.toUpperCase(),
    '',
    ...rowsOf(slip).map(([label, value]) => `${`${label}:`.padEnd(25)} ${value}`),
    '',
    KEEP,
    referenceUrl(slip),
    '',
  ].join('\n')

/** One file that needs nothing else: styles and QR are in it. */
export const slipPage = (slip: Slip): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}: ${escaped(slip.account)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; }
  dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
  svg { width: 12rem; height: 12rem; } a { overflow-wrap: anywhere; }
  @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: 0.5rem; } }
  @media print { body { margin: 0; } @page { margin: 1.5cm; } }
</style>
<h1>${TITLE}</h1>
<dl>
${rowsOf(slip)
  .map(([label, value]) => `  <dt>${label}</dt><dd>${escaped(value)}</dd>`)
  .join('\n')}
</dl>
<p>${escaped(KEEP)}</p>
<p role="img" aria-label="QR code of the address below">${encodeQR(referenceUrl(slip), 'svg', { ecc: 'medium' })}</p>
<p><a href="${escaped(referenceUrl(slip))}">${escaped(referenceUrl(slip))}</a></p>
</html>
`
