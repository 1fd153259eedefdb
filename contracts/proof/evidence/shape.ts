import * as z from 'zod/mini'
import { eventNames } from '../../events/topics.ts'
import type { EventName } from '../../events/layouts.ts'
import type { Hex } from '../../events/hex.ts'

/**
 * The shapes of the two files, `wattledger-evidence/1` and `wattledger-trust/1`; README.md of contracts/proof says what
 * each member means. Strict: no member more or less, bytes in lower-case hexadecimal. zod/mini, since a browser loads it.
 */
const hex = (length: number) =>
  z
    .string()
    .check(z.regex(new RegExp(`^0x[0-9a-f]{${2 * length}}$`)))
    .check(z.describe(`${length} bytes in lower-case hexadecimal`)) as unknown as z.ZodMiniType<Hex>
const address = hex(20)
const word = hex(32)
/** Not a pattern of pairs, which would be matched on the stack: megabytes may come. That they are pairs is seen when read. */
const bytes = z
  .string()
  .check(z.regex(/^0x[0-9a-f]*$/))
  .check(z.describe('Bytes in lower-case hexadecimal')) as unknown as z.ZodMiniType<Hex>
const whole = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to))
const event = z.enum(eventNames as [EventName, ...EventName[]])

const signers = z.array(
  z.strictObject({ party: z.enum(['board', 'consumer', 'regulator']), address }),
)
const entries = z.array(z.strictObject({ event, data: bytes }))
const nodes = z.array(bytes)

const chainId = whole(1, Number.MAX_SAFE_INTEGER)
const block = whole(0, 2 ** 32 - 1)

export const evidenceShape = z.strictObject({
  format: z.literal('wattledger-evidence/1'),
  chain: z.strictObject({ chainId, genesisHash: word, contract: address, codeHash: word, signers }),
  account: word,
  bill: z.nullable(whole(1, 2 ** 32 - 1)),
  entries,
  later: z.array(z.strictObject({ event, hash: word })),
  categories: z.array(z.strictObject({ category: whole(1, 65_535), entries })),
  proof: z.strictObject({
    contract: nodes,
    head: nodes,
    standing: nodes,
    categories: z.array(nodes),
  }),
  headers: z.array(bytes).check(z.minLength(1)),
})

export const trustShape = z.strictObject({
  format: z.literal('wattledger-trust/1'),
  chainId,
  genesisHash: word,
  contract: address,
  codeHash: word,
  signers,
  signerChanges: z.array(z.strictObject({ block, signers })),
  minimumBlock: block,
})

type Deep<T> = T extends Hex
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Deep<Each>[]
    : T extends object
      ? { readonly [Name in keyof T]: Deep<T[Name]> }
      : T

/** A statement with all that proves it. */
export type Evidence = Deep<z.infer<typeof evidenceShape>>
/** What someone who verifies takes for granted: which chain, which contract, who seals, and how old it may be at most. */
export type Trust = Deep<z.infer<typeof trustShape>>
export type ChainClaim = Evidence['chain']
export type ProvenEntry = Evidence['entries'][number]
export type Signers = Trust['signers']
