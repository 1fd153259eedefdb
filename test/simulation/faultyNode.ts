import { setTimeout as sleep } from 'node:timers/promises'
import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import { decodeRlp, encodeRlp, type Rlp } from '../../contracts/proof/rlp.ts'
import {
  type Asked,
  type LyingNode,
  type Reply,
  type RpcAnswer,
  type RpcCall,
  startLyingNode,
} from '../machine/lyingNode.ts'
import { type Block, sealedByStranger } from './blocks.ts'
import type { Draws } from './random.ts'
import { count } from './summary.ts'
import type { View, World } from './world.ts'

/** The seed's node: where it is in the world, and what it has said that was not so. */
export interface FaultyNode extends AsyncDisposable {
  readonly url: string
  /** Alarms that a lie told so far may end in. */
  readonly lies: ReadonlySet<string>
  readonly isAtEnd: () => boolean
  readonly requests: () => number
  /** Faults put in, by name. */
  readonly faults: Readonly<Record<string, number>>
}

export interface NodeOptions {
  readonly draws: Draws
  readonly world: World
  /** Without faults of its own. */
  readonly isQuiet: boolean
  /** Called before and after every answer, with what was asked and how often before; true cuts the connection. */
  readonly onRequest: (moment: 'before' | 'after', key: string, attempt: number) => boolean
}

/** A lie about a block is told again and again in some seeds, so that asking anew doesn't help. */
interface Lie {
  readonly name: string
  readonly method: string
  readonly alarms: readonly string[]
  readonly tell: (result: unknown, draws: Draws, key: string) => unknown
}

const headerAlarms = [
  'UnlinkedHeader',
  'UnreadableBlock',
  'UnknownSealer',
  'TooFewParties',
  'SignerChange',
  'WaveringNode',
]
const receiptAlarms = ['UnprovenReceipts', 'UnreadableBlock']
const transactionAlarms = ['UnprovenTransactions', 'UnreadableBlock']

const withRlp = (result: unknown, change: (item: Rlp[]) => void): Hex => {
  const item = decodeRlp(bytesOf(result as string)) as Rlp[]
  change(item)
  return hexOf(encodeRlp(item))
}

const flipped = (hex: unknown, draws: Draws, key: string): Hex => {
  const bytes = bytesOf(hex as string)
  const at = draws.below(bytes.length, 'byte', key)
  bytes[at] = (bytes[at] as number) ^ (1 + draws.below(255, 'bits', key))
  return hexOf(bytes)
}

/** The logs of each receipt changed. */
const withLogs = (result: unknown, change: (logs: Rlp[]) => Rlp[]): Hex[] =>
  (result as Hex[]).map((receipt) =>
    withRlp(receipt, (fields) => (fields[3] = change(fields[3] as Rlp[]))),
  )

const headerLie = (name: string, tell: Lie['tell']): Lie => ({
  name: `header: ${name}`,
  method: 'debug_getRawHeader',
  alarms: headerAlarms,
  tell,
})
const receiptLie = (name: string, tell: Lie['tell']): Lie => ({
  name: `receipts: ${name}`,
  method: 'debug_getRawReceipts',
  alarms: receiptAlarms,
  tell,
})
const transactionLie = (name: string, tell: Lie['tell']): Lie => ({
  name: `transactions: ${name}`,
  method: 'debug_getRawBlock',
  alarms: transactionAlarms,
  tell,
})

const lies: readonly Lie[] = [
  headerLie('a byte', flipped),
  headerLie('another state under the old seal', (result) =>
    withRlp(result, (header) => (header[3] = new Uint8Array(32).fill(6))),
  ),
  headerLie('no seal', (result) => withRlp(result, (header) => (header[12] = new Uint8Array(97)))),
  headerLie('a stranger’s seal', (result) => hexOf(sealedByStranger(bytesOf(result as string)))),
  receiptLie('a byte', (result, draws, key) => {
    const receipts = result as Hex[]
    const at = draws.below(receipts.length, 'receipt', key)
    return receipts.map((receipt, i) => (i === at ? flipped(receipt, draws, key) : receipt))
  }),
  receiptLie('one left out', (result) => (result as Hex[]).slice(1)),
  receiptLie('all left out', () => []),
  receiptLie('one doubled', (result) => [...(result as Hex[]), (result as Hex[])[0]]),
  receiptLie('a log left out', (result) => withLogs(result, (logs) => logs.slice(1))),
  receiptLie('a log doubled', (result) =>
    withLogs(result, (logs) => [...logs, ...logs.slice(0, 1)]),
  ),
  receiptLie('logs in another order', (result) => withLogs(result, (logs) => logs.toReversed())),
  receiptLie('a log altered', (result) =>
    withLogs(result, (logs) =>
      logs.map((log) => {
        const [address, topics, data] = log as [Rlp, Rlp, Uint8Array]
        return [address, topics, data.map((byte, at) => (at === data.length - 1 ? byte ^ 1 : byte))]
      }),
    ),
  ),
  transactionLie('a byte', flipped),
  transactionLie('one left out', (result) =>
    withRlp(result, (block) => (block[1] = (block[1] as Rlp[]).slice(1))),
  ),
]

