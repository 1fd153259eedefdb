import { plain } from '../words/t.ts'

/** What a problem is told by in HTTP. */
export type ProblemStatus = 400 | 404 | 413 | 414 | 429 | 503

/** Why a page can't be shown, in words for the person who asked. */
export abstract class Problem extends Error {
  abstract readonly status: ProblemStatus
  /** In how many seconds to come back, where that is known. */
  readonly retryAfter?: number
  /** Codes of accounts that were perhaps meant, where one was mistyped. */
  readonly meant: readonly string[] = []
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

/** A code that is none, because its check symbol does not belong to the others; the ledger may have what was meant. */
export class Mistyped extends BadInput {
  override readonly meant: readonly string[]
  constructor(message: string, advice: string, meant: readonly string[]) {
    super(message, advice)
    this.meant = meant
  }
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

/** More than one client may ask. */
export class TooManyRequests extends Problem {
  override readonly name = 'TooManyRequests'
  readonly status = 429
  override readonly retryAfter: number
  constructor(perMinute: number, seconds: number) {
    super(plain('guard.tooMany', { perMinute }), plain('guard.tooManyAdvice', { seconds }))
    this.retryAfter = seconds
  }
}

/** Longer than any address of this portal. */
export class AddressTooLong extends Problem {
  override readonly name = 'AddressTooLong'
  readonly status = 414
  constructor(length: number, longest: number) {
    super(plain('guard.tooLong', { length, longest }), plain('guard.tooLongAdvice'))
  }
}

/** A request with a body. */
export class TakesNothing extends Problem {
  override readonly name = 'TakesNothing'
  readonly status = 413
  constructor() {
    super(plain('guard.takesNothing'), plain('guard.takesNothingAdvice'))
  }
}
