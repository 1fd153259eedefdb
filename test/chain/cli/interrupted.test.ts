import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readManifest } from '../../../chain/cli/ledger.ts'
import { pendingEntries } from '../../../chain/journal/journal.ts'
import { topicOf } from '../../../contracts/events/topics.ts'
import { keysFolder, unlockKey } from '../../../chain/keys/keystore.ts'
import { anvilProvider } from '../../machine/anvil.ts'
import { type Faults, type FaultyNode, startFaultyNode } from './faultyNode.ts'
import { type Home, PASSPHRASE, startHome } from './home.ts'

// Whenever a command is killed, the same command completes what it began, and nothing is paid twice.
let home: Home
let node: FaultyNode
let code: string
let before: number
let provider: JsonRpcProvider

beforeAll(async () => {
  home = await startHome()
  node = await startFaultyNode(home.url)
  provider = anvilProvider(home.url)
  code = String((await home.json('demo'))['code'])
})
afterAll(async () => {
  provider.destroy()
  await node[Symbol.asyncDispose]()
  await home[Symbol.asyncDispose]()
})
beforeEach(async () => {
  node.behave({})
  before = await payments()
})

/** How many payments the chain has on the account. */
async function payments(): Promise<number> {
  const logs: unknown = await provider.send('eth_getLogs', [
    { fromBlock: '0x0', topics: [topicOf('PaymentMade')] },
  ])
  return (logs as unknown[]).length
}

/** What the journal holds. */
const pending = async () =>
  (await pendingEntries(home.path, await readManifest(home.path))).map(({ summary }) => summary)

/** Starts a payment through the faulty node and kills it once it hangs there. */
async function payAndKill(amount: string, faults: Faults) {
  node.behave(faults)
  const running = home.start(['pay', code, amount], { RPC_URL: node.url })
  await node.nextHang()
  running.kill()
  expect((await running.end).code).toBeNull()
}

describe('a payment that was killed', () => {
  test('before it was sent is sent by the same command, once', async () => {
    await payAndKill('1.01', { eth_sendRawTransaction: 'drop' })
    expect(await payments()).toBe(before)
    expect(await pending()).toEqual([`Pay ₹1.01 on ${code}`])
    const ran = await home.run(['pay', code, '1.01'])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toContain('An earlier run had signed this and was cut short')
    expect(await payments()).toBe(before + 1)
    expect(await pending()).toEqual([])
  })

  test('after it was sent is found by the same command, and not sent again', async () => {
    await payAndKill('1.02', { eth_sendRawTransaction: 'takeAndHang' })
    expect(await payments()).toBe(before + 1)
    expect((await home.run(['pay', code, '1.02'])).stdout).toContain('Paid ₹1.02')
    expect(await payments()).toBe(before + 1)
    expect(await pending()).toEqual([])
  })

  test('after it was mined, before it was told, is told by the same command', async () => {
    await payAndKill('1.03', { eth_getTransactionReceipt: ['answer', 'answer', 'drop'] })
    expect(await payments()).toBe(before + 1)
    expect((await home.json('pay', code, '1.03'))['isCompletion']).toBe(true)
    expect(await payments()).toBe(before + 1)
  })

  test('needs no passphrase to be completed, since it is signed already', async () => {
    await payAndKill('1.04', { eth_sendRawTransaction: 'drop' })
    const ran = await home.run(['journal', 'resume'], { WATTLEDGER_PASSPHRASE: undefined })
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toContain(`Pay ₹1.04 on ${code}: recorded in block`)
    expect(await payments()).toBe(before + 1)
    expect(await pending()).toEqual([])
  })

  test('is completed by another command of that key, and still not paid twice', async () => {
    await payAndKill('1.05', { eth_sendRawTransaction: 'drop' })
    const other = await home.run(['pay', code, '1.06'])
    expect(other.stderr).toContain(`"Pay ₹1.05 on ${code}" is recorded in block`)
    expect(other.stdout).toContain('Paid ₹1.06')
    expect(await payments()).toBe(before + 2)
    expect((await home.run(['pay', code, '1.05'])).stdout).toContain('An earlier run had signed')
    expect(await payments()).toBe(before + 2)
  })

  test('is not called superseded where a busy node finds its receipt late', async () => {
    const late = Array.from({ length: 5 }, () => () => null)
    node.behave({ eth_getTransactionReceipt: [...late, 'answer'] })
    const ran = await home.run(['pay', code, '1.10'], { RPC_URL: node.url })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('Paid ₹1.10')
    expect(await payments()).toBe(before + 1)
  })

  test('is paid anew by the command after that, since it was told then', async () => {
    await home.json('pay', code, '1.07')
    expect((await home.json('pay', code, '1.07'))['isCompletion']).toBe(false)
    expect(await payments()).toBe(before + 2)
  })

  test('comes to nothing where its number was used elsewhere, and is then signed anew', async () => {
    await payAndKill('1.08', { eth_sendRawTransaction: 'drop' })
    await spendNumberElsewhere()
    const ran = await home.run(['pay', code, '1.08'])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stderr).toContain('came to nothing')
    expect(await payments()).toBe(before + 1)
    expect(await pending()).toEqual([])
  })
})

