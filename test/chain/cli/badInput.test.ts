import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonRpcProvider } from 'ethers'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { formatDay } from '../../../chain/cli/quantities.ts'
import { dayInIndia } from '../../../contracts/rules/day.ts'
import { anvilProvider } from '../../machine/anvil.ts'
import { type FaultyNode, startFaultyNode } from './faultyNode.ts'
import { type Environment, type Home, startHome } from './home.ts'

// One clear sentence with the value and what to do, a non-zero exit code, and nothing half written.
let home: Home
let node: FaultyNode
let provider: JsonRpcProvider
let code: string
let evidence: string
const today = dayInIndia(Date.now() / 1000)

beforeAll(async () => {
  home = await startHome()
  node = await startFaultyNode(home.url)
  provider = anvilProvider(home.url)
  code = String((await home.json('demo'))['code'])
  evidence = join(home.path, 'photo.jpg')
  await writeFile(evidence, 'a photo of the meter')
})
afterEach(() => node.behave({}))
afterAll(async () => {
  provider.destroy()
  await node[Symbol.asyncDispose]()
  await home[Symbol.asyncDispose]()
})

/** Runs a command and looks what it left behind. */
async function tried(line: string[], environment: Environment = {}, prefix: string[] = []) {
  const block = await provider.getBlockNumber()
  const { code: exitCode, stdout, stderr } = await home.run(line, environment, prefix)
  const newBlocks = (await provider.getBlockNumber()) - block
  const pending = await readdir(join(home.path, 'journal', 'pending'))
  const lines = stderr.trim().split('\n').length
  return { exitCode, stdout, stderr: stderr.trim(), lines, newBlocks, pending }
}

/** A failure in one line of words, after which nothing was sent or journalled. */
const refusal = (exitCode: number, words: RegExp) => ({
  exitCode,
  stdout: '',
  stderr: expect.stringMatching(words) as string,
  lines: 1,
  newBlocks: 0,
  pending: [],
})

describe('a payment', () => {
  test('of nothing is refused', async () => {
    expect(await tried(['pay', code, '0'])).toEqual(
      refusal(2, /^The amount is ₹0\.00: give one above zero/),
    )
  })
  test('of a fraction of a paisa is refused', async () => {
    expect(await tried(['pay', code, '2.005'])).toEqual(
      refusal(2, /^"2\.005" .*fraction of a paisa\. Write it like/),
    )
  })
  test('of no number is refused', async () => {
    expect(await tried(['pay', code, 'two'])).toEqual(refusal(2, /^"two" is no amount in rupees/))
  })
  test('beyond what the ledger can hold is refused', async () => {
    expect(await tried(['pay', code, '92233720368547758.08'])).toEqual(
      refusal(2, /more than the ledger can hold/),
    )
  })
  test('beyond what the key holds is refused with what it holds', async () => {
    expect(await tried(['pay', code, '20,000'])).toEqual(
      refusal(1, /holds ₹7,500\.00, too little for ₹20,000\.00: the board/),
    )
  })
  test('on a mistyped code is refused before anything is asked', async () => {
    expect(await tried(['pay', 'K7Q29-XMD4T-C', '5'])).toEqual(
      refusal(2, /^"K7Q29-XMD4T-C" is no account code/),
    )
  })
  test('on a code that nobody has is refused', async () => {
    expect(await tried(['pay', '00000-00000-0', '5'])).toEqual(
      refusal(1, /^There is no account 00000-00000-0 on this ledger/),
    )
  })
  test('on an id that nobody has is refused by the contract', async () => {
    expect(await tried(['pay', `0x${'77'.repeat(32)}`, '5'])).toEqual(
      refusal(1, /^No agreement has been accepted for/),
    )
  })
  test('on a category is refused', async () => {
    expect(await tried(['pay', `0x${'0'.repeat(63)}1`, '5'])).toEqual(
      refusal(2, /ids up to 65,535 are categories/),
    )
  })
})

