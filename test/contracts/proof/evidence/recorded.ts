import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTrust } from '../../../../contracts/proof/evidence/read.ts'
import type { Evidence, Trust } from '../../../../contracts/proof/evidence/shape.ts'

/** Evidence that real Geth networks of three signers proved, as record.ts recorded it. */
export type Recorded =
  'plain' | 'plain-before' | 'plain-bill-1' | 'eventful' | 'eventful-bill-1' | 'falsified'

/** The names of all evidence that holds. */
export const good: readonly Recorded[] = ['plain', 'plain-bill-1', 'eventful', 'eventful-bill-1']

type Chain = 'here' | 'elsewhere'

export const fileOf = (name: Recorded | 'trust', chain: Chain = 'here'): string =>
  join(import.meta.dirname, 'recorded', chain, `${name}.json`)

export const textOf = (name: Recorded, chain: Chain = 'here'): string =>
  readFileSync(fileOf(name, chain), 'utf8')

export const evidenceOf = (name: Recorded, chain: Chain = 'here'): Evidence =>
  JSON.parse(textOf(name, chain)) as Evidence

export const trustIn = (chain: Chain = 'here'): Trust =>
  readTrust(readFileSync(fileOf('trust', chain), 'utf8'))
