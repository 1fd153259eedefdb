import { Lately } from './lately.ts'

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

/** So many addresses are remembered as asked for lately. */
const LATELY = 100

/**
 * Answers made from what one snapshot of the ledger sees, for whoever asks for the same page while Postgres shows the very same
 * snapshot: the indexer writes every second, so each page is made about once a second, however many ask for it. Who asks while
 * it is being made waits for it; it is kept where it was asked for lately. Of whoever walks over all pages nothing is kept: a
 * second's worth of them made a full garbage collection every few seconds.
 */
export class KeptAnswers {
  #snapshot = ''
  #since = 0
  #bytes = 0
  #answers = new Map<string, Promise<Answer | null>>()
  readonly #lately = new Lately<string>(LATELY)

  /** The answer that was made or is being made. `key` says all that it depends on beside the snapshot. */
  find(snapshot: string, key: string): Promise<Answer | null> | undefined {
    if (snapshot !== this.#snapshot || Date.now() - this.#since > KEPT_MS) this.#turnTo(snapshot)
    return this.#answers.get(key)
  }

  /** Begins the answer that `find` did not find, to a request for `address`. */
  begin(key: string, address: string): Making {
    const answers = this.#answers
    const isKept = this.#lately.ask(address)
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
        if (!isKept || answer === null || this.#bytes + answer.body.length > BYTES)
          answers.delete(key)
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
