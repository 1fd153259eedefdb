import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createDurably } from '../journal/durableFile.ts'
import { addressOf, createKey, KeyMissing, keysFolder, listKeys } from './keystore.ts'
import { demoPassphrasePath, passphraseFor, type PassphraseSource } from './passphrase.ts'

/**
 * Address of a home's key, or of a secret kept like one in another folder. Where it is missing in a new home, or in a demo's, it is made: under the passphrase of the
 * environment, else under the demo's own, which is made too. In a home whose keys have a passphrase that only people
 * know, nothing is made: throws `KeyMissing`.
 */
export async function ensureKey(
  name: string,
  source: PassphraseSource,
  folder = keysFolder(source.home),
): Promise<string> {
  try {
    return await addressOf(folder, name)
  } catch (cause) {
    if (!(cause instanceof KeyMissing)) throw cause
    const isGiven = (source.file ?? source.environment ?? source.environmentFile) !== undefined
    const isNew = (await listKeys(keysFolder(source.home))).length === 0
    if (isNew && !isGiven) await makeDemoPassphrase(source.home)
    if (!isGiven && !existsSync(demoPassphrasePath(source.home))) throw cause
    const passphrase = await passphraseFor(name, source)
    return (await createKey(folder, name, passphrase, { isRandom: !isGiven })).address
  }
}

async function makeDemoPassphrase(home: string): Promise<void> {
  const text = `${randomBytes(32).toString('hex')}\n`
  await createDurably(demoPassphrasePath(home), text).catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  })
}
