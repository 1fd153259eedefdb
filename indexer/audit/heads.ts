import { keccak256 } from '#keccak'
import type pg from 'pg'
import type { Transport } from '../../chain/reader/transport.ts'
import { RpcError } from '../../chain/reader/transportError.ts'
import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import { eventNames, topicBytesOf } from '../../contracts/events/topics.ts'
import { headSlot } from '../../contracts/proof/accountSlots.ts'
import { MalformedAnswer } from '../../contracts/proof/json.ts'
import { verifyProofAnswer } from '../../contracts/proof/stateProof.ts'
import { ProofRefused } from '../../contracts/proof/trieProof.ts'
import { accountHeadOfHash, emptyHead } from '../../contracts/rules/accountHead.ts'
import { entryTables, tableOf } from '../../migrations/tables.ts'
import { accountRanges } from './accountRanges.ts'
import type { Uncompared } from './compareDerived.ts'
import { copyOut } from './copyOut.ts'
import type { Difference } from './differences.ts'
import { entryData } from './entryData.ts'
import { rowsIn } from './rowBytes.ts'

/** The state against which heads are proven: of a block whose header was proven. */
export interface ProvenState {
  contract: Hex
  block: number
  /** 32 bytes. */
  stateRoot: Uint8Array
}

/** Accounts in one request for a proof. */
const TOGETHER = 50

/** Each table's event, and its columns after the places, which are the words of its data. */
const tables = eventNames.map((name) => {
  const columns = Object.entries(entryTables[tableOf[name]]).slice(5)
  const names = columns.map(([column]) => `, "${column}"`)
  return {
    topic: topicBytesOf(name),
    select: `select account, seq${names.join('')} from "${tableOf[name]}"`,
    types: columns.map(([, type]) => type),
  }
})

interface Entry {
  seq: number
  topic: Uint8Array
  dataHash: Uint8Array
}

interface HeadsFound {
  accounts: number
  differences: Difference[]
  uncompared: Uncompared[]
}

/**
 * Folds each account's stored entries to its head and compares that with the one which the contract keeps, by Merkle proof:
 * some hundred accounts at a time. Where the node proves nothing of this state, that is said. Throws `TransportError`.
 */
export const compareHeads = async (
  client: pg.ClientBase,
  transport: Transport,
  state: ProvenState,
  signal: AbortSignal,
): Promise<HeadsFound> => {
  const found: HeadsFound = { accounts: 0, differences: [], uncompared: [] }
  try {
    await compareRanges(client, transport, state, signal, found)
  } catch (error) {
    const isOfNode =
      error instanceof RpcError || error instanceof ProofRefused || error instanceof MalformedAnswer
    if (!isOfNode) throw error
    const why = `the node proves nothing of the state at block ${state.block} (${error.message})`
    found.uncompared.push({ what: `Heads of accounts after the first ${found.accounts}`, why })
  }
  return found
}

const compareRanges = async (
  client: pg.ClientBase,
  transport: Transport,
  state: ProvenState,
  signal: AbortSignal,
  found: HeadsFound,
): Promise<void> => {
  for await (const { where } of accountRanges(client)) {
    signal.throwIfAborted()
    const stored = [...(await entriesOf(client, where))]
    const groups = Array.from({ length: Math.ceil(stored.length / TOGETHER) }, (_, i) =>
      stored.slice(TOGETHER * i, TOGETHER * (i + 1)),
    )
    const proofs = groups.map((group) => {
      const slots = group.map(([account]) => headSlot(account))
      return provenWords(transport, state, slots, signal)
    })
    const kept = (await Promise.all(proofs)).flat()
    for (const [i, [account, entries]] of stored.entries()) {
      const [held, proven] = [headOf(entries), kept[i] as Uint8Array].map((head) =>
        hexOf(head),
      ) as [Hex, Hex]
      found.accounts++
      if (held === proven) continue
      const row = `account ${account}, ${entries.length} entries`
      found.differences.push({ table: 'entry', row, what: 'altered', column: 'head', held, proven })
    }
  }
}

/** The entries of accounts, by account. */
const entriesOf = async (client: pg.ClientBase, where: string): Promise<Map<Hex, Entry[]>> => {
  const byAccount = new Map<string, Entry[]>()
  for (const { select, topic, types } of tables) {
    const rows = await copyOut(client, `${select} where ${where}`)
    for (const { columns } of rowsIn(rows)) {
      const [account, seq, ...words] = columns
      if (account === undefined || account === null || !(seq instanceof Buffer)) continue
      const key = account.toString('latin1')
      const entries = byAccount.get(key) ?? []
      if (entries.length === 0) byAccount.set(key, entries)
      const dataHash = keccak256(entryData(words, types))
      entries.push({ seq: Number(seq.readBigInt64BE()), topic, dataHash })
    }
  }
  return new Map(
    [...byAccount].map(([account, entries]) => [hexOf(Buffer.from(account, 'latin1')), entries]),
  )
}

const headOf = (entries: readonly Entry[]): Uint8Array => {
  let head = emptyHead()
  for (const { seq, topic, dataHash } of entries.toSorted((a, b) => a.seq - b.seq))
    head = accountHeadOfHash(head, topic, seq, dataHash)
  return head
}

const provenWords = async (
  transport: Transport,
  { contract, block, stateRoot }: ProvenState,
  slots: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> => {
  const asked = [contract, slots.map((slot) => hexOf(slot)), `0x${block.toString(16)}`]
  const answer = await transport.request('eth_getProof', asked, signal)
  return verifyProofAnswer(stateRoot, bytesOf(contract), slots, answer).words
}
