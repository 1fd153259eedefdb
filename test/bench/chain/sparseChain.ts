import { rm } from 'node:fs/promises'
import path from 'node:path'
import { id } from 'ethers'
import { headerFromJson, type Header } from '../../../contracts/proof/header.ts'
import { actsOn, builtChain, call, deploy } from './acts.ts'
import { writeEmptyBlocks } from './emptyBlocks.ts'
import { keptChain, type KeptChain } from './keptChain.ts'
import { importBlocks, initChain, soleKey, startSoleSigner } from './soleSigner.ts'

/** Stretches of empty blocks, with one event between each two. */
const STRETCHES = 10

/** So many blocks, of which nearly all are empty. */
export const sparseChain = (blocks: number): Promise<KeptChain> =>
  keptChain(`sparse-${blocks}`, async (folder) => {
    await initChain(folder)
    const file = path.join(folder, 'empty.rlp')
    for (let stretch = 0; stretch < STRETCHES; stretch++) {
      const parent = await withEvent(folder, stretch)
      await writeEmptyBlocks(file, parent, Math.floor(blocks / STRETCHES))
      await importBlocks(folder, file)
    }
    await rm(file)
    await withEvent(folder, STRETCHES)
    await using node = await startSoleSigner(folder)
    return await builtChain(node)
  })

/** Adds a block with one event, behind those of the deployment the first time; the header that it ends in. */
const withEvent = async (folder: string, time: number): Promise<Header> => {
  await using node = await startSoleSigner(folder)
  const acts = await actsOn(node)
  if (time === 0) await deploy(acts)
  const role = id('TARIFF')
  const act = time % 2 === 0 ? 'revokeRole' : 'grantRole'
  await acts.send([call(act, role, soleKey.address)], 200_000)
  await acts.sealAll()
  return headerFromJson(await node.ipc.request('eth_getBlockByNumber', ['latest', false]))
}
