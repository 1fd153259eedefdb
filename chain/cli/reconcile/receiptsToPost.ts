import { plainRupees } from '../../../contracts/rules/money.ts'
import type { BankLine } from './bankLine.ts'
import { csvLine, foreignText } from '../csvLine.ts'
import { formatDay } from '../quantities.ts'
import { ofKind, placeOf, type Result } from './result.ts'

/** A row that "wattledger receipt batch" reads. */
export type ReceiptToPost = {
  readonly line: BankLine
  readonly account: string
  readonly reference: string
  readonly channel: string
  readonly part: number
  /** Why a person has to look at it before it can be signed; undefined where all is known. */
  readonly lacks: string | undefined
}

/** One receipt for each line that the ledger lacks. */
export function receiptsToPost(result: Result): ReceiptToPost[] {
  const suggested = new Map(result.suggestions.map((each) => [each.line, each]))
  return ofKind(result, 'bankOnly').flatMap(({ lines, receipt, part }) =>
    lines.map((line) => {
      const suggestion = suggested.get(line)
      return {
        line,
        account: line.account ?? '',
        reference: receipt?.bankReference ?? '',
        channel: receipt?.channel ?? line.channel,
        part,
        lacks:
          suggestion !== undefined
            ? `perhaps recorded already, as entry ${suggestion.payment.seq} of ${suggestion.payment.account}`
            : receipt === undefined
              ? 'the bank gave no reference'
              : line.account === undefined
                ? 'whose account?'
                : undefined,
      }
    }),
  )
}

/** A batch file; the note says which line of the bank's file each receipt was. */
export const batchText = (result: Result, receipts: readonly ReceiptToPost[]): string =>
  [
    'account,amount,channel,reference,part,note',
    ...receipts.map(({ line, account, channel, reference, part, lacks }) =>
      csvLine([
        account,
        plainRupees(line.amount),
        channel,
        reference,
        part,
        foreignText(
          [
            ...(lacks === undefined ? [] : [`${lacks}:`]),
            `${placeOf(result, line)} of ${formatDay(line.day)},`,
            line.text,
          ].join(' '),
        ),
      ]),
    ),
    '',
  ].join('\n')
