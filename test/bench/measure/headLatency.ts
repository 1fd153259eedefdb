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
/** An account is visited once in so many blocks at most, lest its own history grow longer than any consumer's. */
const MOST_ACCOUNTS = 10_000

/** One block at the head. */
export interface HeadBlock {
  /** From the node's own announcement until its rows are committed, in milliseconds. */
  readonly latency: number
  /** What the indexer holds then, in bytes. */
  readonly memory: number
}

/** Blocks of 200 entries at the head, one after another, one every `everyMs` at most. */
export const measureHead = async (
  blocks: number,
  everyMs: number,
  postgres: BenchPostgres,
): Promise<HeadBlock[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-bench-head-'))
  try {
    await initChain(folder)
    await using node = await startSoleSigner(folder)
    const acts = await actsOn(node)
    await deploy(acts)
    const count = Math.min(MOST_ACCOUNTS, blocks * VISITS)
    const accounts = Array.from({ length: count }, (_, place) => id(`account ${place}`))
    await openAccounts(acts, accounts, today())
    await using indexer = await openIndexer(await builtChain(node), node, postgres)
    await using db = connect(indexer.owner, { max: 1 })
    const announced = await announcements(node.ws)
    const measured: HeadBlock[] = []
    const began = performance.now()
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
      if (at !== undefined)
        measured.push({ latency: performance.now() - at, memory: indexer.memory() })
      await sleep(Math.max(0, began + (block + 1) * everyMs - performance.now()))
    }
    return measured
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
