import { gatherEvidence } from '../../../../chain/monitor/gatherEvidence.ts'
import { createTransport } from '../../../../chain/reader/transport.ts'
import type { Hex } from '../../../../contracts/events/hex.ts'
import { write } from '../../../../contracts/proof/evidence/read.ts'
import type { Evidence } from '../../../../contracts/proof/evidence/shape.ts'
import type { Played } from './scenario.ts'

/** Evidence of an account, or of one bill, of a chain that a test played on, straight from its node. */
export async function gather(
  { url, manifest }: Pick<Played, 'url' | 'manifest'>,
  account: Hex,
  bill: number | null = null,
): Promise<Evidence> {
  const node = createTransport(url)
  try {
    return await gatherEvidence(node, manifest, account, bill)
  } finally {
    node.close()
  }
}

export const gatherText = async (...of: Parameters<typeof gather>): Promise<string> =>
  write(await gather(...of))
