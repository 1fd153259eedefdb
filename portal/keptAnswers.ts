/** A page as it was answered. */
export interface Answer {
  /** Its ETag. */
  readonly tag: string
  readonly type: string
  /** Its text as UTF-8: encoded once, and no burden for the garbage collector. */
  readonly body: Uint8Array<ArrayBuffer>
}

/** Texts of a second, not a store: what is beyond is made anew. */
const BYTES = 16_000_000
/** What the node said, and whether the indexer is silent, is looked at again after it. */
const KEPT_MS = 1_000

/**
 * Answers made from what one snapshot of the ledger sees, for whoever asks for the same page while Postgres shows the very same
 * snapshot: the indexer writes every second, so each page is made about once a second, however many ask for it.
 */
export class KeptAnswers {
  #snapshot = ''
  #since = 0
  #bytes = 0
  readonly #answers = new Map<string, Answer>()

  /** `key` says all that the answer depends on beside the snapshot. */
  find(snapshot: string, key: string): Answer | undefined {
    if (snapshot !== this.#snapshot || Date.now() - this.#since > KEPT_MS) this.#turnTo(snapshot)
    return this.#answers.get(key)
  }

  /** Keeps it, unless the ledger has moved on meanwhile. */
  keep(snapshot: string, key: string, answer: Answer): void {
    if (snapshot !== this.#snapshot || this.#bytes + answer.body.length > BYTES) return
    this.#answers.set(key, answer)
    this.#bytes += answer.body.length
  }

  #turnTo(snapshot: string): void {
    this.#snapshot = snapshot
    this.#since = Date.now()
    this.#bytes = 0
    this.#answers.clear()
  }
}
