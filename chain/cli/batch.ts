import { createHash } from 'node:crypto'
import type { Hex } from '../../contracts/events/hex.ts'
import { RpcError } from '../reader/transportError.ts'
import { billing } from './contract.ts'
import type { Fault } from './csvRows.ts'
import { Refused } from './exit.ts'
import { estimateGas } from './ledger.ts'
import { remark } from './output.ts'
import { progressBar } from './progress.ts'
import { ContractRefused } from './refusals.ts'
import type { Session } from './session.ts'
import { type Act, completePending, TooMuchGas, transact } from './transact.ts'

/** One act of a batch file. */
export type BatchRow = {
  readonly line: number
  readonly account: Hex
  /** Encoded call. */
  readonly call: string
  readonly what: string
  /** The same for what the ledger has, so that a row which is recorded already is known. */
  readonly identity: string
}

export type BatchKind = {
  /** "receipts", "readings". */
  readonly name: string
  /** Name of the key that signs where `--key` does not say another. */
  readonly key: string
  /** Identities of what is recorded on these accounts. */
  readonly recorded: (accounts: readonly Hex[]) => Promise<Set<string>>
}

/** What became of the rows. */
export type BatchOutcome = {
  readonly sent: number
  readonly transactions: number
  /** Lines that were recorded before, identically, and so were left out. */
  readonly dropped: readonly number[]
  readonly refused: readonly Fault[]
  /** Rows that stayed behind because a row of their batch was refused. */
  readonly heldBack: number
}

/** Gas binds a transaction before its size does (128 KB). 300 rows take 12 to 18 million, half a block is the most. */
const MOST_GAS = 30_000_000n
const MOST_ROWS = 300
/** How often one batch is tried anew when rows turn out to be recorded while it is on its way. */
const ATTEMPTS = 5
/** No row is to blame for this one. */
const ROLE_LACKING = 'AccessControlUnauthorizedAccount'

/**
 * Records rows in transactions of up to 300, each all or nothing. A row that is recorded already is left out, so a run
 * that was killed is continued by running it again, and nothing is recorded twice. A batch with a refused row is not
 * sent, unless `skipsRefused` leaves such rows out; either way each is reported.
 */
export async function runBatch(
  session: Session,
  kind: BatchKind,
  rows: readonly BatchRow[],
  { skipsRefused }: { skipsRefused: boolean },
): Promise<BatchOutcome> {
  const outcome = {
    sent: 0,
    transactions: 0,
    dropped: [] as number[],
    refused: [] as Fault[],
    heldBack: 0,
  }
  await completeEarlierRun(session, kind)
  using bar = progressBar(`Recording ${kind.name}`, rows.length)
  const recorded = recordedBy(kind)
  let size = MOST_ROWS
  let looksFirst = false
  for (let at = 0; at < rows.length;) {
    const chunk = rows.slice(at, at + size)
    const done = await recordChunk(session, kind, chunk, { recorded, looksFirst, skipsRefused })
    if (done === 'too large') {
      size = Math.ceil(size / 2)
      continue
    }
    outcome.sent += done.sent
    outcome.transactions += done.sent > 0 ? 1 : 0
    outcome.dropped.push(...done.dropped)
    outcome.refused.push(...done.refused)
    outcome.heldBack += done.heldBack
    // Where one batch was recorded before, the next one probably was, too.
    looksFirst = done.dropped.length > 0
    at += chunk.length
    bar.done(chunk.length)
  }
  return outcome
}

/** What a killed run had signed is seen through first; its rows are then found recorded. */
async function completeEarlierRun({ ledger, settings, keyring }: Session, kind: BatchKind) {
  const from = await keyring.address(settings.key ?? kind.key)
  await completePending(
    ledger,
    settings,
    (endings) => {
      for (const { entry, ending } of endings) {
        remark(
          ending.status === 'confirmed'
            ? `An earlier run was cut short: "${entry.summary}" is recorded in block ${ending.block}.`
            : `An earlier run was cut short: "${entry.summary}" came to nothing. ${ending.reason}`,
        )
      }
    },
    (entry) => entry.from === from && entry.words.startsWith(wordsOf(kind)),
  )
}

const wordsOf = ({ name }: BatchKind) => `${name} batch `

type ChunkOutcome = Omit<BatchOutcome, 'transactions'>

