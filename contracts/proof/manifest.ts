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

const signers = z
  .array(z.strictObject({ party: z.enum(['board', 'consumer', 'regulator']), address }))
  .refine(
    (all) =>
      new Set(all.map(({ address }) => address)).size === all.length &&
      new Set(all.map(({ party }) => party)).size === all.length,
    'each party and each address once',
  )

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
  signers,
  signerChanges: z.array(z.strictObject({ block: z.int().positive(), signers })).optional(),
  adjustmentLimitPaise: z.string().regex(/^(?:0|[1-9]\d{0,18})$/, 'a whole number of paise'),
})

/**
 * What a deployment says of itself: the chain's identity, the contract, and who seals. Addresses and hashes in lower
 * case. `signers` seal from the genesis on; it is empty where no party seals (anvil): what is read there is practice.
 * `signerChanges` lists, by rising first block, the sets that the parties agreed on since.
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
