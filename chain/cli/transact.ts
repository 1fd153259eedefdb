import { keccak256, Transaction } from 'ethers'
import {
  type Ending,
  type Entry,
  intentOf,
  keepPending,
  pendingEntries,
  settle,
} from '../journal/journal.ts'
import { lockKey } from '../journal/keyLock.ts'
import { exit, Failure, Refused } from './exit.ts'
import type { Keyring } from './keyring.ts'
import { estimateGas, type Ledger, nativeBalance, textOf } from './ledger.ts'
import { remark } from './output.ts'
import { formatWei } from './quantities.ts'
import { seeThrough } from './seeThrough.ts'
import type { Settings } from './settings.ts'

/** What a command asks for: completed where the journal has it already, else made into a transaction. */
export type Intent = {
  /** Name of the key that signs. */
  readonly key: string
  /** What tells it from every other command: "pay 0x… 200000". */
  readonly words: string
}

/** One transaction, not yet signed. */
export type Act = {
  /** What it does, as an imperative: "Pay ₹2,000.00 on K7Q29-XMD4T-H". */
  readonly summary: string
  readonly to: string
  /** Wei. */
  readonly value: bigint
  readonly data: string
  /** More than this is not signed. */
  readonly mostGas?: bigint
}

/** An act that stands in a block. */
export type Outcome = {
  readonly hash: string
  readonly block: number
  readonly gasUsed: number
  /** An earlier run had signed it and ended before it reported: this one sent nothing new. */
  readonly isCompletion: boolean
}

type Sending = Pick<Settings, 'home' | 'confirmWithinMs'>

/**
 * Completes the intent's act where an earlier run had signed it, else signs what `plan` gives; sends it, waits until a block has it and lets `report` tell so; only then the journal forgets it
 * (`journal.ts` says what a killed command leaves behind and how the next one goes on).
 * Throws `Refused`, `Unconfirmed`, `KeyError`, `KeyInUse`, `TransportError`.
 */
export async function transact(
  ledger: Ledger,
  settings: Sending,
  keyring: Keyring,
  intent: Intent,
  plan: () => Promise<Act>,
  report: (outcome: Outcome) => void | Promise<void>,
): Promise<Outcome> {
  const from = await keyring.address(intent.key)
  await using _lock = await lockKey(settings.home, from, { onWait: tellWait(intent.key) })
  const wanted = intentOf(ledger.manifest, from, intent.words)
  for (const earlier of await pendingEntries(settings.home, ledger.manifest, from)) {
    const ending = await seeThrough(ledger, earlier, settings.confirmWithinMs)
    if (earlier.intent === wanted && ending.status !== 'superseded') {
      return await finish(settings, earlier, ending, true, report)
    }
    await tellEarlier(settings, earlier, ending)
  }
  const act = await plan()
  const transaction = await numbered(ledger, act, intent.key, from)
  const entry = await sign(ledger, keyring, intent, act, transaction, wanted)
  await keepPending(settings.home, entry)
  const ending = await seeThrough(ledger, entry, settings.confirmWithinMs)
  return await finish(settings, entry, ending, false, report)
}

/**
 * Sees everything through that was left pending, and settles it once `report` has told the endings: of those entries only
 * that `concerns` says yes to, by default all.
 */
export async function completePending(
  ledger: Ledger,
  settings: Sending,
  report: (endings: { entry: Entry; ending: Ending }[]) => void,
  concerns: (entry: Entry) => boolean = () => true,
): Promise<void> {
  const { home, confirmWithinMs } = settings
  const keys = (await pendingEntries(home, ledger.manifest)).map(({ from }) => from)
  await using locks = new AsyncDisposableStack()
  for (const from of new Set(keys)) locks.use(await lockKey(home, from, { onWait: tellWait(from) }))
  const endings: { entry: Entry; ending: Ending }[] = []
  // Anew, since whoever held a lock may have settled some; one that came since is its own command's.
  for (const entry of await pendingEntries(home, ledger.manifest)) {
    if (!keys.includes(entry.from)) continue
    endings.push({ entry, ending: await seeThrough(ledger, entry, confirmWithinMs) })
  }
  const ours = endings.filter(({ entry }) => concerns(entry))
  report(ours)
  for (const { entry, ending } of ours) await settle(home, entry, ending)
}