/** The same key, used from another home: its next transaction takes the number of the pending one. */
async function spendNumberElsewhere() {
  const wallet = await unlockKey(keysFolder(home.path), 'consumer', PASSPHRASE)
  const sent = await wallet
    .connect(provider)
    .sendTransaction({ to: home.addresses['board'] ?? '', value: 1n, type: 0, gasPrice: 0 })
  await sent.wait()
}

test('a payment that no block takes in time is told so, with exit code 6, and completed later', async () => {
  await provider.send('evm_setAutomine', [false])
  const late = await home.run(['pay', code, '1.09'], { WATTLEDGER_CONFIRM_SECONDS: '1' })
  expect(late).toMatchObject({ code: 6, stdout: '' })
  expect(late.stderr).toMatch(/no block has it after 1 s.*run the same command again/)
  await provider.send('evm_setAutomine', [true])
  await provider.send('evm_mine', [])
  expect((await home.json('pay', code, '1.09'))['isCompletion']).toBe(true)
  expect(await payments()).toBe(before + 1)
})

test('two payments by one key at once are both made, one after the other', async () => {
  const ran = await Promise.all([home.run(['pay', code, '2']), home.run(['pay', code, '2'])])
  expect(ran.map((each) => each.code)).toEqual([0, 0])
  expect(await payments()).toBe(before + 2)
})

test('a demo that was killed goes on where it was', async () => {
  await using fresh = await startHome()
  await using slow = await startFaultyNode(fresh.url)
  for (const fault of ['drop', 'takeAndHang', 'drop'] as const) {
    slow.behave({ eth_sendRawTransaction: fault })
    const running = fresh.start(['demo'], { RPC_URL: slow.url })
    await slow.nextHang()
    running.kill()
    await running.end
  }
  const played = await fresh.json('demo')
  expect(played['balancePaise']).toBe('0')
  const account = String(played['code'])
  expect(await fresh.json('show', 'account', account)).toMatchObject({ seq: 8, bills: 1 })
  expect(await fresh.json('demo')).toMatchObject({ code: account, steps: [] })
  expect(await fresh.json('journal', 'list')).toEqual({ pending: [] })
})

test('a dry run writes nothing, sends nothing and asks for no passphrase', async () => {
  const written = await contents(home.path)
  const line = ['pay', code, '3', '--dry-run']
  const shown = await home.run(line, { WATTLEDGER_PASSPHRASE: undefined })
  expect(shown).toMatchObject({ code: 0, stderr: '' })
  expect(shown.stdout).toMatch(/Dry run: nothing is signed or sent\.\n.*Pay ₹3\.00/)
  expect(await contents(home.path)).toEqual(written)
  expect(await payments()).toBe(before)
})

/** Every file below a folder with its time and text. */
async function contents(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return await Promise.all(
    files
      .toSorted()
      .map(async (file) => `${file} ${(await stat(file)).mtimeMs} ${await readFile(file, 'utf8')}`),
  )
}
