import type { Hex } from '../../contracts/events/hex.ts'
import { BadInput } from '../problem/problem.ts'
import { type AccountKey, readAccountKey } from '../record/findAccount.ts'
import { plain } from '../words/t.ts'

/** What someone who typed this is looking for. */
export type Wanted =
  | { readonly kind: 'account'; readonly key: AccountKey }
  | { readonly kind: 'bill'; readonly key: AccountKey; readonly number: number }
  | { readonly kind: 'block'; readonly number: number }
  | { readonly kind: 'hash'; readonly hash: Hex }

/** As a bill is named on paper and on its page: "K7Q29-XMD4T-H/7", "K7Q29-XMD4T-H bill no. 7", "Bill 7 of account K7Q29-XMD4T-H". */
const CODE_FIRST =
  /^(?<code>.+?)\s*(?:[/#,]|\s)\s*(?:bill\s*(?:no\.?|number)?\s*)?(?<number>\d{1,9})$/i
const BILL_FIRST =
  /^bill\s*(?:no\.?|number)?\s*(?<number>\d{1,9})[\s,]+(?:of\s+)?(?:account\s+)?(?<code>.+)$/i
const BILL_ALONE = /^bill\s*(?:no\.?|number)?\s*\d{1,9}$/i

/** Reads the search field. A code has 11 signs and a hash 64, so neither is taken for a block's number. */
export const readWanted = (typed: string): Wanted => {
  const text = ofAddress(typed.trim())
  if (text === '') throw new BadInput(plain('problem.nothingTyped'), plain('problem.typeSomething'))
  const [, hash] = /^(?:0x)?([0-9a-f]{64})$/i.exec(text) ?? []
  if (hash !== undefined) return { kind: 'hash', hash: `0x${hash.toLowerCase()}` }
  if (/^(?:0x)/i.test(text))
    throw new BadInput(
      plain('problem.notWholeHash', { text, digits: text.length - 2 }),
      plain('problem.copyAll'),
    )
  const [, grouped] = /^(?:block\s+)?(\d{1,3}(?:,\d{2,3})*|\d{1,9})$/i.exec(text) ?? []
  if (grouped !== undefined) return { kind: 'block', number: Number(grouped.replaceAll(',', '')) }
  if (BILL_ALONE.test(text))
    throw new BadInput(plain('problem.billOfWhich', { text }), plain('problem.codeFirst'))
  const { code, number } = (CODE_FIRST.exec(text) ?? BILL_FIRST.exec(text))?.groups ?? {}
  if (code !== undefined && number !== undefined)
    return { kind: 'bill', key: readAccountKey(code), number: Number(number) }
  return { kind: 'account', key: readAccountKey(text) }
}

/** What a QR code of a bill or a slip says, where somebody copied it into the field: the address of a page of ours. */
const ofAddress = (text: string): string => {
  const [, code, bill] =
    /^https?:\/\/[^/]+\/accounts\/([^/?#]+)(?:\/bills\/(\d+))?/i.exec(text) ?? []
  if (code !== undefined) return bill === undefined ? code : `${code}/${bill}`
  return /^https?:\/\/[^/]+\/(?:references|transactions)\/(0x[0-9a-f]{64})/i.exec(text)?.[1] ?? text
}
