/** A page as it was answered. */
export interface Answer {
  /** Its ETag. */
  readonly tag: string
  readonly type: string
  /** Its text as UTF-8: encoded once, and no burden for the garbage collector. */
  readonly body: Uint8Array<ArrayBuffer>
}

/** An answer that is being made, which others may wait for. */
export interface Making {
  /** Hands it to them; null where there is none to share. Only the first time counts. */
  readonly give: (answer: Answer | null) => void
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
  #answers = new Map<string, Promise<Answer | null>>()

  /** The answer that was made or is being made. `key` says all that it depends on beside the snapshot. */
  find(snapshot: string, key: string): Promise<Answer | null> | undefined {
    if (snapshot !== this.#snapshot || Date.now() - this.#since > KEPT_MS) this.#turnTo(snapshot)
    return this.#answers.get(key)
  }

  /** Begins the answer that `find` did not find. */
  begin(key: string): Making {
    const answers = this.#answers
    const { promise, resolve } = Promise.withResolvers<Answer | null>()
    answers.set(key, promise)
    let isGiven = false
    return {
      give: (answer) => {
        if (isGiven) return
        isGiven = true
        resolve(answer)
        // Where the ledger has moved on meanwhile, nobody finds it any more.
        if (answers !== this.#answers || answers.get(key) !== promise) return
        if (answer === null || this.#bytes + answer.body.length > BYTES) answers.delete(key)
        else this.#bytes += answer.body.length
      },
    }
  }

  #turnTo(snapshot: string): void {
    this.#snapshot = snapshot
    this.#since = Date.now()
    this.#bytes = 0
    this.#answers = new Map()
  }
}
