import { z } from 'zod'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { formatRupees } from '../../contracts/rules/money.ts'
import { paise } from '../../contracts/rules/units.ts'
import type { FollowedAccount } from './ledgerAudit.ts'

const whole = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt)

/** What is compared of the portal's answer; what else it holds is left aside. */
const answer = z.object({
  account: z.object({
    id: z.string(),
    entries: z.int(),
    balancePaise: whole,
    head: z.object({ here: z.string() }).nullable(),
  }),
  bills: z.array(
    z.object({
      number: z.int(),
      amountPaise: whole,
      original: z.object({ amountPaise: whole }).nullable(),
    }),
  ),
  payments: z.array(z.object({ seq: z.int(), amountPaise: whole, balancePaise: whole })),
})

/** What became of comparing: the portal agrees, is behind, can't be asked, or says otherwise (each a sentence). */
export type Comparison =
  | { readonly state: 'agrees' | 'behind' }
  | { readonly state: 'ahead'; readonly message: string }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'differs'; readonly messages: readonly string[] }

/**
 * Compares what the portal at `url` answers about an account with its proven entries. A portal that is a few entries behind
 * is held to what the account was then.
 */
export const comparePortal = async (
  url: string,
  followed: FollowedAccount,
): Promise<Comparison> => {
  let json: unknown
  try {
    const address = new URL(
      `accounts/${followed.account}.json`,
      url.endsWith('/') ? url : `${url}/`,
    )
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    if (response.status === 404) return { state: 'behind' }
    if (response.status !== 200) return { state: 'silent', reason: `status ${response.status}` }
    json = await response.json()
  } catch (error) {
    return { state: 'silent', reason: error instanceof Error ? error.message : String(error) }
  }
  const read = answer.safeParse(json)
  if (!read.success) {
    return { state: 'differs', messages: ['Its answer is none of a wattledger portal.'] }
  }
  const { id, entries } = read.data.account
  if (id === followed.account && entries > followed.seq) {
    const message = `It has ${entries} entries of account ${codeOf(followed.account)}, the chain has ${followed.seq}.`
    return { state: 'ahead', message }
  }
  const messages = differences(read.data, followed)
  if (messages.length > 0) return { state: 'differs', messages }
  return { state: read.data.account.entries < followed.seq ? 'behind' : 'agrees' }
}

const differences = (
  { account, bills, payments }: z.infer<typeof answer>,
  { account: id, audit, trail, payments: paid, seq }: FollowedAccount,
): string[] => {
  const { entries } = account
  const name = codeOf(id)
  const then = trail[entries - 1]
  if (account.id !== id || then === undefined) {
    return [`It has ${entries} entries of account ${name}, the chain has ${seq}.`]
  }
  const found: string[] = []
  if (account.head !== null && account.head.here !== then.head) {
    found.push(
      `Its ${entries} entries of account ${name} give the fingerprint ${account.head.here}, those of the chain ${then.head}.`,
    )
  }
  if (account.balancePaise !== then.balance) {
    found.push(
      `It says account ${name} owes ${rupees(account.balancePaise)}, on the chain it owes ${rupees(then.balance)}.`,
    )
  }
  const recorded = new Map(audit?.bills.map((bill) => [bill.number, bill]))
  for (const { number, amountPaise, original } of bills) {
    const bill = recorded.get(number)
    const isIssued = bill?.amount === (original?.amountPaise ?? amountPaise)
    // One that is behind may not have a correction yet.
    if (isIssued && (entries < seq || bill?.corrected === amountPaise)) continue
    const [told, amount] = isIssued
      ? [amountPaise, bill?.corrected]
      : [original?.amountPaise ?? amountPaise, bill?.amount]
    found.push(
      `It says bill ${number} of account ${name} is ${rupees(told)}, on the chain it is ${amount === undefined ? 'not there' : rupees(amount)}.`,
    )
  }
  const expected = paid.filter((payment) => payment.seq <= entries)
  const told = payments.toSorted((a, b) => a.seq - b.seq)
  const isSame =
    told.length === expected.length &&
    expected.every(({ seq, amount, balance }, i) => {
      const payment = told[i]
      return (
        payment?.seq === seq && payment.amountPaise === amount && payment.balancePaise === balance
      )
    })
  if (!isSame) {
    const sum = (amounts: readonly bigint[]) => rupees(amounts.reduce((a, b) => a + b, 0n))
    found.push(
      `It lists ${told.length} payments of account ${name}, ${sum(told.map(({ amountPaise }) => amountPaise))}; the chain has ${expected.length}, ${sum(expected.map(({ amount }) => amount))}.`,
    )
  }
  return found
}

const rupees = (amount: bigint): string => formatRupees(paise(amount))
