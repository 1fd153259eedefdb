import { readFile } from 'node:fs/promises'
import { Signature, type Wallet } from 'ethers'
import { z } from 'zod'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import {
  readingTypedData,
  type SignedReading as Reading,
} from '../../contracts/rules/readingSignature.ts'
import { nameOf } from './accountBook.ts'
import { BadInput } from './exit.ts'
import { formatDay, parseDay } from './quantities.ts'

/** A reading with its meter's signature, as a file that anyone may carry to the ledger. */
export type SignedReading = z.infer<typeof schema>

const FORMAT = 'wattledger-reading/1'
const hex = (bytes: number) => z.string().regex(new RegExp(`^0x[0-9a-f]{${2 * bytes}}$`))

const schema = z.strictObject({
  format: z.literal(FORMAT),
  chainId: z.number().int().positive(),
  contract: hex(20),
  code: z.string(),
  account: hex(32),
  registerWh: z.string().regex(/^\d{1,20}$/),
  day: z.iso.date(),
  meter: z.string(),
  r: hex(32),
  vs: hex(32),
})

/** Signs by EIP-712 as `IBilling.submitReading` checks it; the same reading has always the same signature (RFC 6979). */
export async function signReading(
  meter: Wallet,
  { chainId, contract }: Pick<Manifest, 'chainId' | 'contract'>,
  reading: Reading,
): Promise<SignedReading> {
  const typed = readingTypedData(reading, { chainId, contract })
  const signed = await meter.signTypedData(
    typed.domain,
    { Reading: [...typed.types.Reading] },
    reading,
  )
  const signature = Signature.from(signed)
  const { account, register, day } = reading
  return {
    format: FORMAT,
    chainId,
    contract,
    code: nameOf(account),
    account,
    registerWh: register.toString(),
    day: formatDay(day),
    meter: meter.address,
    r: signature.r,
    vs: signature.yParityAndS,
  }
}

/** Reads such a file, made for this ledger. Throws `BadInput`. */
export async function readSignedReading(path: string, manifest: Manifest): Promise<SignedReading> {
  let reading: SignedReading
  try {
    reading = schema.parse(JSON.parse(await readFile(path, 'utf8')))
    parseDay(reading.day)
  } catch (cause) {
    throw new BadInput(
      `${path} is no signed reading: name a file that "wattledger reading sign" wrote.`,
      { cause },
    )
  }
  if (reading.chainId !== manifest.chainId || reading.contract !== manifest.contract) {
    throw new BadInput(
      `${path} was signed for the contract ${reading.contract} on chain ${reading.chainId}, not for this ledger (${manifest.contract} on ${manifest.chainId}): sign it anew.`,
    )
  }
  return reading
}
