/**
 * Records evidence from real Geth networks into `recorded/`, for tests that need no network of their own:
 * `node test/contracts/proof/evidence/record.ts`, about a minute. Made anew when the contract or the format changes.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { id } from 'ethers'
import { write } from '../../../../contracts/proof/evidence/read.ts'
import { trustOf } from '../../../../contracts/proof/evidence/identity.ts'
import { startGethNetwork } from '../../../machine/geth.ts'
import { gatherText } from './gather.ts'
import { playOnGeth } from './scenario.ts'

const folder = path.join(import.meta.dirname, 'recorded')
await rm(folder, { recursive: true, force: true })
for (const name of ['here', 'elsewhere']) await record(path.join(folder, name))

async function record(into: string): Promise<void> {
  await mkdir(into, { recursive: true })
  const save = (name: string, text: string) => writeFile(path.join(into, `${name}.json`), text)
  await using network = await startGethNetwork()
  await using played = await playOnGeth(network)
  const { plain, eventful, falsified, manifest } = played
  const sealed = async () => network.reach((await network.height()) + 2)
  await sealed()
  await save('plain-before', await gatherText(played, plain))
  await played.act(['postReceipt', plain, 1, 1_000n, id('a later receipt')])
  await sealed()
  const minimumBlock = (await network.height()) - 1
  await save('trust', write(trustOf(manifest, minimumBlock)))
  await save('plain', await gatherText(played, plain))
  await save('plain-bill-1', await gatherText(played, plain, 1))
  await save('eventful', await gatherText(played, eventful))
  await save('eventful-bill-1', await gatherText(played, eventful, 1))
  await save('falsified', await gatherText(played, falsified))
}
