import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paise } from '../../contracts/rules/units.ts'
import { connect } from '../../migrations/connect.ts'
import { startLedger, type Ledger } from '../contracts/ledger.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { fillLedger, manifestOf } from './chain.ts'
import { startIndexer } from './indexer.ts'

let ledger: Ledger
let database: TestDatabase
let home: string

beforeAll(async () => {
  ;[ledger, database] = await Promise.all([startLedger(), createDatabase()])
  await fillLedger(ledger)
  home = await mkdtemp(join(tmpdir(), 'wattledger-commands-'))
  await writeFile(join(home, 'manifest.json'), JSON.stringify(await manifestOf(ledger)))
  const { writerUrl: writer, readerUrl: reader } = database
  await writeFile(join(home, 'database.json'), JSON.stringify({ writer, reader }))
})

afterAll(async () => {
  await rm(home, { recursive: true, force: true })
  await database[Symbol.asyncDispose]()
  await ledger[Symbol.asyncDispose]()
})

const indexer = (...args: string[]) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, WATTLEDGER_HOME: home, RPC_URL: ledger.url }
    const child = execFile(
      process.execPath,
      ['indexer/main.ts', ...args],
      { env },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    )
  })

test('a command that it does not know is refused with those it knows', async () => {
  const { code, stderr } = await indexer('adit')
  expect(code).toBe(2)
  expect(stderr).toMatch(/knows no "adit".*audit {6}proves/s)
  expect((await indexer('--help')).stdout).toContain('status')
  expect((await indexer('status', '--jason')).code).toBe(2)
})

test('status and audit say how it stands before, with and after an indexer, and of an altered row', async () => {
  expect(await indexer('status')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('No indexer ran') as string,
  })
  expect(await indexer('audit')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing was indexed') as string,
  })
  const manifest = await manifestOf(ledger)
  {
    await using running = await startIndexer({ manifest, database, rpcUrl: ledger.url })
    await running.caughtUp
    await expect
      .poll(async () => (await indexer('status')).stdout, { timeout: 60_000 })
      .toMatch(/^following\nblock (\d+) of \1 stored/)
    expect(await indexer('audit')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Every row is the chain's: \d+ rows/) as string,
    })
    await running.stop()
  }
  const { code, stdout } = await indexer('status', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ state: 'stopped', lagSeconds: 0 })
  await using db = connect(database.url)
  await db
    .updateTable('payment')
    .set({ amount_paise: sql<Paise>`amount_paise + 1` })
    .execute()
  const altered = await indexer('audit')
  expect(altered.code).toBe(10)
  expect(altered.stdout).toMatch(
    /payment account 0x[0-9a-f]{64}, seq \d+, .*: amount_paise is 200001, the chain says 200000\./,
  )
  // Two payments, and the heads of their accounts.
  expect(altered.stdout).toContain('4 differences among')
})
