import { bytesOf, hexOf } from '../../contracts/events/hex.ts'
import { headSlot } from '../../contracts/proof/accountSlots.ts'
import { MalformedAnswer } from '../../contracts/proof/json.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { verifyProofAnswer } from '../../contracts/proof/stateProof.ts'
import { ProofRefused } from '../../contracts/proof/trieProof.ts'
import type { Transport } from '../reader/transport.ts'
import { RpcError } from '../reader/transportError.ts'
import type { VerifiedBlock } from '../reader/types.ts'
import type { Alarm } from './alarm.ts'
import { type FollowedAccount, nameOf } from './ledgerAudit.ts'

const TOGETHER = 50

/**
 * Holds the heads that the logs give against those which the contract keeps, proven by the block's state root. A node that
 * keeps no state of that block proves nothing, which is no alarm: the next block is tried.
 */
export const checkHeads = async (
  transport: Transport,
  { contract }: Manifest,
  { number, stateRoot }: VerifiedBlock,
  accounts: readonly FollowedAccount[],
): Promise<Alarm[]> => {
  const alarms: Alarm[] = []
  for (let from = 0; from < accounts.length; from += TOGETHER) {
    const some = accounts.slice(from, from + TOGETHER)
    const slots = some.map(({ account }) => headSlot(account))
    const asked = [contract, slots.map((slot) => hexOf(slot)), `0x${number.toString(16)}`]
    try {
      const answer = await transport.request('eth_getProof', asked)
      const { words } = verifyProofAnswer(stateRoot, bytesOf(contract), slots, answer)
      for (const [i, { account, head, seq }] of some.entries()) {
        const kept = hexOf(words[i] ?? new Uint8Array(32))
        if (kept === hexOf(head)) continue
        const message = `The contract keeps the fingerprint ${kept} for ${nameOf(account)}, its ${seq} entries give ${hexOf(head)}.`
        alarms.push({ kind: 'head', block: number, account, message })
      }
    } catch (error) {
      if (error instanceof RpcError) return alarms
      if (!(error instanceof ProofRefused || error instanceof MalformedAnswer)) throw error
      alarms.push({ kind: 'head', block: number, account: null, message: error.message })
    }
  }
  return alarms
}
