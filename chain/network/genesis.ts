import type { Party } from '../../contracts/proof/manifest.ts'

/** The three who seal blocks, each by a node of its own. With three, one may be down. */
export const parties = ['board', 'consumer', 'regulator'] as const satisfies Party[]

export type Signer = { readonly party: Party; readonly address: string }

export const CHAIN_ID = 20_482
/** Of every block; Geth drifts to its own wish unless each signer says the same by `--miner.gaslimit`. */
export const GAS_LIMIT = 60_000_000
/** What the board may transfer to consumers' keys against cash: ₹100 crore, in wei (10^18 are ₹1). */
export const BOARD_UNITS = 10n ** 9n * 10n ** 18n

/**
 * The genesis of a Clique network of these signers, as `geth init` takes it (EIP-225). Berlin is the last fork: with
 * London's base fee a payment of ₹2,000 would leave more than ₹2,000. `period` is seconds between blocks.
 */
export function genesisOf({
  signers,
  board,
  period,
}: {
  signers: readonly Signer[]
  board: string
  period: number
}) {
  const sealers = signers.map(({ address }) => address.slice(2).toLowerCase()).toSorted()
  return {
    config: {
      chainId: CHAIN_ID,
      homesteadBlock: 0,
      eip150Block: 0,
      eip155Block: 0,
      eip158Block: 0,
      byzantiumBlock: 0,
      constantinopleBlock: 0,
      petersburgBlock: 0,
      istanbulBlock: 0,
      muirGlacierBlock: 0,
      berlinBlock: 0,
      clique: { period, epoch: 30_000 },
    },
    difficulty: '0x1',
    gasLimit: `0x${GAS_LIMIT.toString(16)}`,
    extradata: `0x${'00'.repeat(32)}${sealers.join('')}${'00'.repeat(65)}`,
    alloc: { [board]: { balance: `0x${BOARD_UNITS.toString(16)}` } },
  }
}
