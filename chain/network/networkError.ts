/** A failure of the network that is told in its message alone; the command ends with `exitCode` (chain/cli/exit.ts). */
export class NetworkError extends Error {
  override name = 'NetworkError'
  /** 2 bad input, 3 no chain. */
  readonly exitCode: 2 | 3

  constructor(message: string, options?: ErrorOptions & { exitCode?: 2 | 3 }) {
    super(message, options)
    this.exitCode = options?.exitCode ?? 3
  }
}
