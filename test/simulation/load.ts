import { setTimeout as sleep } from 'node:timers/promises'
import { Contract, ContractFactory, id } from 'ethers'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { billingBytecode } from '../../contracts/artifacts/bytecode.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { GethNetwork } from '../machine/geth.ts'
import { manifestOf } from '../machine/manifest.ts'

const LEGACY = { type: 0, gasPrice: 0, gasLimit: 10_000_000 } as const

/** The contract on a network whose every role is the board's. */
export const deploy = async (network: GethNetwork): Promise<Manifest> => {
  const { board } = network
  const factory = new ContractFactory(billingAbi, billingBytecode, board)
  const { address } = board
  const deployed = await factory.deploy(address, address, address, 100_000n, LEGACY)
  await deployed.waitForDeployment()
  const genesis = await board.provider?.getBlock(0)
  return manifestOf({
    chain: 'geth',
    genesisHash: genesis?.hash as Hex,
    contract: (await deployed.getAddress()).toLowerCase() as Hex,
    signers: network.signers.map(({ party, address }) => ({
      party,
      address: address.toLowerCase() as Hex,
    })),
  })
}

/** Grants and takes back a role, many times a second, past whatever is down. */
export const writeEntries = ({ board }: GethNetwork, { contract }: Manifest) => {
  const billing = new Contract(contract, billingAbi, board)
  const stopping = new AbortController()
  const write = async () => {
    for (let act = 0; !stopping.signal.aborted; act++) {
      const name = act % 2 === 0 ? 'grantRole' : 'revokeRole'
      const sent = billing.getFunction(name).send(id('TARIFF'), board.address, LEGACY)
      await sent.catch(() => {})
      await sleep(40)
    }
  }
  const writing = write()
  return {
    stop: () => {
      stopping.abort()
      return writing
    },
  }
}
