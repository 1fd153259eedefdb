import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Wallet } from 'ethers'
import {
  addressOf,
  createKey,
  KeyDamaged,
  KeyExists,
  KeyMissing,
  KeyNameInvalid,
  listKeys,
  unlockKey,
  WrongPassphrase,
} from '../../../chain/keys/keystore.ts'
import { createDurably } from '../../../chain/journal/durableFile.ts'
import { passphraseFor, PassphraseUnavailable } from '../../../chain/keys/passphrase.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattledger-keys-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a key', () => {
  test('opens with its passphrase only, and tells its address without one', async () => {
    const made = await createKey(folder, 'consumer', 'monsoon')
    expect(await addressOf(folder, 'consumer')).toBe(made.address)
    expect((await unlockKey(folder, 'consumer', 'monsoon')).privateKey).toBe(made.privateKey)
    await expect(unlockKey(folder, 'consumer', 'Monsoon')).rejects.toThrow(WrongPassphrase)
  })

  test('is a keystore any wallet opens, scrypt with N = 131,072, readable by its owner only', async () => {
    const made = await createKey(folder, 'shared', 'monsoon')
    const path = join(folder, 'shared.json')
    const text = await readFile(path, 'utf8')
    expect((await Wallet.fromEncryptedJson(text, 'monsoon')).address).toBe(made.address)
    expect(text).toContain('"n":131072')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('is never overwritten, even by two who make it at once', async () => {
    const outcomes = await Promise.allSettled([
      createKey(folder, 'twice', 'a'),
      createKey(folder, 'twice', 'b'),
    ])
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(createKey(folder, 'twice', 'c')).rejects.toThrow(KeyExists)
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('that is missing, damaged or wrongly named is told by name', async () => {
    await writeFile(join(folder, 'broken.json'), '{"address":"half')
    await expect(addressOf(folder, 'broken')).rejects.toThrow(KeyDamaged)
    await expect(addressOf(folder, 'nobody')).rejects.toThrow(KeyMissing)
    await expect(addressOf(folder, '../board')).rejects.toThrow(KeyNameInvalid)
  })

  test('is listed with its address; what is no key is not', async () => {
    const names = (await listKeys(folder)).map(({ name }) => name)
    expect(names).toContain('consumer')
    expect(names).not.toContain('broken')
    expect(await listKeys(join(folder, 'none'))).toEqual([])
  })
})

describe('a passphrase', () => {
  test('comes from the named file first, then the environment, then the demo’s file', async () => {
    const home = join(folder, 'home')
    await createDurably(join(home, 'keys', 'passphrase'), 'of the demo\n')
    await writeFile(join(folder, 'mine'), 'of the file\r\n')
    const file = join(folder, 'mine')
    expect(await passphraseFor('k', { home, file, environment: 'of the environment' })).toBe(
      'of the file',
    )
    expect(await passphraseFor('k', { home, environment: 'of the environment' })).toBe(
      'of the environment',
    )
    expect(await passphraseFor('k', { home, environmentFile: file })).toBe('of the file')
    expect(await passphraseFor('k', { home })).toBe('of the demo')
  })

  test('that is nowhere, empty, or in a file that is not there is told so', async () => {
    const home = join(folder, 'elsewhere')
    await expect(passphraseFor('k', { home })).rejects.toThrow(PassphraseUnavailable)
    await expect(passphraseFor('k', { home, environment: '' })).rejects.toThrow(/is empty/)
    await expect(passphraseFor('k', { home, file: join(folder, 'gone') })).rejects.toThrow(/gone/)
  })
})
