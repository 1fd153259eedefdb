import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTrust } from '../../../contracts/proof/evidence/read.ts'
import { fileOf } from '../../contracts/proof/evidence/recorded.ts'
import { manifestOf } from '../../machine/manifest.ts'
import { type Home, newHome } from '../../machine/wattledger.ts'

/** No node is anywhere near: whatever works here works offline. */
let home: Home
beforeAll(async () => {
  home = await newHome()
})
afterAll(() => home[Symbol.asyncDispose]())

test('evidence is verified offline, by a trust file', async () => {
  const { code, stdout } = await home.run('verify', fileOf('plain'), '--trust', fileOf('trust'))
  expect(stdout).toMatch(/^Proven\. Account /)
  expect(code).toBe(0)
})

test('exit codes: 0 proven, 1 refused, 2 nobody vouches, 5 no such file', async () => {
  const elsewhere = fileOf('trust', 'elsewhere')
  expect((await home.run('verify', fileOf('plain'), '--trust', elsewhere)).code).toBe(1)
  expect((await home.run('verify', fileOf('plain'))).code).toBe(2)
  const missing = await home.run('verify', 'nowhere.json', '--json')
  expect([missing.code, missing.stdout]).toEqual([
    5,
    '{"error":{"exitCode":5,"message":"nowhere.json can\'t be read: check its name."}}\n',
  ])
})

test('a trust file that is none is bad input', async () => {
  const { code, stderr } = await home.run('verify', fileOf('plain'), '--trust', fileOf('plain'))
  expect(code).toBe(2)
  expect(stderr).toContain("The trust file can't be used. It is not a trust file")
})

test('--json gives the verdict', async () => {
  const { stdout } = await home.run('verify', fileOf('plain'), '--trust', fileOf('trust'), '--json')
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'proven', exitCode: 0 })
})

test('a home that has a deployment writes its trust file, and verifies by it without being told', async () => {
  const trust = readTrust(await readFile(fileOf('trust'), 'utf8'))
  const { contract, genesisHash, codeHash, signers } = trust
  const manifest = {
    ...manifestOf({ chain: 'geth', contract, genesisHash, signers: [...signers] }),
    codeHash,
  }
  await writeFile(path.join(home.path, 'manifest.json'), JSON.stringify(manifest))
  expect((await home.run('verify', fileOf('plain'))).code).toBe(0)
  const file = path.join(home.path, 'trust.json')
  const written = await home.run('trust', '--out', file, '--minimum-block', '3')
  expect(written.stdout).toContain(`Wrote ${file}`)
  expect(readTrust(await readFile(file, 'utf8'))).toEqual({ ...trust, minimumBlock: 3 })
  expect((await home.run('trust')).stdout).toBe(
    `${JSON.stringify({ ...trust, minimumBlock: 1 })}\n`,
  )
  expect((await home.run('trust', '--qr')).stdout).toMatch(/\n█{20,}\n/)
  const newest = await home.run('trust', '--minimum-block', 'newest')
  expect([newest.code, newest.stderr]).toEqual([3, expect.stringContaining('http://127.0.0.1')])
})
