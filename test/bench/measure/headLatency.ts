import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { id } from 'ethers'
import { connect } from '../../../migrations/connect.ts'
import { actsOn, builtChain, deploy, today } from '../chain/acts.ts'
import { openAccounts, visit } from '../chain/denseChain.ts'
import { initChain, startSoleSigner } from '../chain/soleSigner.ts'
import type { BenchPostgres } from './postgres.ts'
import { openIndexer } from './wattledger.ts'

/** Accounts read and paid in each block: 200 entries. */
const VISITS = 50
const PAUSE_MS = 200

/**
 * How long it takes from the node's own announcement of a block of 200 entries until its rows are committed, block after
 * block at the head; milliseconds, sorted.
 */
export const measureHead = async (blocks: number, postgres: BenchPostgres): Promise<number[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-bench-head-'))
  try {
    await initChain(folder)
    await using node = await startSoleSigner(folder)
    const acts = await actsOn(node)
    await deploy(acts)
    const accounts = Array.from({ length: VISITS }, (_, place) => id(`account ${place}`))
    await openAccounts(acts, accounts, today())
    await using indexer = await openIndexer(await builtChain(node), node, postgres)
    await using db = connect(indexer.owner, { max: 1 })
    const announced = await announcements(node.ws)
    const latencies: number[] = []
    for (let block = 0; block < blocks; block++) {
      await visit(acts, accounts, today(), block * VISITS, VISITS)
      await acts.sealAll()
      const head = Number(await node.ipc.request('eth_blockNumber'))
      for (;;) {
        const row = await db.selectFrom('checkpoint').select('block_number').executeTakeFirst()
        if ((row?.block_number ?? 0) >= head) break
        await sleep(1)
      }
      const at = announced.get(head)
      if (at !== undefined) latencies.push(performance.now() - at)
      await sleep(PAUSE_MS)
    }
    return latencies.toSorted((a, b) => a - b)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** When each block's announcement came. */
const announcements = async (url: string): Promise<Map<number, number>> => {
  const announced = new Map<number, number>()
  const socket = new WebSocket(url)
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  socket.addEventListener('message', ({ data }) => {
    const { params } = JSON.parse(String(data)) as { params?: { result?: { number?: string } } }
    const number = params?.result?.number
    if (number !== undefined) announced.set(Number(number), performance.now())
  })
  const call = { jsonrpc: '2.0', id: 1, method: 'eth_subscribe', params: ['newHeads'] }
  socket.send(JSON.stringify(call))
  return announced
}
