/** A deployment that is refused or can't go on, told in its message; the command ends with `exitCode`. */
export class DeploymentError extends Error {
  override name = 'DeploymentError'
  /** 2 bad input, 3 no chain or another, 6 sent and not confirmed. */
  readonly exitCode: 2 | 3 | 6

  constructor(exitCode: 2 | 3 | 6, message: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}
