import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTransport, type TransportOptions } from '../../../chain/reader/transport.ts'
import { RpcError, TransportError } from '../../../chain/reader/transportError.ts'
import { type Asked, type LyingNode, type Reply, startLyingNode } from '../../machine/lyingNode.ts'
import '../../seeds.ts'

let node: LyingNode
beforeAll(async () => {
  node = await startLyingNode()
})
afterAll(() => node[Symbol.asyncDispose]())
beforeEach(() => node.behave(echo))

/** Every call is answered by its own first parameter. */
const echo = ({ calls }: Asked) => calls.map(({ id, params }) => ({ id, result: params[0] }))

const waits: number[] = []
/** Waits are noted, not made. */
const open = (options: TransportOptions = {}) => {
  waits.length = 0
  const sleep = async (ms: number) => void waits.push(ms)
  const transport = createTransport(node.url, { sleep, random: () => 0, ...options })
  return { ...transport, [Symbol.dispose]: transport.close }
}

const callsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ method: 'echo', params: [`answer ${i}`] }))
const resultsOf = (count: number) => callsOf(count).map(({ params }) => params[0])
const failureOf = async (asking: Promise<unknown>): Promise<TransportError> => {
  const error: unknown = await asking.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TransportError)
  return error as TransportError
}

test('asks over connections that are kept', async () => {
  using transport = open()
  expect(await transport.request('echo', ['hello'])).toBe('hello')
  expect(await transport.batch(callsOf(3))).toEqual(resultsOf(3))
  expect(await transport.batch([])).toEqual([])
})

test('null is an answer', async () => {
  using transport = open()
  expect(await transport.request('echo', [null])).toBe(null)
})

describe('a batch', () => {
  test('has its answers matched by id, in whatever order they come', async () => {
    const anyOrder = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        using transport = open()
        node.behave((asked) => order.map((place) => echo(asked)[place] ?? { id: 0 }))
        expect(await transport.batch(callsOf(6))).toEqual(resultsOf(6))
      }),
      { numRuns: 20 },
    )
  })

  test('ignores answers given twice and answers to what was never asked', async () => {
    using transport = open()
    node.behave((asked) => {
      const answers = echo(asked)
      const [first] = answers
      const repeated = answers.map(({ id }) => ({ id, result: 'another answer' }))
      const strange = { id: (first?.id ?? 0) + 1_000, result: 'unasked' }
      return [strange, ...answers, ...repeated]
    })
    expect(await transport.batch(callsOf(4))).toEqual(resultsOf(4))
  })

  test('asks again for those that were not answered, and only for those', async () => {
    using transport = open()
    const asked: number[] = []
    node.behave((exchange) => {
      asked.push(exchange.calls.length)
      return echo(exchange).filter((_, i) => i % 2 === 0)
    })
    expect(await transport.batch(callsOf(7))).toEqual(resultsOf(7))
    expect(asked).toEqual([7, 3, 1])
  })

  test('of which the node answers a part, the rest being too large, is asked on without a pause', async () => {
    using transport = open()
    node.behave((asked) =>
      echo(asked).map((answer, i) =>
        i < 2 ? answer : { id: answer.id, error: { code: -32_003, message: 'response too large' } },
      ),
    )
    expect(await transport.batch(callsOf(5))).toEqual(resultsOf(5))
    expect(waits).toEqual([])
  })

  test('that is never answered fails with how many calls are open', async () => {
    using transport = open({ attempts: 3 })
    node.behave(() => [])
    const failure = await failureOf(transport.batch(callsOf(4)))
    expect(failure.kind).toBe('missing')
    expect(failure.message).toContain('4 of 4 calls were not answered (3 attempts)')
  })

  test('one refused call refuses it, in the words of the node', async () => {
    using transport = open()
    node.behave(({ calls }) =>
      calls.map(({ id }) => ({
        id,
        error: { code: -32_000, message: 'nonce too low', data: '0x12' },
      })),
    )
    const refused = transport.batch(callsOf(2))
    await expect(refused).rejects.toThrow(RpcError)
    await expect(refused).rejects.toMatchObject({ code: -32_000, data: '0x12', method: 'echo' })
    await expect(refused).rejects.toThrow('refused echo: nonce too low (code -32000)')
  })

  test('refused as a whole, without an id, is refused', async () => {
    using transport = open()
    node.behave(() => ({
      body: '{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}',
    }))
    await expect(transport.batch(callsOf(2))).rejects.toThrow('batch too large')
  })
})

