import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bulkTables } from '../../../portal/bulk/tables.ts'
import { wordsOf } from '../openPortal.ts'
import { openSituations, type OpenSituations } from '../openSituations.ts'

const run = promisify(execFile)

/** Whether a program is there; curl and sha256sum are the reader's own. */
const isThere = (program: string): Promise<boolean> =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  )
const canRun =
  process.platform !== 'win32' && (await isThere('curl')) && (await isThere('sha256sum'))

describe.runIf(canRun)('what the page of the export says to type in a terminal', () => {
  let town: OpenSituations
  let folder: string
  let commands: string
  /** What was typed, and the lines of its answer. */
  const type = async (lines: string) =>
    (await run('sh', ['-e', '-c', lines], { cwd: folder })).stdout.trim().split('\n')

  beforeAll(async () => {
    town = await openSituations()
    folder = await mkdtemp(path.join(tmpdir(), 'wattledger-export-'))
    const page = await (await fetch(`${await town.listen()}/export?lang=en`)).text()
    const [, shown = ''] = /<pre>(.*?)<\/pre>/s.exec(page) ?? []
    commands = shown
      .split('\n')
      .map((line) => wordsOf(line))
      .join('\n')
  })
  afterAll(async () => {
    await town[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  test('takes every table, and each file is told to be OK', async () => {
    const answer = await type(commands)
    expect(answer).toEqual(bulkTables.map((table) => `${table}.csv: OK`))
    expect((await readdir(folder)).sort()).toEqual(
      ['SHA256SUMS', ...bulkTables.map((table) => `${table}.csv`)].sort(),
    )
  })

  test('tells of a file that was altered by one sign', async () => {
    const file = path.join(folder, 'payment.csv')
    await writeFile(file, (await readFile(file, 'utf8')).replace('2', '3'))
    const check = commands.split('\n').at(-1) ?? ''
    const failure: unknown = await type(check).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('payment.csv: FAILED') as unknown,
    })
  })
})
