import { setTimeout as sleep } from 'node:timers/promises'
import type { Ending, Entry } from '../journal/journal.ts'
import { RpcError } from '../reader/transportError.ts'
import { exit, Failure } from './exit.ts'
import { call, type Ledger, memberOf, textOf } from './ledger.ts'
import { progress } from './progress.ts'
import { ContractRefused } from './refusals.ts'

/**
 * Sends a signed transaction, unless a block has it already, and waits for its end.
 * Throws `Unconfirmed` when it takes longer than `withinMs`, and `TransportError`.
 */
export async function seeThrough(ledger: Ledger, entry: Entry, withinMs: number): Promise<Ending> {
  using _progress = progress(() => 'Waiting for a block')
  const deadline = Date.now() + withinMs
  const early = await endingOnChain(ledger, entry)
  if (early !== undefined) return early
  const rejection = await send(ledger, entry)
  for (let pause = 20; Date.now() < deadline; pause = Math.min(2 * pause, 500)) {
    const ending = await endingOnChain(ledger, entry)
    if (ending !== undefined) return ending
    if (rejection !== undefined) return { status: 'refused', reason: rejection }
    await sleep(pause)
  }
  throw new Unconfirmed(entry, withinMs)
}

async function endingOnChain(ledger: Ledger, entry: Entry): Promise<Ending | undefined> {
  // The count first: a transaction mined between the two answers is then seen by its receipt.
  const [count, receipt] = await ledger.transport.batch([
    { method: 'eth_getTransactionCount', params: [entry.from, 'latest'] },
    { method: 'eth_getTransactionReceipt', params: [entry.hash] },
  ])
  if (receipt === null || receipt === undefined) {
    if (Number(textOf(count)) <= entry.nonce) return undefined
    const late = await lateReceipt(ledger, entry)
    if (late !== null) return endingOf(ledger, entry, late)
    return { status: 'superseded', reason: SUPERSEDED }
  }
  return endingOf(ledger, entry, receipt)
}

/** A busy node may count a transaction some time before it finds its receipt; to call it superseded would pay twice. */
async function lateReceipt(ledger: Ledger, entry: Entry): Promise<unknown> {
  for (let attempt = 0; attempt < 25; attempt++) {
    const receipt = await ledger.transport.request('eth_getTransactionReceipt', [entry.hash])
    if (receipt !== null && receipt !== undefined) return receipt
    await sleep(200)
  }
  return null
}

async function endingOf(ledger: Ledger, entry: Entry, receipt: unknown): Promise<Ending> {
  const block = Number(textOf(memberOf(receipt, 'blockNumber')))
  if (textOf(memberOf(receipt, 'status')) === '0x1') {
    return { status: 'confirmed', block, gasUsed: Number(textOf(memberOf(receipt, 'gasUsed'))) }
  }
  return { status: 'refused', reason: await reasonAt(ledger, entry, block) }
}

/** A receipt says only that it failed; the same call on that block says why. */
async function reasonAt(ledger: Ledger, { from, to, value, data }: Entry, block: number) {
  try {
    await call(ledger, { from, to: to ?? '', value: BigInt(value), data }, block)
  } catch (cause) {
    if (cause instanceof ContractRefused) return cause.message
    if (!(cause instanceof RpcError)) throw cause
  }
  return `It was refused when block ${block} was made, for what held then and no longer does: try again.`
}

/** The node's objection where it does not take the transaction. */
async function send(ledger: Ledger, entry: Entry): Promise<string | undefined> {
  try {
    await ledger.transport.request('eth_sendRawTransaction', [entry.raw])
    return undefined
  } catch (cause) {
    // Geth: "already known"; anvil: "transaction already imported". Retries of one request may have sent it, too, and
    // where its number is used already, the receipt tells by which.
    if (!(cause instanceof RpcError)) throw cause
    if (/already (known|imported)|known transaction|nonce too low/i.test(cause.message))
      return undefined
    return `The node does not take the transaction (${cause.message}): nothing was recorded; try again.`
  }
}

const SUPERSEDED =
  'Another transaction of this key took its number, so it was not recorded and never will be: run the command again. Use a key from one home only.'

/** Sent, but in no block yet. */
export class Unconfirmed extends Failure {
  override name = 'Unconfirmed'

  constructor({ hash, summary }: Pick<Entry, 'hash' | 'summary'>, withinMs: number) {
    super(
      exit.unconfirmed,
      `Sent, but no block has it after ${Math.round(withinMs / 1000)} s: "${summary}" (${hash}). It may still be recorded; run the same command again to complete it, nothing is done twice.`,
    )
  }
}
