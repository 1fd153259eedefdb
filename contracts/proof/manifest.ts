import { z } from 'zod'
import type { Hex } from '../events/hex.ts'

/** The parties that seal the network's blocks. */
export type Party = 'board' | 'consumer' | 'regulator'

const hex = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${2 * length}}$`), `0x and ${2 * length} hexadecimal digits`)
    .transform((text) => text.toLowerCase() as Hex)
const address = hex(20)
const word = hex(32)

const shape = z.strictObject({
  version: z.literal(1),
  chain: z.enum(['geth', 'anvil']),
  chainId: z.int().positive(),
  genesisHash: word,
  contract: address,
  deployedBlock: z.int().nonnegative(),
  deployTransaction: word,
  codeHash: word,
  parties: z.strictObject({ board: address, regulator: address, treasury: address }),
  signers: z
    .array(z.strictObject({ party: z.enum(['board', 'consumer', 'regulator']), address }))
    .refine(
      (signers) =>
        new Set(signers.map(({ address }) => address)).size === signers.length &&
        new Set(signers.map(({ party }) => party)).size === signers.length,
      'each party and each address once',
    ),
  adjustmentLimitPaise: z.string().regex(/^(?:0|[1-9]\d{0,18})$/, 'a whole number of paise'),
})

/**
 * What a deployment says of itself: the chain's identity, the contract, and who seals. Addresses and hashes in lower
 * case. `signers` is empty where no party seals (anvil): what is read there is practice.
 */
export type Manifest = Readonly<z.infer<typeof shape>>

/** Reads a manifest's JSON. Throws `UnreadableManifest`, naming the member that is wrong. */
export const parseManifest = (text: string): Manifest => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new UnreadableManifest('it is not JSON', cause)
  }
  const read = shape.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UnreadableManifest(
    `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'wrong'}`,
    read.error,
  )
}

export class UnreadableManifest extends Error {
  override readonly name = 'UnreadableManifest'
  readonly reason: string
  constructor(reason: string, cause?: unknown) {
    super(
      `The manifest can't be read (${reason}): take the one that "wattledger deploy" wrote, or deploy anew.`,
      { cause },
    )
    this.reason = reason
  }
}