const identityLies: readonly Lie[] = [
  { name: 'another chain id', method: 'eth_chainId', alarms: ['ForeignChain'], tell: () => '0x1' },
  {
    name: 'another genesis',
    method: 'eth_getBlockByNumber',
    alarms: ['ForeignChain', 'UnreadableBlock'],
    tell: (result) => ({ ...(result as object), timestamp: '0x5' }),
  },
]

/** What a node that answers for another chain may be stopped for, as long as it has not done so for good. */
const foreignAlarms = ['ForeignChain', 'DeepReorg', ...headerAlarms]

export const startFaultyNode = async ({
  draws,
  world,
  isQuiet,
  onRequest,
}: NodeOptions): Promise<FaultyNode> => {
  const { views, foreign } = world
  // One network in three has no trouble, one in three some, one much.
  const trouble = isQuiet ? 0 : draws.pick([0, 0.04, 0.15], 'trouble of the node')
  const lasting =
    !isQuiet && draws.chance('lasting lie') < 0.2
      ? draws.pick([...lies, ...identityLies], 'which lasting lie')
      : undefined
  const lastingFrom = draws.below(12, 'lasting from')
  const told = new Set<string>()
  const faults: Record<string, number> = {}
  let requests = 0
  const attempts = new Map<string, number>()
  let at = 0

  const move = () => {
    at = Math.min(at + 1, views.length - 1)
  }
  const tell = (lie: Lie, result: unknown, key: string): unknown => {
    const said = lie.tell(result, draws, key)
    if (JSON.stringify(said) === JSON.stringify(result)) return result
    count(faults, lie.name)
    for (const alarm of lie.alarms) told.add(alarm)
    return said
  }

  const isElsewhere = () =>
    foreign !== undefined && requests > foreign.from && requests <= foreign.to

  const answerTo = (call: RpcCall, attempt: number, isLie: boolean): RpcAnswer => {
    const { id } = call
    const result = resultOf(call, isElsewhere() ? (foreign?.view as View) : (views[at] as View))
    if (result === undefined)
      return { id, jsonrpc: '2.0', error: { code: -32_000, message: 'header not found' } }
    const key = `${call.method} ${JSON.stringify(call.params)} ${attempt}`
    const isOfLasting =
      lasting?.method === call.method && requests > lastingFrom && isLiable(result)
    if (lasting !== undefined && isOfLasting)
      return { id, jsonrpc: '2.0', result: tell(lasting, result, call.method) }
    if (isLie && isLiable(result)) {
      const fitting = [...lies, ...identityLies].filter(({ method }) => method === call.method)
      if (fitting.length > 0)
        return {
          id,
          jsonrpc: '2.0',
          result: tell(draws.pick(fitting, 'which lie', key), result, key),
        }
    }
    return { id, jsonrpc: '2.0', result }
  }

  const reply = async ({ calls }: Asked): Promise<Reply> => {
    const [first] = calls as [RpcCall]
    const key = `${calls.length} ${first.method} ${JSON.stringify(first.params)}`
    const attempt = attempts.get(key) ?? 0
    attempts.set(key, attempt + 1)
    requests++
    if (onRequest('before', key, attempt)) return 'reset'
    if (isElsewhere()) {
      count(faults, 'another chain')
      for (const alarm of foreignAlarms) told.add(alarm)
    }
    const isPoll = first.method === 'eth_blockNumber'
    if (draws.chance('move before', key, attempt) < (isPoll ? 0.4 : 0.04)) move()
    const isLying = attempt < 2 && draws.chance('lie', key, attempt) < trouble / 2
    const lieAt = isLying ? draws.below(calls.length, 'lie at', key, attempt) : -1
    const answers = calls.map((call, place) => {
      if (place > 0 && draws.chance('move within', key, attempt, place) < 0.01) move()
      return answerTo(call, attempt, place === lieAt)
    })
    if (draws.chance('move after', key, attempt) < 0.04) move()
    if (onRequest('after', key, attempt)) return 'reset'
    if (attempt >= 2 || draws.chance('fault', key, attempt) >= trouble) return answers
    const [name, reply] = draws.pick(replies, 'which fault', `${key} ${attempt}`)
    count(faults, name)
    return reply(answers, draws, `${key} ${attempt}`)
  }

  const node: LyingNode = await startLyingNode()
  node.behave(reply)
  return {
    url: node.url,
    lies: told,
    // What it still has to say for another chain must be heard.
    isAtEnd: () => at === views.length - 1 && requests > (foreign?.to ?? 0),
    requests: () => requests,
    faults,
    [Symbol.asyncDispose]: () => node[Symbol.asyncDispose](),
  }
}

