import { type BillingEvent, decodeEvent } from '../../contracts/events/codec.ts'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import { chainOf } from '../../contracts/proof/evidence/identity.ts'
import { categoriesFor, makeEvidence, slotsFor } from '../../contracts/proof/evidence/make.ts'
import { majorityOf } from '../../contracts/proof/evidence/seals.ts'
import type { Evidence } from '../../contracts/proof/evidence/shape.ts'
import { encodeHeader, headerFromJson } from '../../contracts/proof/header.ts'
import { bytesIn, listIn, objectIn } from '../../contracts/proof/json.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import type { Transport } from '../reader/transport.ts'

/**
 * Evidence of an account, or of one of its bills, straight from a node, at the newest block that enough parties sealed.
 * What the node says is not proven here: whoever verifies the evidence finds out. Throws `TransportError`,
 * `MalformedAnswer`, `UndecodableLog`.
 */
export const gatherEvidence = async (
  node: Transport,
  manifest: Manifest,
  account: Hex,
  bill: number | null = null,
): Promise<Evidence> => {
  const headers = manifest.signers.length === 0 ? 1 : majorityOf(manifest.signers)
  const newest = Number(await node.request('eth_blockNumber', []))
  const block = Math.max(0, newest - headers + 1)
  const eventsOf = (whose: Hex) => readEvents(node, manifest, whose, block)
  const events = await eventsOf(account)
  const categories = new Map<number, BillingEvent[]>()
  for (const category of categoriesFor(events, bill)) {
    categories.set(category, await eventsOf(accountOfCategory(category)))
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
}

const readEvents = async (
  node: Transport,
  { contract, deployedBlock }: Manifest,
  account: Hex,
  block: number,
): Promise<BillingEvent[]> => {
  const filter = {
    address: contract,
    fromBlock: tagOf(deployedBlock),
    toBlock: tagOf(block),
    topics: [null, account],
  }
  const logs = listIn(await node.request('eth_getLogs', [filter]), 'eth_getLogs')
  return logs.map((log) => {
    const json = objectIn(log, 'log')
    const topics = listIn(json['topics'], 'topics').map((topic) =>
      hexOf(bytesIn({ topic }, 'topic', 32)),
    )
    return decodeEvent({ topics, data: bytesIn(json, 'data') })
  })
}

const tagOf = (number: number): string => `0x${number.toString(16)}`
