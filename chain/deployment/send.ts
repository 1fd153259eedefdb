import { setTimeout as sleep } from 'node:timers/promises'
import { type BaseWallet, keccak256, Transaction } from 'ethers'
import { z } from 'zod'
import type { Transport } from '../reader/transport.ts'
import { RpcError } from '../reader/transportError.ts'
import { DeploymentError } from './deploymentError.ts'

/** A signed transaction that may be sent again and again. */
export type Signed = { readonly hash: string; readonly raw: string }

const receiptSchema = z.object({
  blockNumber: z.string(),
  status: z.string(),
  contractAddress: z.string().nullable(),
})

export type Receipt = {
  readonly block: number
  readonly succeeded: boolean
  readonly contract: string | null
}

/** Signs a legacy transaction that pays nothing for its gas, which is its limit where it can't be estimated yet. */
export async function signFree(
  wallet: BaseWallet,
  call: { chainId: number; nonce: number; to: string | null; data: string; gas: bigint },
): Promise<Signed> {
  const { chainId, nonce, to, data, gas } = call
  const raw = await wallet.signTransaction(
    Transaction.from({ type: 0, chainId, nonce, gasPrice: 0n, gasLimit: gas, to, data }),
  )
  return { hash: keccak256(raw), raw }
}

/** Sends it, unless the node has it already. */
export async function broadcast(node: Transport, { hash, raw }: Signed): Promise<void> {
  if ((await node.request('eth_getTransactionByHash', [hash])) !== null) return
  await node.request('eth_sendRawTransaction', [raw]).catch((cause: unknown) => {
    if (cause instanceof RpcError && /already (known|imported)/i.test(cause.reason)) return
    throw cause
  })
}

/** Waits for its receipt, 2 minutes. Throws `DeploymentError` (6) where none comes. */
export async function confirmed(node: Transport, { hash }: Signed): Promise<Receipt> {
  const end = Date.now() + 120_000
  for (let pause = 20; Date.now() < end; pause = Math.min(2 * pause, 250)) {
    const answer = await node.request('eth_getTransactionReceipt', [hash])
    if (answer !== null) {
      const { blockNumber, status, contractAddress } = receiptSchema.parse(answer)
      return {
        block: Number(blockNumber),
        succeeded: status === '0x1',
        contract: contractAddress,
      }
    }
    await sleep(pause)
  }
  throw new DeploymentError(
    6,
    `The transaction ${hash} is sent, but in no block after 2 minutes: see "wattledger network status", then run "wattledger deploy" again; nothing is deployed twice.`,
  )
}

/** Waits until the node has a block of this number. */
export async function reached(node: Transport, block: number): Promise<void> {
  while (Number(await node.request('eth_blockNumber')) < block) await sleep(50)
}