/** Whether there is anything to lie about: an empty list has no element to leave out. */
const isLiable = (result: unknown): boolean => !Array.isArray(result) || result.length > 0

type Fault = (answers: RpcAnswer[], draws: Draws, key: string) => Promise<Reply> | Reply

/** What goes wrong on the way, whatever was said. */
const replies: readonly (readonly [string, Fault])[] = [
  ['connection reset', () => 'reset'],
  ['no answer', () => 'hang'],
  ['half an answer, then none', () => 'hang halfway'],
  ['web page', () => ({ body: '<html><title>502 Bad Gateway</title></html>' })],
  ['web page, status 502', () => ({ status: 502, body: '<html>Bad gateway</html>' })],
  ['status 429', () => ({ status: 429, body: 'slow down' })],
  [
    'half JSON',
    (answers, draws, key) => {
      const text = JSON.stringify(answers)
      return { body: text.slice(0, draws.below(text.length, 'half', key)) }
    },
  ],
  ['empty answer', () => ({ body: '' })],
  [
    'answers dropped',
    (answers, draws, key) =>
      answers.filter((_, place) => draws.chance('dropped', key, place) < 0.5),
  ],
  [
    'answers cut off',
    (answers, draws, key) => answers.slice(0, draws.below(answers.length, 'kept', key)),
  ],
  ['answers doubled', (answers) => [...answers, ...answers]],
  ['answers in another order', (answers) => answers.toReversed()],
  [
    'answers late',
    async (answers) => {
      await sleep(5)
      return answers
    },
  ],
  [
    'answers that are none',
    (answers, draws, key) =>
      answers.map(({ id }, place) => ({
        id,
        jsonrpc: '2.0',
        result: draws.pick([null, '', '0x', {}, 7, 'no'], 'none', key, place),
      })),
  ],
  [
    'errors',
    (answers) =>
      answers.map(({ id }) => ({
        id,
        jsonrpc: '2.0',
        error: { code: -32_002, message: 'request timed out' },
      })),
  ],
]

/** What an honest node with this chain says. */
export const resultOf = ({ method, params }: RpcCall, view: View): unknown => {
  const [which] = params as [string]
  if (method === 'eth_chainId') return '0x5002'
  if (method === 'eth_blockNumber') return `0x${(view.length - 1).toString(16)}`
  if (method === 'eth_getBlockByNumber') return headerJson(view[0] as Block)
  const block = which?.length === 66 ? view.find(({ hash }) => hash === which) : view[Number(which)]
  if (block === undefined) return undefined
  if (method === 'debug_getRawHeader') return hexOf(block.raw)
  if (method === 'debug_getRawReceipts') return block.receipts.map((receipt) => hexOf(receipt))
  if (method === 'debug_getRawBlock')
    return hexOf(
      encodeRlp([decodeRlp(block.raw), block.transactions.map((raw) => decodeRlp(raw)), []]),
    )
  return undefined
}

const quantity = (value: number | bigint) => `0x${value.toString(16)}`

const headerJson = ({ header }: Block) => {
  return {
    parentHash: hexOf(header.parentHash),
    sha3Uncles: hexOf(header.unclesHash),
    miner: hexOf(header.coinbase),
    stateRoot: hexOf(header.stateRoot),
    transactionsRoot: hexOf(header.transactionsRoot),
    receiptsRoot: hexOf(header.receiptsRoot),
    logsBloom: hexOf(header.logsBloom),
    difficulty: quantity(header.difficulty),
    number: quantity(header.number),
    gasLimit: quantity(header.gasLimit),
    gasUsed: quantity(header.gasUsed),
    timestamp: quantity(header.timestamp),
    extraData: hexOf(header.extraData),
    mixHash: hexOf(header.mixHash),
    nonce: hexOf(header.nonce),
  }
}
