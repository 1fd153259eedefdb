import { z } from 'zod'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { Transport } from '../reader/transport.ts'
import { DeploymentError } from './deploymentError.ts'

/** What tells a chain from every other, and how it is run. */
export type ChainIdentity = Pick<Manifest, 'chain' | 'chainId' | 'genesisHash'> & {
  /** Addresses that the genesis lets seal, lower case; none on anvil. */
  readonly sealers: readonly string[]
}

const answers = z.tuple([
  z.string(),
  z.string(),
  z.object({ hash: z.string(), extraData: z.string() }),
])

/** Asks a node which chain it serves. Throws `TransportError`, or `DeploymentError` where it is no Ethereum node. */
export async function identify(node: Transport): Promise<ChainIdentity> {
  const read = answers.safeParse(
    await node.batch([
      { method: 'web3_clientVersion', params: [] },
      { method: 'eth_chainId', params: [] },
      { method: 'eth_getBlockByNumber', params: ['0x0', false] },
    ]),
  )
  if (!read.success) {
    throw new DeploymentError(
      3,
      `The node at ${node.url} doesn't say which chain it serves: check that it is an Ethereum node.`,
      { cause: read.error },
    )
  }
  const [client, chainId, genesis] = read.data
  return {
    chain: client.toLowerCase().startsWith('anvil') ? 'anvil' : 'geth',
    chainId: Number(chainId),
    genesisHash: genesis.hash.toLowerCase() as Manifest['genesisHash'],
    sealers: sealersIn(genesis.extraData),
  }
}

/** EIP-225: 32 bytes of vanity, the signers' addresses, 65 bytes of seal. */
function sealersIn(extraData: string): string[] {
  const list = extraData.slice(2 + 64, -130)
  return (list.match(/.{40}/g) ?? []).map((address) => `0x${address.toLowerCase()}`)
}