async function finish(
  { home }: Sending,
  entry: Entry,
  ending: Ending,
  isCompletion: boolean,
  report: (outcome: Outcome) => void | Promise<void>,
): Promise<Outcome> {
  if (ending.status !== 'confirmed') {
    await settle(home, entry, ending)
    throw new Refused(ending.reason)
  }
  const { block, gasUsed } = ending
  const outcome = { hash: entry.hash, block, gasUsed, isCompletion }
  await report(outcome)
  await settle(home, entry, ending)
  return outcome
}

/** An earlier act that is another command's: if it is recorded, it stays in the journal until that one is run again. */
async function tellEarlier({ home }: Sending, entry: Entry, ending: Ending): Promise<void> {
  if (ending.status === 'confirmed') {
    remark(
      `An earlier command ended before it could report: "${entry.summary}" is recorded in block ${ending.block}. "wattledger journal resume" closes it.`,
    )
    return
  }
  remark(`An earlier command came to nothing: "${entry.summary}". ${ending.reason}`)
  await settle(home, entry, ending)
}

/** Legacy and free of charge (EIP-155): so much as a node's quoted price would make a balance drift from the bills. */
async function numbered(ledger: Ledger, act: Act, key: string, from: string): Promise<Transaction> {
  const gas = await gasFor(ledger, act, key, from)
  if (act.mostGas !== undefined && gas > act.mostGas) throw new TooMuchGas(gas, act.mostGas)
  const count = await ledger.transport.request('eth_getTransactionCount', [from, 'pending'])
  return Transaction.from({
    type: 0,
    chainId: ledger.manifest.chainId,
    nonce: Number(textOf(count)),
    gasPrice: 0n,
    // Another transaction in the same block may make storage dearer; gas costs nothing here.
    gasLimit: (gas * 5n) / 4n,
    to: act.to,
    value: act.value,
    data: act.data,
  })
}

async function sign(
  { manifest: { chainId, genesisHash } }: Ledger,
  keyring: Keyring,
  { key, words }: Intent,
  { summary, to, value, data }: Act,
  transaction: Transaction,
  intent: string,
): Promise<Entry> {
  const wallet = await keyring.unlock(key)
  const raw = await wallet.signTransaction(transaction)
  return {
    version: 1,
    summary,
    words,
    intent,
    chainId,
    genesisHash,
    key,
    from: wallet.address,
    nonce: transaction.nonce,
    to,
    value: value.toString(),
    data,
    hash: keccak256(raw),
    raw,
    signedAt: new Date().toISOString(),
  }
}

/** Gas that the act takes. Throws `Refused` where the key has too little to send, or the contract refuses. */
export async function gasFor(ledger: Ledger, act: Act, key: string, from: string): Promise<bigint> {
  if (act.value > 0n) {
    const held = await nativeBalance(ledger, from)
    if (held < act.value) {
      throw new Refused(
        `The key "${key}" holds ${formatWei(held)}, too little for ${formatWei(act.value)}: the board can fund it with "wattledger fund ${from} AMOUNT".`,
      )
    }
  }
  const { to, value, data } = act
  return await estimateGas(ledger, { from, to, value, data })
}

const tellWait = (key: string) => (pid: number) =>
  remark(`Waiting for process ${pid}, which is using the key ${key}.`)

/** A batch that is to be cut smaller. */
export class TooMuchGas extends Failure {
  constructor(gas: bigint, most: bigint) {
    super(exit.refused, `It would take ${gas} gas, more than ${most}: send less at once.`)
  }
}