async function recordChunk(
  session: Session,
  kind: BatchKind,
  chunk: readonly BatchRow[],
  options: { recorded: Recorded; looksFirst: boolean; skipsRefused: boolean },
): Promise<ChunkOutcome | 'too large'> {
  let left = chunk
  const refused: Fault[] = []
  const dropped: number[] = []
  const dropRecorded = async (asks: 'once' | 'anew'): Promise<boolean> => {
    const isRecorded = await options.recorded(left, asks)
    const known = left.filter(isRecorded)
    dropped.push(...known.map(({ line }) => line))
    left = left.filter((row) => !isRecorded(row))
    return known.length > 0
  }
  if (options.looksFirst) await dropRecorded('once')
  for (let attempt = 1; left.length > 0; attempt++) {
    try {
      await send(session, kind, chunk, left)
      return { sent: left.length, dropped, refused, heldBack: 0 }
    } catch (cause) {
      if (chunk.length > 1 && isTooLarge(cause)) return 'too large'
      if (!(cause instanceof Refused) || attempt === ATTEMPTS) throw cause
      if (await dropRecorded('anew')) continue
      const act = cause instanceof ContractRefused ? cause.refusedAct : undefined
      // What held only when the block was made; it is tried anew.
      if (act === undefined && !(cause instanceof ContractRefused)) continue
      if (act === undefined || act.error === ROLE_LACKING) throw cause
      const faults = await refusedRows(session, kind, left)
      refused.push(...faults)
      const lines = new Set(faults.map(({ line }) => line))
      left = left.filter(({ line }) => !lines.has(line))
      if (!options.skipsRefused) return { sent: 0, dropped, refused, heldBack: left.length }
    }
  }
  return { sent: 0, dropped, refused, heldBack: 0 }
}

type Recorded = (
  rows: readonly BatchRow[],
  asks: 'once' | 'anew',
) => Promise<(row: BatchRow) => boolean>

/** Which rows are recorded. An account that was asked for is not asked for again, unless something changed meanwhile. */
function recordedBy({ recorded }: BatchKind): Recorded {
  const asked = new Set<Hex>()
  const identities = new Set<string>()
  return async (rows, asks) => {
    const accounts = [...new Set(rows.map(({ account }) => account))].filter(
      (account) => asks === 'anew' || !asked.has(account),
    )
    if (accounts.length > 0) {
      for (const identity of await recorded(accounts)) identities.add(identity)
    }
    for (const account of accounts) asked.add(account)
    return ({ identity }) => identities.has(identity)
  }
}

/** The same rows, whatever was dropped of them, are the same intent: a killed run is completed, not begun anew. */
async function send(
  { ledger, settings, keyring }: Session,
  kind: BatchKind,
  chunk: readonly BatchRow[],
  left: readonly BatchRow[],
): Promise<void> {
  const calls = chunk.map(({ call }) => call).join('')
  const words = `${wordsOf(kind)}${createHash('sha256').update(calls).digest('hex')}`
  const intent = { key: settings.key ?? kind.key, words }
  const [first, last] = [left[0]?.line ?? 0, left.at(-1)?.line ?? 0]
  const act: Act = {
    summary: `Record ${left.length} ${kind.name}, lines ${first} to ${last}`,
    ...actOf(ledger.manifest.contract, left),
  }
  await transact(
    ledger,
    settings,
    keyring,
    intent,
    async () => act,
    () => {},
  )
}

const actOf = (to: string, rows: readonly BatchRow[]) => ({
  to,
  value: 0n,
  mostGas: MOST_GAS,
  data: billing.encodeFunctionData('batch', [rows.map(({ call }) => call)]),
})

/** Every row of a batch that the ledger refuses while the others stand, found by leaving them out one by one. */
async function refusedRows(
  { ledger, settings, keyring }: Session,
  kind: BatchKind,
  rows: readonly BatchRow[],
): Promise<Fault[]> {
  const from = await keyring.address(settings.key ?? kind.key)
  const refused: Fault[] = []
  let left = rows
  while (left.length > 0) {
    const { to, data } = actOf(ledger.manifest.contract, left)
    try {
      await estimateGas(ledger, { from, to, data })
      return refused
    } catch (cause) {
      const act = cause instanceof ContractRefused ? cause.refusedAct : undefined
      const row = act === undefined ? undefined : left[act.index]
      if (act === undefined || row === undefined) throw cause
      refused.push({ line: row.line, column: '', value: row.what, reason: act.reason })
      left = left.filter((each) => each !== row)
    }
  }
  return refused
}

/** Told by the estimate, or by a node that has a limit of its own. */
const isTooLarge = (cause: unknown) =>
  cause instanceof TooMuchGas ||
  (cause instanceof RpcError && /gas|oversized|too large/i.test(cause.message))