describe('a reading', () => {
  const enter = (kWh: string, ...more: string[]) => [
    'reading',
    'enter',
    code,
    kWh,
    '--evidence',
    evidence,
    ...more,
  ]
  test('below the register is refused with both registers', async () => {
    await advance(30)
    expect(await tried(enter('499'))).toEqual(
      refusal(1, /can't go back from 500 kWh to 499 kWh: check the meter number/),
    )
  })
  test('before its cycle ends is refused with the day it may', async () => {
    expect(await tried(enter('510', '--day', formatDay(today + 10)))).toEqual(
      refusal(1, /has not ended on \S+: the next bill may end on \d{4}-\d\d-\d\d at the earliest/),
    )
  })
  test('of a day to come is refused with today', async () => {
    expect(await tried(enter('510', '--day', '2099-01-01'))).toEqual(
      refusal(1, /^2099-01-01 has not begun yet: today is 20/),
    )
  })
  test('of a day that is charged already is refused', async () => {
    expect(await tried(enter('510', '--day', formatDay(today)))).toEqual(
      refusal(1, /is charged already up to/),
    )
  })
  test('of a day that no calendar has is refused', async () => {
    expect(await tried(enter('510', '--day', '2026-02-30'))).toEqual(
      refusal(2, /^"2026-02-30" is no day of the calendar/),
    )
  })
  test('without the document that proves it is refused', async () => {
    expect(
      await tried(['reading', 'enter', code, '510', '--evidence', '/nowhere/photo.jpg']),
    ).toEqual(refusal(2, /^The document \/nowhere\/photo\.jpg can't be read/))
  })
  test('signed by another key than the meter’s is refused with both', async () => {
    const file = join(home.path, 'wrong.json')
    await home.json('reading', 'sign', code, '600', '--key', 'consumer', '--out', file)
    expect(await tried(['reading', 'submit', file])).toEqual(
      refusal(1, /is signed by 0x\w+, but the meter of .* is 0x/),
    )
  })
  test('in a file that is none, or of another ledger, is refused', async () => {
    expect(await tried(['reading', 'submit', evidence])).toEqual(
      refusal(2, /photo\.jpg is no signed reading/),
    )
    const text = await readFile(join(home.path, 'wrong.json'), 'utf8')
    const foreign = join(home.path, 'foreign.json')
    await writeFile(foreign, text.replace('"chainId": 20482', '"chainId": 1'))
    expect(await tried(['reading', 'submit', foreign])).toEqual(
      refusal(2, /was signed for the contract .* on chain 1,/),
    )
  })
  test('of two in one batch is refused whole, with the place of the bad one', async () => {
    const [good, bad] = [join(home.path, 'good.json'), join(home.path, 'wrong.json')]
    await home.json('reading', 'sign', code, '600', '--out', good, '--day', formatDay(today + 30))
    expect(await tried(['reading', 'submit', good, bad])).toEqual(
      refusal(1, /^Act 2 of the batch was refused, so none/),
    )
  })
})

describe('a rate', () => {
  test('in the past is refused with the days that are allowed', async () => {
    expect(await tried(['rate', 'set', '--flat', '6', '--from', formatDay(today - 10)])).toEqual(
      refusal(1, /^A rate for category 1 can't start on \S+: choose a day from \S+ to \S+\./),
    )
  })
  test('in force can’t be withdrawn', async () => {
    expect(await tried(['rate', 'withdraw', '1'])).toEqual(
      refusal(1, /^Tariff 1 is in force since .* set a new rate/),
    )
  })
  test('in a file that is none is refused with every fault', async () => {
    const file = join(home.path, 'tariff.json')
    await writeFile(file, '{"category": 0, "slabs": []}')
    expect(await tried(['rate', 'set', '--file', file])).toEqual(
      refusal(2, /tariff\.json: .*category.*effectiveFrom/),
    )
  })
})

test('a receipt whose reference was used is refused', async () => {
  await home.json('receipt', 'secret')
  const receipt = ['receipt', 'post', code, '5', '--channel', 'cash', '--reference', 'slip 1']
  await home.json(...receipt)
  expect(await tried(receipt)).toEqual(refusal(1, /was posted before: one receipt counts once/))
})

describe('a key', () => {
  test('with the wrong passphrase is told so', async () => {
    expect(
      await tried(['pay', code, '5'], {
        WATTLEDGER_PASSPHRASE: 'monsoon',
      }),
    ).toEqual(refusal(4, /^The passphrase does not open the key "consumer"/))
  })
  test('that is not there is told by name', async () => {
    expect(await tried(['pay', code, '5', '--key', 'nobody'])).toEqual(
      refusal(4, /^There is no key "nobody"/),
    )
  })
  test('without the right is told which role it lacks', async () => {
    expect(await tried(['rate', 'set', '--flat', '6', '--key', 'consumer'])).toEqual(
      refusal(1, /hold the role TARIFF: choose/),
    )
  })
  test('whose passphrase nobody can type is told how to give it', async () => {
    expect(
      await tried(['pay', code, '5'], {
        WATTLEDGER_PASSPHRASE: undefined,
      }),
    ).toEqual(refusal(4, /no terminal to ask .*WATTLEDGER_PASSPHRASE/))
  })
  test('can’t have its passphrase on the command line', async () => {
    expect(await tried(['pay', code, '5', '--passphrase', 'monsoon'])).toEqual(
      refusal(2, /^Unknown option '--passphrase'/),
    )
    const help = await home.run(['pay', '--help'])
    expect(help.stdout).toContain('--passphrase-file')
    expect(help.stdout).not.toMatch(/--passphrase[ =<]/)
  })
})

describe('a node', () => {
  const through = () => ({ RPC_URL: node.url })
  test('that answers with a web page is told so', async () => {
    node.behave({ '*': 'html' })
    expect(await tried(['pay', code, '5'], through())).toEqual(
      refusal(3, /^The node at \S+ did not answer .* is a node, not a/),
    )
  })
  test('that hangs is given up', async () => {
    node.behave({ '*': 'drop' })
    expect(await tried(['show', 'account', code], through())).toEqual(
      refusal(3, /did not answer .*(hangs|overloaded)/),
    )
  }, 60_000)
  test('that is not there is told, with how to start it', async () => {
    expect(
      await tried(['pay', code, '5'], {
        RPC_URL: 'http://127.0.0.1:9',
      }),
    ).toEqual(refusal(3, /did not answer.* Start it \("wattledger network start"\)/))
  })
  test('of another chain is refused by its id and by its genesis', async () => {
    node.behave({ eth_chainId: () => '0x1' })
    expect(await tried(['pay', code, '5'], through())).toEqual(
      refusal(3, /serves another chain: it has chain id 1, /),
    )
    node.behave({ eth_getBlockByNumber: (block) => ({ ...(block as object), hash: '0x00' }) })
    expect(await tried(['pay', code, '5'], through())).toEqual(
      refusal(3, /serves another chain: it begins with block 0x00/),
    )
  })
  test('that leaves out a log is caught by the account’s head', async () => {
    node.behave({ eth_getLogs: (logs) => (logs as unknown[]).slice(0, -1) })
    expect(await tried(['show', 'payments', code], through())).toEqual(
      refusal(3, /does not tell the whole truth about/),
    )
  })
  test('that changes a log is caught by the account’s head', async () => {
    node.behave({
      eth_getLogs: (logs) =>
        (logs as { data: string }[]).map((log) => ({
          ...log,
          data: log.data.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        })),
    })
    expect(await tried(['show', 'account', code], through())).toEqual(
      refusal(3, /whole truth about \S+: its \d entries come to the head 0x/),
    )
  })
  test('at an address that is none is refused', async () => {
    expect(await tried(['pay', code, '5', '--rpc', 'localhost'])).toEqual(
      refusal(2, /^"localhost" is no address of a node/),
    )
  })
})

test('a node that answers nonsense is not believed', async () => {
  const through = { RPC_URL: node.url }
  node.behave({ eth_call: () => '0x1234' })
  expect(await tried(['show', 'account', code], through)).toEqual(
    refusal(3, /^The node answered what this contract can't have said/),
  )
  node.behave({ eth_getLogs: () => 'none' })
  expect(await tried(['show', 'account', code], through)).toEqual(refusal(3, /no list of logs/))
})

describe('the disk', () => {
  test.skipIf(process.platform === 'win32')(
    'that is full stops a payment before it is sent',
    async () => {
      // As near to a full disk as a test may go: no file of this process can grow.
      const full = ['sh', '-c', 'trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh']
      expect(await tried(['pay', code, '5'], {}, full)).toEqual(
        refusal(5, /^The file can't grow: make room/),
      )
    },
  )

  test('that has a file where the journal belongs stops a payment before it is sent', async () => {
    const other = join(home.path, 'other')
    await mkdir(other)
    for (const name of ['manifest.json', 'accounts.json']) {
      await writeFile(join(other, name), await readFile(join(home.path, name)))
    }
    await mkdir(join(other, 'keys'))
    await writeFile(
      join(other, 'keys', 'consumer.json'),
      await readFile(join(home.path, 'keys', 'consumer.json')),
    )
    await writeFile(join(other, 'journal'), '')
    expect(await tried(['pay', code, '5', '--home', other])).toEqual(
      refusal(5, /^A file stands where a folder belongs/),
    )
  })
  test('without a ledger is told what to do first', async () => {
    expect(await tried(['pay', code, '5', '--home', join(home.path, 'new')])).toEqual(
      refusal(3, /^There is no ledger in this home yet/),
    )
  })
})

test('with --json a failure is JSON too', async () => {
  const ran = await home.run(['pay', code, '0', '--json'])
  expect(JSON.parse(ran.stdout)).toEqual({
    error: { exitCode: 2, message: 'The amount is ₹0.00: give one above zero, like 2,000.' },
  })
})

async function advance(days: number): Promise<void> {
  await provider.send('evm_increaseTime', [days * 86_400])
  await provider.send('evm_mine', [])
}
