import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { encryptKeystoreJson, getAddress, hexlify, SigningKey, Wallet } from 'ethers'
import type { Party } from '../../contracts/proof/manifest.ts'
import { createDurably } from '../journal/durableFile.ts'
import { nodeFolder, type NodeName } from './network.ts'

/** Who talks to nodes. `reader`: who only reads blocks from them, such as the indexer. */
type KeyName = NodeName | 'bootnode' | 'reader'

/** Private key of a node's talk to others, hexadecimal; its public key is in the node's enode. */
export const nodeKeyPath = (home: string, node: KeyName): string =>
  path.join(home, 'network', node, 'nodekey')

/** Passphrase of a party's sealing key. */
export const passphrasePath = (home: string, party: Party): string =>
  path.join(nodeFolder(home, party), 'passphrase')

/** A node's public name, 64 bytes hexadecimal, from its key. */
export async function enodeId(home: string, node: KeyName): Promise<string> {
  const key = (await readFile(nodeKeyPath(home, node), 'utf8')).trim()
  return SigningKey.computePublicKey(`0x${key}`, false).slice(4)
}

/** A party's folder that was brought here has its key already, by which the others know the node. */
export async function makeNodeKey(home: string, node: KeyName): Promise<void> {
  const file = nodeKeyPath(home, node)
  if (!existsSync(file)) await createDurably(file, randomBytes(32).toString('hex'))
}

/** Makes a party's sealing key, under a passphrase that lies beside it for its owner only; returns its address. */
export async function makeSealingKey(home: string, party: Party): Promise<string> {
  const passphrase = randomBytes(32).toString('hex')
  const address = await makeKeystore(home, party, party, passphrase)
  await createDurably(passphrasePath(home, party), `${passphrase}\n`)
  return address
}

/** Makes the account by which a node listens (see `listen`). It can't seal, and nobody knows its passphrase. */
export async function makeListener(home: string, node: NodeName): Promise<void> {
  if (existsSync(keystorePath(home, node, LISTENER))) return
  await makeKeystore(home, node, LISTENER, randomBytes(32).toString('hex'))
}

/** Address of the account by which a node listens. */
export async function listenerOf(home: string, node: NodeName): Promise<string> {
  const text = await readFile(keystorePath(home, node, LISTENER), 'utf8')
  return getAddress((JSON.parse(text) as { address: string }).address)
}

const LISTENER = 'listener'

const keystorePath = (home: string, node: NodeName, name: string) =>
  path.join(nodeFolder(home, node), 'keystore', `${name}.json`)

async function makeKeystore(home: string, node: NodeName, name: string, passphrase: string) {
  const { address, privateKey } = new Wallet(hexlify(randomBytes(32)))
  const keystore = await encryptKeystoreJson(
    { address, privateKey },
    passphrase,
    // 256 random bits can't be guessed: a heavy derivation would only delay every start by seconds.
    { scrypt: { N: 4096, r: 8, p: 1 } },
  )
  await createDurably(keystorePath(home, node, name), keystore)
  return address
}
