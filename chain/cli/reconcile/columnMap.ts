import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { BadInput } from '../exit.ts'
import { channels } from '../receiptReference.ts'
import { dayOrders } from './bankDay.ts'

const column = z.string().min(1)
/** One heading, or several of which a file has one: banks rename their columns. */
const oneOf = z.union([column, z.array(column).min(1)]).transform((names) => [names].flat())
const money = z.union([
  z.strictObject({ credit: oneOf, debit: oneOf.optional() }),
  z.strictObject({
    amount: oneOf,
    /** The column that tells credit from debit, and how it says credit and debit; else the amount's sign or CR, DR does. */
    direction: z
      .strictObject({ column: oneOf, credit: z.array(z.string()), debit: z.array(z.string()) })
      .optional(),
    /** Every amount is money received. */
    isAlwaysCredit: z.boolean().optional(),
  }),
])

const columnMap = z.strictObject({
  name: z.string().min(1),
  day: oneOf,
  dayOrder: z.enum(dayOrders).default('dmy'),
  /** Columns of bank references, the likeliest first. */
  references: z.array(oneOf).default([]),
  text: z.array(oneOf).default([]),
  /** A column in which the consumer's account code stands. */
  account: oneOf.optional(),
  money,
  /** By which way all of it came; else each line's text tells. */
  channel: z.enum(Object.keys(channels) as [keyof typeof channels]).optional(),
  /** Rows that count only with one of these words in this column: others did not succeed. */
  status: z.strictObject({ column: oneOf, booked: z.array(z.string()).min(1) }).optional(),
})

/** Which column of a bank's file holds what. */
export type ColumnMap = z.output<typeof columnMap>

export const makeMap = (map: z.input<typeof columnMap>): ColumnMap => columnMap.parse(map)

/** A map of one's own. Throws `BadInput` with what is wrong in it. */
export async function readMap(path: string): Promise<ColumnMap> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new BadInput(`The column map ${path} can't be read: check its name.`, { cause })
  })
  const json = parsed(path, text)
  const read = columnMap.safeParse(json)
  if (read.success) return read.data
  throw new BadInput(
    `The column map ${path} can't be used; see "wattledger reconcile --help" for its form.\n${z.prettifyError(read.error)}`,
  )
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new BadInput(`The column map ${path} is no JSON: ${why}. Correct it.`, { cause })
  }
}
