import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { Hex } from '../../contracts/events/hex.ts'

/** A manifest for tests that deploy no ledger: chain, contract and signers as given, the rest made up. */
export const manifestOf = (
  given: Pick<Manifest, 'chain' | 'genesisHash' | 'contract' | 'signers'>,
): Manifest => ({
  version: 1,
  chainId: 20_482,
  deployedBlock: 1,
  deployTransaction: word('0a'),
  codeHash: word('0b'),
  parties: { board: address('0c'), regulator: address('0d'), treasury: address('0e') },
  adjustmentLimitPaise: '0',
  ...given,
})

const address = (byte: string): Hex => `0x${byte.repeat(20)}`
const word = (byte: string): Hex => `0x${byte.repeat(32)}`
