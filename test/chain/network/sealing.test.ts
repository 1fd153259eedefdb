import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encryptKeystoreJson, Wallet } from 'ethers'
import { describe, expect, test } from 'vitest'
import { findGeth } from '../../../chain/network/findGeth.ts'
import { initNetwork } from '../../../chain/network/initNetwork.ts'
import { nodeFolder } from '../../../chain/network/network.ts'
import { passphrasePath } from '../../../chain/network/nodeKeys.ts'
import { thisOwner } from '../../../chain/network/processes.ts'
import { startGeth } from '../../../chain/network/startGeth.ts'
import { layoutOf } from '../../../chain/network/startNetwork.ts'
import { stopNetwork } from '../../../chain/network/stopNetwork.ts'
import type { Party } from '../../../contracts/proof/manifest.ts'
import { freePorts } from '../../machine/geth.ts'
import { need } from '../../machine/need.ts'

describe.skipIf(!need('geth'))('a signer on Geth', () => {
  // Twice, since the clock may go on to the next second between the two.
  test('seals a block out of turn in the second in which it began to listen', async () => {
    for (let at = 0; at < 2; at++) expect(await sealAlone()).toBe(1)
  })

  test('waits for its key, which Geth may unlock long after it answers', async () => {
    expect(await sealAlone(lockHarder)).toBe(1)
  })
})

/** Starts the party whose turn at block 1 is last, alone, and returns how many nodes run when it has sealed that block. */
async function sealAlone(
  before = (_home: string, _party: Party): Promise<void> => Promise.resolve(),
): Promise<number> {
  const geth = findGeth()
  if (geth === undefined) throw new Error("No geth here: guard this test by need('geth').")
  const home = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  try {
    const board = Wallet.createRandom().address
    const { network } = await initNetwork({ home, geth: geth.geth, board, period: 1 })
    const inOrder = network.signers.toSorted((a, b) => (a.address < b.address ? -1 : 1))
    const party = inOrder[0]?.party ?? 'board'
    await before(home, party)
    const layout = await layoutOf(home, await freePorts())
    const alone = { ...layout, place: { ...layout.place, nodes: [party] } }
    const started = await startGeth(alone, { ...geth, bootnode: undefined }, await thisOwner())
    return started.size
  } finally {
    await stopNetwork(home)
    await rm(home, { recursive: true, force: true })
  }
}

/** Encrypts the key anew, so that it takes Geth a second to unlock it. */
async function lockHarder(home: string, party: Party): Promise<void> {
  const file = path.join(nodeFolder(home, party), 'keystore', `${party}.json`)
  const passphrase = (await readFile(passphrasePath(home, party), 'utf8')).trim()
  const { address, privateKey } = await Wallet.fromEncryptedJson(
    await readFile(file, 'utf8'),
    passphrase,
  )
  const scrypt = { N: 2 ** 18, r: 8, p: 1 }
  await writeFile(file, await encryptKeystoreJson({ address, privateKey }, passphrase, { scrypt }))
}