describe('a node that', () => {
  test.each<[string, Reply, string, string]>([
    [
      'answers with an HTML page',
      { body: '<html><h1>502 Bad Gateway</h1>' },
      'notJson',
      'an HTML page, "<html>',
    ],
    ['answers with an HTML error', { status: 502, body: '<html>' }, 'status', 'HTTP status 502'],
    ['answers half JSON', { body: '{"jsonrpc":"2.0","id":1,"resu' }, 'notJson', '"{"jsonrpc"'],
    ['answers nothing', { body: '' }, 'notJson', 'an empty answer'],
    ['breaks the connection', 'reset', 'unreachable', 'socket hang up'],
    ['never answers', 'hang', 'timeout', 'no full answer within 100 ms'],
    [
      'begins an answer and never ends it',
      'hang halfway',
      'timeout',
      'no full answer within 100 ms',
    ],
    ['answers another id', [{ id: 999_999, result: 'no' }], 'missing', '1 of 1 calls'],
    ['answers JSON of another kind', { body: '[null, 5, "x"]' }, 'missing', '1 of 1 calls'],
  ])('%s is asked again, and named when it goes on', async (_, reply, kind, detail) => {
    using transport = open({ attempts: 2, timeoutMs: 100 })
    const before = node.exchanges()
    node.behave(() => reply)
    const failure = await failureOf(transport.request('echo', ['x']))
    expect(failure).toMatchObject({ kind, method: 'echo', attempts: 2, url: node.url })
    expect(failure.message).toContain(detail)
    expect(node.exchanges() - before).toBe(2)

    // Once only, it goes unnoticed.
    let isFirst = true
    node.behave((asked) => {
      const answer = isFirst ? reply : echo(asked)
      isFirst = false
      return answer
    })
    expect(await transport.request('echo', ['x'])).toBe('x')
  })

  test('is not there is named as unreachable', async () => {
    const gone = await startLyingNode()
    await gone[Symbol.asyncDispose]()
    const transport = createTransport(gone.url, { attempts: 2, sleep: async () => {} })
    const failure = await failureOf(transport.request('eth_chainId'))
    expect(failure.kind).toBe('unreachable')
    expect(failure.message).toContain('ECONNREFUSED')
    expect(failure.message).toContain('wattledger network start')
  })

  test.each([401, 404])('refuses with HTTP status %i is not asked again', async (status) => {
    using transport = open()
    const before = node.exchanges()
    node.behave(() => ({ status, body: 'no' }))
    expect(await failureOf(transport.request('echo'))).toMatchObject({ kind: 'status', status })
    expect(node.exchanges() - before).toBe(1)
  })

  test('answers more than is allowed is cut off and not asked again', async () => {
    using transport = open({ maxResponseBytes: 1_000 })
    const before = node.exchanges()
    node.behave(({ calls }) => [{ id: calls[0]?.id ?? 0, result: 'x'.repeat(100_000) }])
    expect(await failureOf(transport.request('echo'))).toMatchObject({ kind: 'tooLarge' })
    expect(node.exchanges() - before).toBe(1)
  })
})

test('waits twice as long after each failure, at most 5 s, less up to half by chance', async () => {
  using transport = open({ attempts: 9 })
  node.behave(() => 'reset')
  await failureOf(transport.request('echo'))
  expect(waits).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000])
  using hurried = open({ attempts: 3, random: () => 1 })
  await failureOf(hurried.request('echo'))
  expect(waits).toEqual([50, 100])
})

test('an abort ends what is under way, at once and with its reason', async () => {
  using transport = open({ timeoutMs: 60_000 })
  node.behave(() => 'hang')
  const stop = new AbortController()
  const asking = transport.request('echo', [], stop.signal)
  stop.abort(new Error('leaving'))
  await expect(asking).rejects.toThrow('leaving')
})

test('closing ends what is under way, and nothing is asked after it', async () => {
  const transport = open({ timeoutMs: 60_000 })
  node.behave(() => 'hang')
  const before = node.exchanges()
  const asking = failureOf(transport.request('echo'))
  while (node.exchanges() === before) await new Promise((resolve) => setTimeout(resolve, 5))
  transport.close()
  expect((await asking).kind).toBe('closed')
  expect((await failureOf(transport.request('echo'))).kind).toBe('closed')
})
