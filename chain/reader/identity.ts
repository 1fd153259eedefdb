import { bytesOf, hexOf } from '../../contracts/events/hex.ts'
import { encodeHeader, headerFromJson, headerHash } from '../../contracts/proof/header.ts'
import { bytesIn, numberIn, objectIn } from '../../contracts/proof/json.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { ForeignChain } from './alarms.ts'
import type { Transport } from './transport.ts'
import type { Checkpoint } from './types.ts'

/** Block 0 of the deployment's chain: the checkpoint of who has stored nothing yet. */
export const genesisOf = (manifest: Manifest): Checkpoint => ({
  number: 0,
  hash: bytesOf(manifest.genesisHash),
})

/**
 * That the node is of the manifest's chain: chain id and genesis. Geth's genesis is hashed here; anvil's has another hash
 * than its fields, so there its word is taken, and block 1 must link to it. Throws `ForeignChain`.
 */
export const checkIdentity = async (
  transport: Transport,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<void> => {
  const [chainId, block] = await transport.batch(
    [
      { method: 'eth_chainId', params: [] },
      { method: 'eth_getBlockByNumber', params: ['0x0', false] },
    ],
    signal,
  )
  const id = numberIn({ chainId }, 'chainId')
  if (id !== manifest.chainId)
    throw new ForeignChain('chain id', String(id), String(manifest.chainId))
  const genesis = objectIn(block, 'block 0')
  const hash =
    manifest.chain === 'anvil'
      ? bytesIn(genesis, 'hash', 32)
      : headerHash(encodeHeader(headerFromJson(genesis)))
  if (hexOf(hash) !== manifest.genesisHash) {
    throw new ForeignChain('genesis hash', hexOf(hash), manifest.genesisHash)
  }
}
