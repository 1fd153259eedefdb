/** Why a page can't be shown, in words for the person who asked. */
export abstract class Problem extends Error {
  abstract readonly status: 400 | 404 | 503
  /** What to do next: a sentence. */
  readonly advice: string
  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}

/** The address or the search holds something that can't be what it should be. */
export class BadInput extends Problem {
  override readonly name = 'BadInput'
  readonly status = 400
}

/** Well formed, but the ledger has no such thing. */
export class NotFound extends Problem {
  override readonly name = 'NotFound'
  readonly status = 404
}

/** Something outside must answer first, and does not now. */
export class NotNow extends Problem {
  override readonly name = 'NotNow'
  readonly status = 503
}
