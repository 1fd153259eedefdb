import { randomBytes, scrypt as nativeScrypt } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { encryptKeystoreJson, getAddress, hexlify, scrypt, Wallet } from 'ethers'
import { createDurably } from '../journal/durableFile.ts'

/**
 * Encrypted keys: one keystore file a key (Web3 Secret Storage version 3, scrypt with N = 131,072: 0.3 s and 128 MB a
 * guess), which Geth and every Ethereum wallet can read too. They lie in a folder as NAME.json, for their owner's eyes.
 */

/** Where a home keeps its signing keys. */
export const keysFolder = (home: string): string => join(home, 'keys')

/**
 * Makes a key and keeps it under a name, never over another; returns it unlocked. `isRandom` says that the passphrase is
 * 256 random bits: no derivation makes those harder to guess, so a light one spares 0.3 s whenever the key is used.
 * Throws `KeyNameInvalid`, `KeyExists`, or the file system's error.
 */
export async function createKey(
  folder: string,
  name: string,
  passphrase: string,
  { isRandom = false } = {},
): Promise<Wallet> {
  const path = keyPath(folder, name)
  if ((await readKey(path)) !== undefined) throw new KeyExists(name, path)
  // Without a recovery phrase: that would be a second secret to lose.
  const wallet = new Wallet(hexlify(randomBytes(32)))
  const { address, privateKey } = wallet
  const text = await encryptKeystoreJson({ address, privateKey }, passphrase, {
    scrypt: { N: isRandom ? 4_096 : 131_072, r: 8, p: 1 },
  })
  try {
    await createDurably(path, `${text}\n`)
  } catch (cause) {
    if (isFileError(cause, 'EEXIST')) throw new KeyExists(name, path)
    throw cause
  }
  return wallet
}

/** A key's address, checksummed, without its passphrase. Throws `KeyNameInvalid`, `KeyMissing`, `KeyDamaged`. */
export async function addressOf(folder: string, name: string): Promise<string> {
  return (await existingKey(folder, name)).address
}

/** The key itself. Throws as `addressOf`, and `WrongPassphrase`. */
export async function unlockKey(folder: string, name: string, passphrase: string): Promise<Wallet> {
  const { text, path } = await existingKey(folder, name)
  try {
    // A keystore without a recovery phrase always makes a plain Wallet.
    return new Wallet((await Wallet.fromEncryptedJson(text, passphrase)).privateKey)
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('incorrect password')) {
      throw new WrongPassphrase(name, path)
    }
    throw new KeyDamaged(name, path, { cause })
  }
}

/** Names and addresses of all keys, by name; empty where there is no folder yet. Files that are no keys are left out. */
export async function listKeys(folder: string): Promise<{ name: string; address: string }[]> {
  const files = await readdir(folder).catch((cause: unknown) => {
    if (isFileError(cause, 'ENOENT')) return []
    throw cause
  })
  const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5))
  const keys: { name: string; address: string }[] = []
  for (const name of names.toSorted()) {
    const key = KEY_NAME.test(name) ? await readKey(keyPath(folder, name)) : undefined
    if (key?.address !== undefined) keys.push({ name, address: key.address })
  }
  return keys
}

const KEY_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

// ethers' own scrypt is JavaScript and takes ten times as long.
scrypt.register(
  (password, salt, N, r, p, length) =>
    new Promise((resolve, reject) => {
      nativeScrypt(password, salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
        if (error === null) resolve(hexlify(key))
        else reject(error)
      })
    }),
)

function keyPath(folder: string, name: string): string {
  if (!KEY_NAME.test(name)) throw new KeyNameInvalid(name)
  return join(folder, `${name}.json`)
}

async function existingKey(folder: string, name: string) {
  const path = keyPath(folder, name)
  const key = await readKey(path)
  if (key === undefined) throw new KeyMissing(name, path)
  if (key.address === undefined) throw new KeyDamaged(name, path)
  return { path, text: key.text, address: key.address }
}

async function readKey(path: string) {
  try {
    const text = await readFile(path, 'utf8')
    return { text, address: addressIn(text) }
  } catch (cause) {
    if (isFileError(cause, 'ENOENT')) return undefined
    throw cause
  }
}

/** The address a keystore names for itself; decrypting checks that it is the key's. */
function addressIn(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || !('address' in json)) return undefined
    return typeof json.address === 'string' ? getAddress(json.address.toLowerCase()) : undefined
  } catch {
    return undefined
  }
}

const isFileError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Something is wrong with a key or its passphrase; the message says what and what to do. */
export class KeyError extends Error {
  override name = 'KeyError'
}

export class KeyNameInvalid extends KeyError {
  constructor(key: string) {
    super(
      `"${key}" can't name a key: use up to 63 small letters, digits and dashes, for example "consumer-2".`,
    )
  }
}

export class KeyExists extends KeyError {
  constructor(key: string, path: string) {
    super(
      `There is a key "${key}" already (${path}): choose another name. Keys are never overwritten.`,
    )
  }
}

export class KeyMissing extends KeyError {
  constructor(key: string, path: string) {
    super(
      `There is no key "${key}" (looked for ${path}): see "wattledger keys list", or make it with "wattledger keys new ${key}".`,
    )
  }
}

export class KeyDamaged extends KeyError {
  constructor(key: string, path: string, options?: ErrorOptions) {
    super(
      `The key file of "${key}" (${path}) is no keystore that can be read: restore it from a backup.`,
      options,
    )
  }
}

export class WrongPassphrase extends KeyError {
  constructor(key: string, path: string) {
    super(
      `The passphrase does not open the key "${key}" (${path}): try again with the one it was made with.`,
    )
  }
}
