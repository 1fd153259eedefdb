import { setTimeout as sleep } from 'node:timers/promises'
import { ContractFactory, getCreateAddress, id, Interface, ZeroHash } from 'ethers'
import { billingAbi } from '../../../contracts/artifacts/abi.ts'
import { billingBytecode } from '../../../contracts/artifacts/bytecode.ts'
import type { Hex } from '../../../contracts/events/hex.ts'
import type { Manifest } from '../../../contracts/proof/manifest.ts'
import { CHAIN_ID, GAS_LIMIT } from '../../../chain/network/genesis.ts'
import { flatRate } from '../../contracts/samples.ts'
import { soleKey, type SoleSigner } from './soleSigner.ts'

const abi = new Interface(billingAbi)

/** The contract on a bench chain, acted on by the one key that has every role. */
export interface Acts {
  readonly create: (code: string) => Promise<void>
  /** Signs and hands over one transaction; `calls` in one batch. It is mined once the signer seals. */
  readonly send: (calls: readonly string[], gas: number) => Promise<void>
  /** Seals everything handed over, in blocks as full as they get. */
  readonly sealAll: () => Promise<void>
}

export const call = (act: string, ...args: unknown[]): string => abi.encodeFunctionData(act, args)

/** Where the one key's first transaction puts the contract. */
const contract = getCreateAddress({ from: soleKey.address, nonce: 0 })

/** The key's acts on a running node; nobody else may send by it meanwhile. */
export const actsOn = async (node: SoleSigner): Promise<Acts> => {
  const { address } = soleKey
  const mined = async () =>
    Number(await node.ipc.request('eth_getTransactionCount', [address, 'latest']))
  let nonce = await mined()
  const hand = async (to: string | null, data: string, gasLimit: number) => {
    const legacy = { type: 0, chainId: CHAIN_ID, gasPrice: 0, nonce: nonce++ } as const
    const raw = await soleKey.signTransaction({ ...legacy, to, data, gasLimit })
    await node.ipc.request('eth_sendRawTransaction', [raw])
  }
  return {
    create: (data) => hand(null, data, 10_000_000),
    send: (calls, gas) => {
      const [only] = calls
      const data = calls.length === 1 && only !== undefined ? only : call('batch', calls)
      return hand(contract, data, Math.min(gas, GAS_LIMIT))
    },
    sealAll: async () => {
      await node.ipc.request('miner_setEtherbase', [address])
      await node.ipc.request('miner_start')
      while ((await mined()) < nonce) await sleep(50)
      await node.ipc.request('miner_stop')
    },
  }
}

/** Deploys the contract, with every role and one rate of a single slab, in a few blocks. */
export const deploy = async (acts: Acts): Promise<void> => {
  const { address } = soleKey
  const factory = new ContractFactory(abi, billingBytecode)
  const { data } = await factory.getDeployTransaction(address, address, address, 100_000n)
  await acts.create(data)
  for (const role of ['TARIFF', 'OPERATIONS', 'CASHIER'])
    await acts.send([call('grantRole', id(role), address)], 500_000)
  const slab = { upTo: 2n ** 64n - 1n, rate: 500_000n, fuel: -12_000n, subsidy: 75_000n }
  const { slabs } = flatRate()
  const rate = flatRate({ dutyRate: 500n, dutyBase: 1n, slabs: [slab, ...slabs.slice(1)] })
  await acts.send([call('setRate', rate)], 2_000_000)
  await acts.sealAll()
}

/** What a chain is, once it is built: its manifest, its newest block, and how many entries of the ledger it holds. */
export const builtChain = async (node: SoleSigner) => {
  const blocks = Number(await node.ipc.request('eth_blockNumber'))
  let events = 0
  for (let number = 0; number <= blocks; number++) {
    const tag = `0x${number.toString(16)}`
    const header = (await node.ipc.request('eth_getBlockByNumber', [tag, false])) as {
      gasUsed: string
    }
    if (header.gasUsed === '0x0') continue
    const receipts = await node.ipc.request('eth_getBlockReceipts', [tag])
    // OpenZeppelin's own logs, which make no row, have four topics.
    for (const { logs } of receipts as { logs: { topics: string[] }[] }[])
      events += logs.filter(({ topics }) => topics.length === 3).length
  }
  return { manifest: await manifestOf(node), blocks, events }
}

const manifestOf = async (node: SoleSigner): Promise<Manifest> => {
  const genesis = (await node.ipc.request('eth_getBlockByNumber', ['0x0', false])) as { hash: Hex }
  const party = soleKey.address.toLowerCase() as Hex
  return {
    version: 1,
    chain: 'geth',
    chainId: CHAIN_ID,
    genesisHash: genesis.hash,
    contract: contract.toLowerCase() as Hex,
    deployedBlock: 1,
    deployTransaction: ZeroHash as Hex,
    codeHash: ZeroHash as Hex,
    parties: { board: party, regulator: party, treasury: party },
    signers: [{ party: 'board', address: party }],
    adjustmentLimitPaise: '100000',
  }
}

/** Today's day number on a chain that seals now. */
export const today = (): number => Math.floor((Date.now() / 1000 + 19_800) / 86_400)
