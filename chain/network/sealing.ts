import { setTimeout as sleep } from 'node:timers/promises'
import { IpcRefused, openIpc, type Ipc } from './ipc.ts'
import { ipcPath, type NodeName } from './network.ts'
import { isParty } from './nodes.ts'

/**
 * Makes a node take blocks and transactions from others from now on. Before its first sync a node of Geth throws them
 * away, and at the start there is nothing to sync: each signer would seal a first block that no other takes, could not
 * seal a second, and the network would stand still for good. Mining with an account that may not seal ends that.
 */
export async function listen(node: Ipc, listener: string): Promise<void> {
  // Geth turns `--miner.gasprice 0` into 1 gwei, then takes a transaction that pays nothing, returns its hash and never
  // mines or relays it. So the price is set here, after every start.
  await node.request('miner_setGasPrice', ['0x0'])
  await node.request('miner_setEtherbase', [listener])
  // Geth takes up no work that looks like the one before. Without a mark of its own the signer's first block is this one
  // again where it is out of turn and of the same second; all signers so, and a resumed network stands still.
  await node.request('miner_setExtra', ['listening'])
  await node.request('miner_start')
  await untilMining(node, true)
  await node.request('miner_stop')
  await untilMining(node, false)
}

/** Lets a node seal with its party's key. */
export async function seal(signer: Ipc, address: string): Promise<void> {
  await untilUnlocked(signer, address)
  await signer.request('miner_setEtherbase', [address])
  await signer.request('miner_setExtra', [''])
  await signer.request('miner_start')
}

/**
 * Geth answers before it has unlocked its keys, and a block that it can't sign it does not try again: the signer would wait
 * for a block of others. `address` signs nothing of worth, a message that no block or transaction can be.
 */
async function untilUnlocked(signer: Ipc, address: string): Promise<void> {
  const end = Date.now() + 20_000
  for (;;) {
    try {
      await signer.request('eth_sign', [address, '0x00'])
      return
    } catch (error) {
      if (!(error instanceof IpcRefused) || Date.now() > end) throw error
      await sleep(20)
    }
  }
}

/** Ends sealing and gives the last block the time to reach the others, so that all stop at the same one. */
export async function stopSealing(home: string, nodes: readonly NodeName[]): Promise<void> {
  const stopped = await Promise.allSettled(
    nodes.filter(isParty).map(async (node) => {
      await using ipc = await openIpc(ipcPath(home, node))
      await ipc.request('miner_stop')
    }),
  )
  // A node that doesn't answer has nothing to send either.
  if (stopped.some(({ status }) => status === 'fulfilled')) await sleep(200)
}

/** Start and stop are done beside the answer, and a start that comes after its stop would win. */
async function untilMining(node: Ipc, wanted: boolean): Promise<void> {
  const end = Date.now() + 5_000
  while ((await node.request('eth_mining')) !== wanted && Date.now() < end) await sleep(10)
}
