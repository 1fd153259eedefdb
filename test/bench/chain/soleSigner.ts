import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Wallet } from 'ethers'
import { findGeth } from '../../../chain/network/findGeth.ts'
import { CHAIN_ID, GAS_LIMIT, genesisOf } from '../../../chain/network/genesis.ts'
import { openIpc, type Ipc } from '../../../chain/network/ipc.ts'
import { freePort } from '../../machine/freePort.ts'

const run = promisify(execFile)

/** The one key of the bench's chains: it seals, and acts as every party. Fixed, so that a chain can be kept. */
export const soleKey = new Wallet(`0x${'be'.repeat(32)}`)

/** A Geth that seals alone, as soon as there is a transaction (Clique, period 0), on a chain kept in a folder. */
export interface SoleSigner extends AsyncDisposable {
  readonly pid: number
  readonly url: string
  readonly ws: string
  /** Its address among nodes. */
  readonly peer: string
  readonly ipc: Ipc
}

/** Makes the chain's folder with nothing but the genesis in it. */
export const initChain = async (folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const signers = [{ party: 'board', address: soleKey.address }] as const
  const genesis = genesisOf({ signers, board: soleKey.address, period: 0 })
  await writeFile(path.join(folder, 'genesis.json'), JSON.stringify(genesis))
  await writeFile(path.join(folder, 'key'), soleKey.privateKey.slice(2))
  await writeFile(path.join(folder, 'passphrase'), '')
  await geth('init', '--datadir', folder, path.join(folder, 'genesis.json'))
  const passphrase = ['--password', path.join(folder, 'passphrase')]
  await geth('account', 'import', '--datadir', folder, ...passphrase, path.join(folder, 'key'))
}

/** Takes in blocks from a file of their RLP, one after another. The node must not run. */
export const importBlocks = (folder: string, file: string): Promise<void> =>
  geth('import', '--datadir', folder, '--gcmode', 'archive', file)

/** Starts it; it seals only once told to (`miner_start`). Stopped cleanly by `await using`, so that nothing is lost. */
export const startSoleSigner = async (folder: string): Promise<SoleSigner> => {
  const [http, ws] = [await freePort(), await freePort()]
  const ipcPath = path.join(folder, 'geth.ipc')
  const log = await open(path.join(folder, 'geth.log'), 'a')
  const child = spawn(
    gethProgram(),
    [
      ['--datadir', folder, '--ipcpath', ipcPath, '--networkid', String(CHAIN_ID)],
      ['--nodiscover', '--maxpeers', '8', '--port', '0', '--authrpc.port', '0'],
      ['--gcmode', 'archive', '--syncmode', 'full', '--history.transactions', '0'],
      ['--txpool.pricelimit', '0', '--txpool.nolocals', '--miner.gaslimit', String(GAS_LIMIT)],
      ['--txpool.accountslots', '100000', '--txpool.globalslots', '100000'],
      ['--unlock', soleKey.address, '--password', path.join(folder, 'passphrase')],
      ['--http', '--http.port', String(http), '--http.api', 'eth,net,web3,debug'],
      ['--ws', '--ws.port', String(ws), '--ws.api', 'eth', '--allow-insecure-unlock'],
    ].flat(),
    { stdio: ['ignore', log.fd, log.fd] },
  )
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await log.close()
  }
  try {
    const ipc = await openIpc(ipcPath, 60_000)
    await ipc.request('miner_setGasPrice', ['0x0'])
    const url = `http://127.0.0.1:${http}`
    // The key is unlocked beside the rest of the start, and sealing without it fails for good.
    const canSign = () => ipc.request('eth_sign', [soleKey.address, '0x'])
    await until(() => fetch(url))
    await until(canSign)
    return {
      pid: child.pid ?? 0,
      url,
      ws: `ws://127.0.0.1:${ws}`,
      peer: await enodeOf(ipc),
      ipc,
      [Symbol.asyncDispose]: async () => {
        await ipc[Symbol.asyncDispose]()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const enodeOf = async (ipc: Ipc): Promise<string> =>
  ((await ipc.request('admin_nodeInfo')) as { enode: string }).enode

/** Tries again until it goes well. */
const until = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return void (await work())
    } catch (error) {
      if (attempt === 400) throw error
      await sleep(50)
    }
  }
}

const gethProgram = (): string => {
  const found = findGeth()
  if (found === undefined)
    throw new Error('The bench needs Geth 1.13.15: run "npm run wattledger -- network geth" first.')
  return found.geth
}

const geth = async (...args: string[]): Promise<void> => {
  await run(gethProgram(), args, { maxBuffer: 2 ** 28 })
}

/** Whether the chain in the folder was built to its end. */
export const isBuilt = (folder: string): boolean => existsSync(path.join(folder, 'chain.json'))
