import { createTransport, type Transport } from '../../../../chain/reader/transport.ts'
import { type BillingEvent, decodeEvent } from '../../../../contracts/events/codec.ts'
import { bytesOf, type Hex, hexOf } from '../../../../contracts/events/hex.ts'
import { chainOf } from '../../../../contracts/proof/evidence/identity.ts'
import { categoriesFor, makeEvidence, slotsFor } from '../../../../contracts/proof/evidence/make.ts'
import { write } from '../../../../contracts/proof/evidence/read.ts'
import { majorityOf } from '../../../../contracts/proof/evidence/seals.ts'
import type { Evidence } from '../../../../contracts/proof/evidence/shape.ts'
import { encodeHeader, headerFromJson } from '../../../../contracts/proof/header.ts'
import { accountOfCategory } from '../../../../contracts/rules/accountCode.ts'
import type { Played } from './scenario.ts'

/** Evidence of an account, or of one bill, of a chain that a test played on, straight from its node. */
export async function gather(
  { url, manifest }: Pick<Played, 'url' | 'manifest'>,
  account: Hex,
  bill: number | null = null,
): Promise<Evidence> {
  const node = createTransport(url)
  try {
    const headers = manifest.signers.length === 0 ? 1 : majorityOf(manifest.signers)
    const newest = Number(await node.request('eth_blockNumber', []))
    const block = newest - headers + 1
    const events = await eventsOf(node, manifest.contract, account, block)
    const categories = new Map<number, BillingEvent[]>()
    for (const category of categoriesFor(events, bill)) {
      const whose = accountOfCategory(category)
      categories.set(category, await eventsOf(node, manifest.contract, whose, block))
    }
    const slots = slotsFor(account, [...categories.keys()]).map((slot) => hexOf(slot))
    return makeEvidence({
      chain: chainOf(manifest, block),
      account,
      bill,
      events,
      categories,
      proof: await node.request('eth_getProof', [manifest.contract, slots, tagOf(block)]),
      headers: await Promise.all(
        Array.from({ length: headers }, async (_, i) => {
          const header = await node.request('eth_getBlockByNumber', [tagOf(block + i), false])
          return encodeHeader(headerFromJson(header))
        }),
      ),
    })
  } finally {
    node.close()
  }
}

export const gatherText = async (...of: Parameters<typeof gather>): Promise<string> =>
  write(await gather(...of))

const eventsOf = async (
  node: Transport,
  contract: Hex,
  account: Hex,
  block: number,
): Promise<BillingEvent[]> => {
  const filter = { address: contract, fromBlock: '0x0', toBlock: tagOf(block) }
  const logs = await node.request('eth_getLogs', [{ ...filter, topics: [null, account] }])
  return (logs as { topics: string[]; data: string }[]).map(({ topics, data }) =>
    decodeEvent({ topics, data: bytesOf(data) }),
  )
}

const tagOf = (number: number): string => `0x${number.toString(16)}`
