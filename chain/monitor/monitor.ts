import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { isReserved } from '../../contracts/rules/accountCode.ts'
import { followChain } from '../reader/followChain.ts'
import { genesisOf } from '../reader/identity.ts'
import type { Transport } from '../reader/transport.ts'
import type { VerifiedBlock } from '../reader/types.ts'
import type { Alarm } from './alarm.ts'
import { checkHeads } from './checkHeads.ts'
import { comparePortal } from './comparePortal.ts'
import { type FollowedAccount, LedgerAudit, nameOf } from './ledgerAudit.ts'

export interface MonitorOptions {
  readonly transport: Transport
  readonly manifest: Manifest
  /** Address of a portal to be held against the chain. */
  readonly portal?: string | undefined
  /** End when the chain's newest block was looked at. */
  readonly isOnce: boolean
  readonly signal: AbortSignal
  /** How long a portal may be behind the chain before that is an alarm. */
  readonly patienceMs?: number
  readonly onAlarm: (alarm: Alarm) => Promise<void>
  /** The newest block was reached, and what is followed so far. */
  readonly onHead: (state: MonitorState) => void
  /** Something that is no alarm, such as a portal that doesn't answer. */
  readonly onRemark: (message: string) => void
}

export interface MonitorState {
  readonly block: number
  readonly accounts: number
  readonly entries: number
  readonly alarms: number
}

/** How many hashes of blocks are kept, to find where a branch begins. */
const KNOWN = 200

/**
 * Follows the chain on its own, believing no node (chain/reader proves every block), and raises an alarm for each entry
 * that breaks the rules, each head that is not what the logs give, each portal's answer that is not what the chain has.
 * Blocks are looked at once each party could seal one on top, so that a branch which loses is nothing to it. Ends by `signal`, or at the
 * newest block. Throws `ChainAlarm`, `TransportError`.
 */
export const monitor = async (options: MonitorOptions): Promise<MonitorState> => {
  const { manifest, signal, isOnce } = options
  const watch = watcher(options)
  const hashes = new Map<number, Uint8Array>()
  let waiting: VerifiedBlock[] = []
  const depth = manifest.signers.length
  const events = followChain({
    transport: options.transport,
    manifest,
    after: genesisOf(manifest),
    knownHash: async (number) => hashes.get(number) ?? null,
    signal,
  })
  for await (const event of events) {
    if (event.type === 'head') {
      await watch.atHead()
      if (isOnce) break
      continue
    }
    if (event.type === 'reorg') {
      const { number } = event.ancestor
      const isLost = (waiting[0]?.number ?? Infinity) > number + 1
      if (isLost) throw new SealedHistoryReplaced(number)
      waiting = waiting.filter((block) => block.number <= number)
    }
    for (const block of event.blocks) {
      hashes.set(block.number, block.hash)
      hashes.delete(block.number - KNOWN)
    }
    waiting.push(...event.blocks)
    const ready = waiting.splice(0, Math.max(0, waiting.length - depth))
    for (const block of ready) await watch.take(block)
  }
  return watch.state()
}

/** What is done with each block, and at the newest one. */
const watcher = (options: MonitorOptions) => {
  const { transport, manifest, portal, onAlarm, onHead, onRemark, isOnce } = options
  const ledger = new LedgerAudit()
  const unproven = new Map<Hex, FollowedAccount>()
  const uncompared = new Map<Hex, { readonly since: number; readonly followed: FollowedAccount }>()
  let newest: VerifiedBlock | null = null
  let alarms = 0
  let wasSilent = false

  const raise = async (alarm: Alarm): Promise<void> => {
    alarms++
    await onAlarm(alarm)
  }
  const state = (): MonitorState => ({
    block: newest?.number ?? 0,
    accounts: [...ledger.accounts.keys()].filter((account) => !isReserved(account)).length,
    entries: ledger.entries,
    alarms,
  })

  const compare = async (): Promise<void> => {
    if (portal === undefined) return
    for (const [account, { since, followed }] of uncompared) {
      const said = await comparePortal(portal, followed)
      if (said.state === 'silent') {
        if (!wasSilent) onRemark(`The portal at ${portal} can't be asked (${said.reason}).`)
        wasSilent = true
        return
      }
      wasSilent = false
      if (said.state === 'behind') {
        const patience = options.patienceMs ?? 60_000
        if (!isOnce && Date.now() - since < patience) continue
        const message = `The portal lacks entries of ${nameOf(account)}: the chain has ${followed.seq}.`
        await raise({ kind: 'portal', block: newest?.number ?? 0, account, message })
      }
      if (said.state === 'ahead') {
        // It shows newer blocks than are looked at so far, which is no lie unless it lasts.
        const isFinal = isOnce && manifest.signers.length === 0
        const isLasting = Date.now() - since >= (options.patienceMs ?? 60_000)
        if (!isOnce && !isLasting) continue
        if (isOnce && !isFinal) onRemark(`${said.message} Newer blocks are not looked at yet.`)
        else
          await raise({
            kind: 'portal',
            block: newest?.number ?? 0,
            account,
            message: said.message,
          })
      }
      if (said.state === 'differs') {
        for (const message of said.messages) {
          await raise({ kind: 'portal', block: newest?.number ?? 0, account, message })
        }
      }
      uncompared.delete(account)
    }
  }

  return {
    state,
    take: async (block: VerifiedBlock): Promise<void> => {
      const found = ledger.take(block)
      newest = block
      for (const followed of found.changed) {
        unproven.set(followed.account, followed)
        if (followed.audit !== null) {
          uncompared.set(followed.account, { since: Date.now(), followed })
        }
      }
      for (const alarm of found.alarms) await raise(alarm)
    },
    atHead: async (): Promise<void> => {
      if (newest !== null && unproven.size > 0) {
        const found = await checkHeads(transport, manifest, newest, [...unproven.values()])
        for (const alarm of found) await raise(alarm)
        unproven.clear()
      }
      await compare()
      onHead(state())
    },
  }
}

/** A branch replaced blocks on top of which every party had its turn. */
export class SealedHistoryReplaced extends Error {
  override readonly name = 'SealedHistoryReplaced'
  constructor(ancestor: number) {
    super(
      `Blocks after ${ancestor}, on top of which the parties had sealed others, were replaced by others: somebody rewrites the ledger. Keep what you have and call the regulator.`,
    )
  }
}
