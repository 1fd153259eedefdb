import type { Transport } from '../../chain/reader/transport.ts'
import { RpcError, TransportError } from '../../chain/reader/transportError.ts'
import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import { headSlot } from '../../contracts/proof/accountSlots.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { verifyProofAnswer } from '../../contracts/proof/stateProof.ts'
import type { Standing } from '../record/standing.ts'
import { type LedgerTotals, readTotals, totalsSlots } from './ledgerTotals.ts'

/** What a node of the network says when a page checks itself against the chain. */
export interface Witness {
  readonly manifest: Manifest
  /** The head of an account, proven by the indexed block's state root; or why that can't be said now. */
  readonly headOf: (account: Hex, standing: Standing) => Promise<Proven<Hex>>
  /** The contract's code hash, proven likewise. */
  readonly codeHash: (standing: Standing) => Promise<Proven<Hex>>
  /** The contract's control totals, proven likewise. */
  readonly totals: (standing: Standing) => Promise<Proven<LedgerTotals>>
  /** The node's own answer to a request, or why there is none now. Nothing of it is proven but by who asks. */
  readonly ask: (method: string, params: readonly unknown[]) => Promise<Proven<unknown>>
  /** Number of the node's newest block. */
  readonly chainHead: () => Promise<number | null>
}

export type Proven<T> =
  | { readonly isProven: true; readonly value: T }
  | { readonly isProven: false; readonly reason: string }

/** After a failure the node is left alone for so long: a page must not wait for a node that hangs, again and again. */
const PATIENCE_MS = 5_000

/** Asks the node behind `transport`, believing nothing that the indexed block's state root does not prove. */
export const createWitness = (transport: Transport, manifest: Manifest): Witness => {
  let silentUntil = 0
  const contract = bytesOf(manifest.contract)

  const ask = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    if (Date.now() < silentUntil) throw new NodeSilent()
    try {
      return await transport.request(method, params)
    } catch (error) {
      if (error instanceof TransportError) {
        silentUntil = Date.now() + PATIENCE_MS
      }
      throw error
    }
  }

  const prove = async (slots: readonly Uint8Array[], standing: Standing) => {
    const answer = await ask('eth_getProof', [
      manifest.contract,
      slots.map((slot) => hexOf(slot)),
      `0x${standing.block.toString(16)}`,
    ])
    return verifyProofAnswer(bytesOf(standing.stateRoot), contract, slots, answer)
  }

  const remember = lastBlockOnly()
  return {
    manifest,
    headOf: (account, standing) =>
      remember(standing, account, () =>
        said(async () => {
          const { words } = await prove([headSlot(account)], standing)
          return hexOf(words[0] ?? new Uint8Array(32))
        }),
      ),
    codeHash: (standing) =>
      remember(standing, 'code', () =>
        said(async () => hexOf((await prove([], standing)).account.codeHash)),
      ),
    totals: async (standing) => {
      const proven = await remember(standing, 'totals', () =>
        said(async () => {
          const { words } = await prove(totalsSlots, standing)
          return hexOf(Buffer.concat(words))
        }),
      )
      if (!proven.isProven) return proven
      const words = proven.value.slice(2).match(/.{64}/g) ?? []
      return { isProven: true, value: readTotals(words.map((word) => BigInt(`0x${word}`))) }
    },
    ask: (method, params) => said(() => ask(method, params)),
    chainHead: whileAsking(async () => {
      const head = await said(() => ask('eth_blockNumber', []))
      return head.isProven && typeof head.value === 'string' ? Number(head.value) : null
    }),
  }
}

/** Whoever asks while the same is being asked waits for that answer. */
const whileAsking = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asking: Promise<T> | undefined
  return () =>
    (asking ??= ask().finally(() => {
      asking = undefined
    }))
}

/** Answers for one block are kept while it is the last one; another block's are forgotten. A failure is asked anew. */
const lastBlockOnly = () => {
  let block = ''
  let known = new Map<string, Promise<Proven<Hex>>>()
  return (standing: Standing, name: string, prove: () => Promise<Proven<Hex>>) => {
    if (standing.hash !== block) {
      block = standing.hash
      known = new Map()
    }
    const found = known.get(name)
    if (found !== undefined) return found
    const kept = known
    const asked = prove().then((answer) => {
      if (!answer.isProven) kept.delete(name)
      return answer
    })
    kept.set(name, asked)
    return asked
  }
}

const said = async <T>(ask: () => Promise<T>): Promise<Proven<T>> => {
  try {
    return { isProven: true, value: await ask() }
  } catch (error) {
    return { isProven: false, reason: reasonOf(error) }
  }
}

/** In words for everybody: the node's address and its own words are for the operator, not for the page. */
const reasonOf = (error: unknown): string => {
  if (error instanceof TransportError || error instanceof NodeSilent)
    return 'The node does not answer just now.'
  if (error instanceof RpcError)
    return 'The node has no proof for this block (it may be starting, or keep no history).'
  if (error instanceof Error) return `The node’s answer proves nothing: ${error.message}`
  return String(error)
}

/** The node did not answer a moment ago. */
class NodeSilent extends Error {
  override readonly name = 'NodeSilent'
}
