import { batchOf } from '../../indexer/events/batch.ts'
import { openStore, type Store } from '../../indexer/store/store.ts'
import type { VerifiedBlock } from '../../chain/reader/types.ts'
import { encodeEvent, encodeTopics, type EventOf } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { topicOf } from '../../contracts/events/topics.ts'
import type { FieldsOf } from '../../contracts/events/readers.ts'
import { keccak256 } from '#keccak'
import { type Manifest, parseManifest } from '../../contracts/proof/manifest.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { type Paise, paise } from '../../contracts/rules/units.ts'
import { connect } from '../../migrations/connect.ts'
import { type LogContent, logOf } from '../chain/reader/logOf.ts'

const address = (name: string): Hex => hexOf(keccak256(new TextEncoder().encode(name)), 12, 20)
export const word = (name: string): Hex => hexOf(keccak256(new TextEncoder().encode(name)))

/** A chain that three parties seal, as its manifest tells it. */
export const manifest: Manifest = parseManifest(
  JSON.stringify({
    version: 1,
    chain: 'geth',
    chainId: 20482,
    genesisHash: word('genesis'),
    contract: address('contract'),
    deployedBlock: 1,
    deployTransaction: word('deployment'),
    codeHash: word('code'),
    parties: {
      board: address('board'),
      regulator: address('regulator'),
      treasury: address('treasury'),
    },
    signers: [
      { party: 'board', address: address('board sealer') },
      { party: 'consumer', address: address('consumer sealer') },
      { party: 'regulator', address: address('regulator sealer') },
    ],
    adjustmentLimitPaise: '1000000',
  }),
)

/**
 * A ledger in Postgres, its rows written by the indexer's own store from blocks made here. It stands for a chain that was
 * read and proven; the heads are kept beside, as the contract would.
 */
export class WrittenLedger implements AsyncDisposable {
  readonly heads = new Map<Hex, Uint8Array>()
  readonly #store: Store
  readonly #ownerUrl: string
  readonly #seqs = new Map<Hex, number>()
  #pending: LogContent[] = []
  #billed = 0n
  #paid = 0n
  #transactions = 0
  #number = 0
  #hash: Uint8Array = bytesOf(manifest.genesisHash)
  #parent: Uint8Array = bytesOf(manifest.genesisHash)
  #last: LogContent[] = []

  private constructor(store: Store, ownerUrl: string) {
    this.#store = store
    this.#ownerUrl = ownerUrl
  }

  static async open(database: { url: string; writerUrl: string }): Promise<WrittenLedger> {
    return new WrittenLedger(await openStore(database.writerUrl, manifest), database.url)
  }

  get block(): number {
    return this.#number
  }

  /** What the contract's totals would be, from the entries that a test records. */
  get totals(): { billed: Paise; adjusted: Paise; paid: Paise } {
    return { billed: paise(this.#billed), adjusted: paise(0n), paid: paise(this.#paid) }
  }

  /** Adds an entry to the transaction under way. */
  record<Name extends EventName>(name: Name, account: Hex, fields: FieldsOf<Name>): EventOf<Name> {
    const seq = (this.#seqs.get(account) ?? 0) + 1
    const data = encodeEvent(name, fields)
    const head = this.heads.get(account) ?? emptyHead()
    this.heads.set(account, accountHead(head, bytesOf(topicOf(name)), seq, data))
    this.#seqs.set(account, seq)
    const event = { name, fields } as { name: EventName; fields: { amount?: bigint } }
    if (event.name === 'BillIssued') this.#billed += event.fields.amount ?? 0n
    if (event.name === 'PaymentMade') this.#paid += event.fields.amount ?? 0n
    this.#pending.push({
      address: bytesOf(manifest.contract),
      topics: encodeTopics(name, account, seq),
      data,
      transactionIndex: this.#transactions,
      logIndex: this.#pending.length,
    })
    return { name, account, seq, fields }
  }

  /** Ends the transaction under way: what comes next is another's. */
  nextTransaction(): void {
    this.#transactions++
  }

  /** Seals what was recorded since the last block into one with this time, and stores it. */
  async mine(timestamp: number): Promise<void> {
    const number = this.#number + 1
    const { signers } = manifest
    const sealer = signers[number % signers.length]
    const block = this.#block({
      number,
      timestamp,
      parent: this.#hash,
      sealer,
      logs: this.#pending,
    })
    await this.#store.append(batchOf([block]))
    await this.#store.workOut()
    this.#number = number
    this.#parent = this.#hash
    this.#hash = block.hash
    this.#last = this.#pending
    this.#pending = []
    this.#transactions = 0
  }

  /** Another branch wins: a block with this time, sealed by the next party, takes up what the newest had, in its place. */
  async replaceNewest(timestamp: number): Promise<void> {
    const { signers } = manifest
    const number = this.#number
    const sealer = signers[(number + 1) % signers.length]
    const logs = this.#last
    const block = this.#block({ number, timestamp, parent: this.#parent, sealer, logs })
    await this.#store.replace({ number: number - 1, hash: this.#parent }, batchOf([block]))
    await this.#store.workOut()
    this.#hash = block.hash
  }

  #block({
    number,
    timestamp,
    parent,
    sealer,
    logs,
  }: {
    number: number
    timestamp: number
    parent: Uint8Array
    sealer: Manifest['signers'][number] | undefined
    logs: LogContent[]
  }): VerifiedBlock {
    const hash = keccak256(new TextEncoder().encode(`block ${number} at ${timestamp}`))
    const used = new Set(logs.map(({ transactionIndex }) => transactionIndex))
    return {
      number,
      hash,
      parentHash: parent,
      stateRoot: keccak256(hash),
      timestamp,
      sealer: sealer === undefined ? null : bytesOf(sealer.address),
      transactions: [...used].map((index) => ({
        hash: keccak256(new TextEncoder().encode(`transaction ${index} of block ${number}`)),
        index,
        from: bytesOf(manifest.parties.board),
        to: bytesOf(manifest.contract),
        succeeded: true,
      })),
      logs: logs.map(logOf),
    }
  }

  /** What the indexer says of itself. */
  async report(state: { chainHead?: number; alarm?: string | null } = {}): Promise<void> {
    const db = connect(this.#ownerUrl, { max: 1 })
    const status = {
      chain_head: state.chainHead ?? this.#number,
      indexed_block: this.#number,
      proven_block: Math.max(0, this.#number - 1),
      lag_seconds: 0,
      state: state.alarm == null ? 'following' : 'alarm',
      alarm: state.alarm ?? null,
      alarm_at: state.alarm == null ? null : new Date(),
      updated_at: new Date(),
    }
    await db
      .insertInto('indexer_status')
      .values({ only_row: true, ...status })
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet(status))
      .execute()
    await db.destroy()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#store[Symbol.asyncDispose]()
  }
}
