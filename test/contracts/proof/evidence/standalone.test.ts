import { execFile, spawnSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { artifactPath, bundleArtifacts } from '../../../../contracts/bundle.ts'
import { fileOf, textOf } from './recorded.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  await copyFile(artifactPath('verify.mjs'), path.join(folder, 'verify.mjs'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Linux lets a process be without any network, not even loopback, where it may make a namespace. */
const withoutNetwork =
  process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0
    ? ['unshare', '-rn']
    : []

/** Runs the one file alone in a folder, without a network where the machine can do that. */
const run = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const [command = '', ...rest] = [...withoutNetwork, process.execPath, 'verify.mjs', ...args]
    const child = execFile(command, rest, { cwd: folder, env: {} }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

test('the checked-in verifier and schemas are what the source makes', async () => {
  for (const [name, text] of await bundleArtifacts()) {
    expect([name, (await readFile(artifactPath(name), 'utf8')) === text]).toEqual([name, true])
  }
})

test('the verifier asks nothing of a network, a clock or its machine but files', async () => {
  const source = await readFile(artifactPath('verify.mjs'), 'utf8')
  const imported = [...source.matchAll(/(?:from|import\()\s*["'](node:[^"']+)["']/g)]
  const files = ['node:util', 'node:fs/promises', 'node:fs', 'node:url']
  expect(new Set(imported.map(([, name]) => name))).toEqual(new Set(files))
  for (const door of ['fetch(', 'XMLHttpRequest', 'WebSocket', 'WebAssembly', 'eval(']) {
    expect([door, source.includes(door)]).toEqual([door, false])
  }
})

test('run by Node alone, it verifies a file as it came, packed or not', async () => {
  const packed = path.join(folder, 'plain.json.gz')
  await writeFile(packed, gzipSync(textOf('plain')))
  for (const file of [fileOf('plain'), packed]) {
    const { code, stdout, stderr } = await run(file, '--trust', fileOf('trust'))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Proven\. Account /)
  }
})

test('its exit code says what became of the file', async () => {
  const trust = ['--trust', fileOf('trust')]
  const cut = path.join(folder, 'cut.json')
  await writeFile(cut, textOf('plain').slice(0, -100))
  const broken = path.join(folder, 'broken.json.gz')
  await writeFile(broken, gzipSync(textOf('plain')).subarray(0, 500))
  const codes = await Promise.all(
    [
      [fileOf('plain')],
      [fileOf('plain'), '--trust', fileOf('trust', 'elsewhere')],
      [cut, ...trust],
      [broken, ...trust],
      [fileOf('plain'), '--trust', cut],
      ['nowhere.json'],
      [],
      ['--help'],
    ].map(async (args) => (await run(...args)).code),
  )
  expect(codes).toEqual([2, 1, 1, 1, 5, 5, 5, 0])
})

test('its JSON holds the verdict and the words', async () => {
  const { stdout } = await run(fileOf('plain'), '--trust', fileOf('trust'), '--json')
  const verdict = JSON.parse(stdout) as object
  expect(verdict).toMatchObject({
    outcome: 'proven',
    exitCode: 0,
    statement: { bills: [{ number: 1, amount: '250000' }, { number: 2 }] },
    told: { warnings: [] },
  })
})
