/**
 * Exit codes of `wattledger`, the same for every command.
 *
 * | code | meaning |
 * |---|---|
 * | 0 | done, and confirmed by its receipt |
 * | 1 | refused by the contract or a rule of the ledger; nothing was recorded. `reconcile`: bank and ledger differ |
 * | 2 | bad input: an option, amount, date, file or account code |
 * | 3 | the chain can't be reached, is another one, or answers what can't be true |
 * | 4 | a key or its passphrase |
 * | 5 | the disk: a file of the home can't be written or read |
 * | 6 | sent but not confirmed in time; the same command completes it |
 * | 70 | a defect of this program |
 */
export const exit = {
  done: 0,
  refused: 1,
  badInput: 2,
  noChain: 3,
  key: 4,
  disk: 5,
  unconfirmed: 6,
  defect: 70,
} as const

export type ExitCode = (typeof exit)[keyof typeof exit]

/** A failure that is told in its message alone: what happened, the value, what to do. Ends the process by its code. */
export class Failure extends Error {
  override name: string = 'Failure'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}

/** What was typed, or stands in a file that was named, can't be used. */
export class BadInput extends Failure {
  override name = 'BadInput'

  constructor(message: string, options?: ErrorOptions) {
    super(exit.badInput, message, options)
  }
}

/** A rule of the ledger forbids it, found out before or by the contract. */
export class Refused extends Failure {
  override name: string = 'Refused'

  constructor(message: string, options?: ErrorOptions) {
    super(exit.refused, message, options)
  }
}

/** The result was told already and is no success: the process ends by this code and says no more. */
export class Told extends Error {
  override name = 'Told'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode) {
    super('The result was told.')
    this.exitCode = exitCode
  }
}
