/**
 * Why there was no usable answer.
 * - `unreachable`: no connection, or it broke
 * - `timeout`: nothing, or not all of it, in time
 * - `status`: an HTTP error
 * - `notJson`: an HTML page, half an answer, anything that is no JSON
 * - `missing`: JSON, but not the answer to what was asked
 * - `tooLarge`: more bytes than allowed
 * - `closed`: this side closed the transport
 */
export type TransportFailure =
  'unreachable' | 'timeout' | 'status' | 'notJson' | 'missing' | 'tooLarge' | 'closed'

interface Failure {
  readonly kind: TransportFailure
  readonly detail: string
  readonly status?: number
  readonly cause?: unknown
}

/** The node gave no usable answer, after all attempts. Nothing is known of what was asked. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly url: string
  /** What was asked. */
  readonly method: string
  readonly kind: TransportFailure
  /** What came instead. */
  readonly detail: string
  readonly status: number | undefined
  readonly attempts: number
  constructor(url: string, method: string, failure: Failure, attempts = 1) {
    const times = attempts === 1 ? '' : ` (${attempts} attempts)`
    super(
      `The node at ${url} did not answer ${method}: ${failure.detail}${times}. ${advice[failure.kind]}`,
      { cause: failure.cause },
    )
    this.url = url
    this.method = method
    this.kind = failure.kind
    this.detail = failure.detail
    this.status = failure.status
    this.attempts = attempts
  }

  /** Whether asking the same again can help. */
  get mayPass(): boolean {
    const { kind, status = 500 } = this
    if (kind === 'status') return status >= 500 || status === 408 || status === 429
    return kind !== 'tooLarge' && kind !== 'closed'
  }

  /** The same, after so many attempts. */
  after(attempts: number): TransportError {
    const { url, method, kind, detail, status, cause } = this
    const known = status === undefined ? {} : { status }
    return new TransportError(url, method, { kind, detail, cause, ...known }, attempts)
  }
}

const advice: Record<TransportFailure, string> = {
  unreachable: 'Start it ("wattledger network start"), or name another by RPC_URL.',
  timeout: 'It hangs or is overloaded: look at its log, or restart it.',
  status: 'Check that RPC_URL is a node, not a website or a proxy before it.',
  notJson: 'Check that RPC_URL is a node, not a website or a proxy before it.',
  missing: 'Check that RPC_URL is an Ethereum node; look at its log.',
  tooLarge: 'No block of this network needs so much: check that RPC_URL is its node.',
  closed: 'This program was ending.',
}

/** The node answered that it won't: its error, as JSON-RPC has it. */
export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly url: string
  readonly method: string
  readonly code: number
  /** The node's own words. */
  readonly reason: string
  /** What it said beside them: for a revert, the encoded error of the contract. */
  readonly data: unknown
  constructor(url: string, method: string, error: unknown) {
    const { code, message, data } = error as Record<string, unknown>
    const reason = typeof message === 'string' ? message : (JSON.stringify(error) ?? '')
    super(`The node at ${url} refused ${method}: ${reason.slice(0, 500)} (code ${String(code)}).`)
    this.url = url
    this.method = method
    this.code = typeof code === 'number' ? code : 0
    this.reason = reason
    this.data = data
  }

  /** Whether the node has no such method. */
  get isUnknownMethod(): boolean {
    return (
      this.code === -32_601 || /does not exist|not available|method not found/i.test(this.reason)
    )
  }
}
