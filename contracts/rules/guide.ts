import { z } from 'zod'
import type { Hex } from '../events/hex.ts'

/** Situations by what they are about, in the order in which a guide tells them. */
export const guideGroups = [
  'Agreements',
  'Meters and readings',
  'Rates',
  'Payments',
  'Overdue',
  'Corrections and disputes',
  'Charging stations',
] as const
export type GuideGroup = (typeof guideGroups)[number]

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-f]{${2 * bytes}}$`))
    .transform((text) => text as Hex)

const situation = z.strictObject({
  key: z.string(),
  group: z.enum(guideGroups),
  title: z.string(),
  /** What to see there, in plain words. */
  sentence: z.string(),
  /** The account's code. */
  code: z.string(),
  /** The bill to look at, where it is one. */
  bill: z.int().positive().nullable(),
})
export type Situation = z.infer<typeof situation>

const shape = z.strictObject({
  version: z.literal(1),
  /** The ledger it is about. */
  genesisHash: hex(32),
  contract: hex(20),
  /** The past that it tells of. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Whether the ledger recorded each act on its own day. */
  isLived: z.boolean(),
  accounts: z.int().positive(),
  situations: z.array(situation),
})

/** What to look at in a demo: which account shows what. Made beside the ledger, and no part of it. */
export type Guide = z.infer<typeof shape>

/** Reads a guide's JSON; undefined where it is none. */
export const parseGuide = (text: string): Guide | undefined => {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
