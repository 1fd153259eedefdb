import type { z } from 'zod'
import { channelIds } from '../words/channel.ts'

/** A route's JSON: what it tells, what its address may ask, and the shape of its answer. */
export interface Described {
  readonly summary: string
  readonly asks?: readonly Parameter[]
  readonly answer: z.ZodType
}
export type Descriptions = Readonly<Record<string, Described>>

/** What addresses ask for, by name: in the path, or in the query. */
export const parameters = {
  account: 'An account’s code, as the bill has it, or its 32 bytes.',
  number: 'The number of a bill within its account, or of a block.',
  tariff: 'A tariff’s number.',
  reference: 'A receipt’s reference: 32 bytes, as its slip has it.',
  key: 'A key’s address: 20 bytes.',
  hash: 'A transaction’s hash: 32 bytes.',
  block: 'A block’s number.',
  q: 'What was typed: an account’s code, a bill’s or block’s number, a hash, a reference.',
  after: 'Where the list goes on, as `next` names it.',
  before: 'Where the list goes on, as `next` names it.',
  sort: 'In which order: `next` keeps it.',
  category: 'Only this category: its number.',
  age: 'How many days overdue (0-30, 31-60, 61-90, 91-180, 181-365, above-365), overdue for any (unless told), or not-due, held, credit.',
  kind: 'Only entries of a kind, or of one of the lists that the page offers.',
  actor: 'Only what this key recorded, or every key that ever had this role.',
  from: 'From this day on, in India: YYYY-MM-DD.',
  to: 'Up to this day, in India: YYYY-MM-DD.',
  least: 'At least so much, in rupees: 1500 or 1500.50.',
  most: 'At most so much, in rupees.',
  channel: `Only payments by this channel: ${channelIds.join(', ')}.`,
  rule: 'Only by this rule: high, low, zero, jump, rollover or late.',
  log: 'Only the entry at this place in the block.',
} as const satisfies Record<string, string>

export type Parameter = keyof typeof parameters
