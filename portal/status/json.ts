import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { Json } from '../answer.ts'
import type { Standing } from '../record/standing.ts'
import type { CodeCheck } from './checkCode.ts'
import type { Status } from './query.ts'

type Found = Status & { readonly code: CodeCheck | null; readonly chainHead: number | null }

/** `chainHead`: the node's newest block; `indexed`: the last one stored; `proven`: the last that two parties sealed. */
export const statusJson = (found: Found, standing: Standing | null, manifest: Manifest): Json => ({
  chainHead: found.chainHead,
  indexed: standing?.block ?? null,
  proven: standing === null ? null : (standing.indexer?.proven ?? standing.block),
  lagSeconds: standing?.indexer?.lagSeconds ?? null,
  indexer: standing?.indexer?.state ?? null,
  alarm: standing?.indexer?.alarm ?? null,
  block: standing === null ? null : { hash: standing.hash, timestamp: standing.timestamp },
  chain: manifest.chain,
  chainId: manifest.chainId,
  genesisHash: manifest.genesisHash,
  contract: manifest.contract,
  entries: found.entries,
  accounts: found.accounts,
  orphanedBlocks: found.orphanedBlocks,
  signers: found.sealings.map(({ party, address, blocks, last }) => ({
    party,
    address,
    blocks,
    lastBlock: last,
  })),
  code:
    found.code === null
      ? null
      : {
          source: found.code.ofSource,
          chain: found.code.onChain.isProven ? found.code.onChain.value : null,
        },
})
