import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { topicOf } from '../../../contracts/events/topics.ts'
import { anvilProvider } from '../../machine/anvil.ts'
import { type Domain, startDomain } from './domain.ts'
import { type FaultyNode, startFaultyNode } from './faultyNode.ts'

// Files of many rows: each transaction all or nothing, killed and continued, and never anything twice.
let domain: Domain
let code: string
let node: FaultyNode
let provider: JsonRpcProvider
const HEAD = 'account,amount,channel,reference'

beforeAll(async () => {
  domain = await startDomain()
  ;({ code } = domain)
  node = await startFaultyNode(domain.home.url)
  provider = anvilProvider(domain.home.url)
  await domain.home.json('receipt', 'secret')
})
afterEach(() => node.behave({}))
afterAll(async () => {
  provider.destroy()
  await node[Symbol.asyncDispose]()
  await domain[Symbol.asyncDispose]()
})

async function fileOf(name: string, ...rows: string[]): Promise<string> {
  const path = join(domain.home.path, name)
  await writeFile(path, `${[HEAD, ...rows].join('\n')}\n`)
  return path
}

/** How many payments the chain has. */
async function payments(): Promise<number> {
  const logs: unknown = await provider.send('eth_getLogs', [
    { fromBlock: '0x0', topics: [topicOf('PaymentMade')] },
  ])
  return (logs as unknown[]).length
}

const receipts = (count: number, name: string) =>
  Array.from({ length: count }, (_, i) => `${code},1.50,upi,${name}-${i}`)

describe('a batch of receipts', () => {
  test('goes in transactions of 300 rows', async () => {
    const file = await fileOf('a.csv', ...receipts(620, 'a'))
    const before = await payments()
    expect(await domain.done('receipt', 'batch', file, '--dry-run')).toContain('₹930.00 in all')
    expect(await payments()).toBe(before)
    expect(await domain.home.json('receipt', 'batch', file)).toMatchObject({
      sent: 620,
      transactions: 3,
      droppedLines: [],
    })
    expect(await payments()).toBe(before + 620)
  })

  test('gives each payer a slip where a folder is named', async () => {
    const file = await fileOf('slips.csv', `${code},1.50,upi,slip-1`, `${code},2.50,cash,slip-2`)
    const slips = join(domain.home.path, 'batch-slips')
    await domain.home.json('receipt', 'batch', file, '--slips', slips)
    const texts = (await readdir(slips)).filter((name) => name.endsWith('.txt'))
    expect(texts).toHaveLength(2)
    const told = await Promise.all(texts.map((name) => readFile(join(slips, name), 'utf8')))
    expect(told.join('\n')).toMatch(/₹2\.50 in cash[^]*slip-2/)
  })

  test.each(['drop', 'takeAndHang'] as const)(
    'that was killed (%s) goes on by the same command, and posts nothing twice',
    async (fault) => {
      const file = await fileOf(`${fault}.csv`, ...receipts(620, fault))
      const before = await payments()
      node.behave({ eth_sendRawTransaction: ['answer', fault] })
      const running = domain.home.start(['receipt', 'batch', file], { RPC_URL: node.url })
      await node.nextHang()
      running.kill()
      await running.end
      const again = await domain.home.run(['receipt', 'batch', file])
      expect(again).toMatchObject({ code: 0 })
      expect(again.stderr).toContain('An earlier run was cut short: "Record 300 receipts, lines')
      expect(await payments()).toBe(before + 620)
      expect(await domain.home.json('journal', 'list')).toEqual({ pending: [] })
      expect(await domain.home.json('receipt', 'batch', file)).toMatchObject({ sent: 0 })
      expect(await payments()).toBe(before + 620)
    },
  )

  test('with cells that can’t be used is not begun, and each is told by line and column', async () => {
    const file = await fileOf(
      'bad.csv',
      `${code},2.005,upi,1`,
      `K7Q29-XMD4T-C,5,upi,2`,
      `${code},5,cheque,3`,
      `"${code}",5,cash,`,
      `${code},5,cash,A 5`,
      `${code},5,cash,a5`,
      '00000-00000-0,5,cash,6',
    )
    const before = await payments()
    expect(await domain.refused('receipt', 'batch', file)).toMatch(
      /^2: 6 cells of .* nothing was sent[^]*\nline 2, column amount: "2\.005"/,
    )
    expect(await payments()).toBe(before)
    const report = (await readFile(`${file}.refused.csv`, 'utf8')).trim().split('\n')
    expect(report.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      'line column',
      '2 amount',
      '3 account',
      '4 channel',
      '5 reference',
      '7 reference',
      '8 account',
    ])
  })

  test('with a row that the ledger refuses is held back whole, unless such rows may be left out', async () => {
    const unknown = `0x${'77'.repeat(32)},5,cash,x`
    const file = await fileOf(
      'b.csv',
      `${code},9,upi,b-1`,
      unknown,
      `${code},9,upi,a-1`,
      receipts(1, 'a')[0] ?? '',
    )
    const before = await payments()
    expect(await domain.refused('receipt', 'batch', file)).toMatch(
      /^1: 2 receipts were refused, and 1 .* stayed behind.*1 were recorded before.*\(lines 5\)/,
    )
    expect(await payments()).toBe(before)
    expect(await domain.refused('receipt', 'batch', file, '--skip-refused')).toMatch(
      /^1: 2 receipts were refused; 1 were recorded[^]*line 3: No agreement[^]*line 4: The receipt/,
    )
    expect(await payments()).toBe(before + 1)
    expect(await readFile(`${file}.refused.csv`, 'utf8')).toMatch(/^line,column,value,reason\n3,,/)
  })

  test('by a key without the right is refused as a whole', async () => {
    const file = await fileOf('c.csv', ...receipts(2, 'c'))
    expect(await domain.refused('receipt', 'batch', file, '--key', 'consumer')).toMatch(
      /^1: Act 1 of the batch was refused.* does not hold the role CASHIER/,
    )
  })

  test('in a file that is no such table is told so', async () => {
    const path = join(domain.home.path, 'other.csv')
    expect(await domain.refused('receipt', 'batch', path)).toMatch(/^2: The file .* can't be read/)
    await writeFile(path, 'account,sum\n1,2\n')
    expect(await domain.refused('receipt', 'batch', path)).toMatch(
      /^2: The heading of .* lacks amount, channel, reference/,
    )
    await writeFile(path, `${HEAD}\n"x,y`)
    expect(await domain.refused('receipt', 'batch', path)).toMatch(/^2: .* is no table: Quote/)
  })
})

test('a batch of signed readings is recorded by anyone, and again nothing', async () => {
  await domain.pass(200)
  const csv = join(domain.home.path, 'readings.csv')
  const range = ['--installed', domain.day(0), '--to', domain.day(190), '--every', '31']
  await domain.home.json('meter', 'simulate', code, ...range, '--register', '500', '--csv', csv)
  expect(await domain.home.json('reading', 'batch', csv)).toMatchObject({
    sent: 6,
    transactions: 1,
  })
  expect(await domain.home.json('reading', 'batch', csv)).toMatchObject({
    sent: 0,
    droppedLines: [2, 3, 4, 5, 6, 7],
  })
  expect(await domain.home.json('show', 'account', code)).toMatchObject({ bills: 7 })
})
