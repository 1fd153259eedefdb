import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { AbiCoder, type BaseWallet, concat, id, Interface, keccak256 } from 'ethers'
import { z } from 'zod'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { billingBytecode, billingCodeHash } from '../../contracts/artifacts/bytecode.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { Signer } from '../network/genesis.ts'
import { replaceDurably } from '../journal/durableFile.ts'
import type { Transport } from '../reader/transport.ts'
import { type ChainIdentity, identify } from './chainIdentity.ts'
import { DeploymentError } from './deploymentError.ts'
import { findManifest, manifestPath, writeManifest } from './manifestFile.ts'
import { broadcast, confirmed, reached, signFree, type Signed } from './send.ts'

export type DeploymentRequest = {
  readonly home: string
  /** The RPC node, never a signer: what a signer alone takes may never reach the others. */
  readonly node: Transport
  /** Opens the board's key; asked for only where something is signed. */
  readonly board: () => Promise<BaseWallet>
  readonly parties: {
    readonly board: string
    readonly regulator: string
    readonly treasury: string
  }
  /** Who is to hold which role of the board's. */
  readonly officers: Readonly<Record<'TARIFF' | 'OPERATIONS' | 'CASHIER', string>>
  /** The network's sealing keys; empty on anvil. */
  readonly signers: readonly Signer[]
  readonly adjustmentLimitPaise: bigint
}

export type Deployment = {
  readonly manifest: Manifest
  /** Whether this run deployed it. */
  readonly isNew: boolean
  /** Roles that this run granted. */
  readonly granted: readonly string[]
}

/**
 * Deploys the contract and grants the board's roles. Repeated, it keeps what holds: a manifest that matches the chain,
 * a deployment that was sent and never reported, a role that its holder has. Throws `DeploymentError`,
 * `TransportError`, `RpcError`, `KeyError`.
 */
export async function deploy(request: DeploymentRequest): Promise<Deployment> {
  const { home, node } = request
  const chain = await identify(node)
  const before = await findManifest(home)
  if (before !== undefined) {
    await refuseOtherChain(request, before, chain)
    return { manifest: before, isNew: false, granted: await grant(request, before) }
  }
  refuseOtherSigners(request, chain)
  const { signed } = await keptDeployment(request, chain)
  await broadcast(node, signed)
  const manifest = await manifestOf(request, chain, signed)
  await writeManifest(home, manifest)
  await rm(pendingPath(home), { force: true })
  return { manifest, isNew: true, granted: await grant(request, manifest) }
}

const billing = new Interface(billingAbi)

const pendingSchema = z.strictObject({ genesisHash: z.string(), hash: z.string(), raw: z.string() })
const pendingPath = (home: string) => path.join(home, 'deployment.json')

/** The signed deployment, kept before it is sent: a command that was killed must not deploy twice. */
async function keptDeployment(
  { home, node, board, parties, adjustmentLimitPaise }: DeploymentRequest,
  { chainId, genesisHash }: ChainIdentity,
): Promise<{ signed: Signed }> {
  const text = await readFile(pendingPath(home), 'utf8').catch(() => undefined)
  const kept = text === undefined ? undefined : pendingSchema.parse(JSON.parse(text))
  if (kept?.genesisHash === genesisHash) return { signed: kept }
  const wallet = await board()
  const argumentsData = AbiCoder.defaultAbiCoder().encode(
    ['address', 'address', 'address', 'uint256'],
    [parties.board, parties.regulator, parties.treasury, adjustmentLimitPaise],
  )
  const data = concat([billingBytecode, argumentsData])
  const gas = await node.request('eth_estimateGas', [
    { from: wallet.address, data, gasPrice: '0x0' },
  ])
  const nonce = Number(await node.request('eth_getTransactionCount', [wallet.address, 'pending']))
  const signed = await signFree(wallet, {
    chainId,
    nonce,
    to: null,
    data,
    gas: (BigInt(gas as string) * 11n) / 10n,
  })
  await replaceDurably(pendingPath(home), `${JSON.stringify({ genesisHash, ...signed })}\n`)
  return { signed }
}

async function manifestOf(
  { node, parties, signers, adjustmentLimitPaise }: DeploymentRequest,
  chain: ChainIdentity,
  signed: Signed,
): Promise<Manifest> {
  const first = await confirmed(node, signed)
  // A block that only one party has sealed may still be replaced, and its number with it.
  if (signers.length > 0) await reached(node, first.block + 1)
  const { block, contract, succeeded } = await confirmed(node, signed)
  const code = contract === null ? '0x' : await node.request('eth_getCode', [contract, 'latest'])
  if (!succeeded || contract === null || keccak256(code as string) !== billingCodeHash) {
    throw new DeploymentError(
      3,
      `The deployment ${signed.hash} stands in block ${block}, but left ${succeeded ? 'other code than the one that was compiled' : 'no contract'}: check that the node's rules are those of the genesis (Berlin).`,
    )
  }
  return {
    version: 1,
    chain: chain.chain,
    chainId: chain.chainId,
    genesisHash: chain.genesisHash,
    contract: lower(contract),
    deployedBlock: block,
    deployTransaction: lower(signed.hash),
    codeHash: lower(billingCodeHash),
    parties: {
      board: lower(parties.board),
      regulator: lower(parties.regulator),
      treasury: lower(parties.treasury),
    },
    signers: signers.map(({ party, address }) => ({ party, address: lower(address) })),
    adjustmentLimitPaise: adjustmentLimitPaise.toString(),
  }
}

/** Grants what isn't held yet, in one transaction; returns the roles' names. */
async function grant(
  request: DeploymentRequest,
  { contract, chainId }: Manifest,
): Promise<string[]> {
  const { node, officers } = request
  const roles = Object.entries(officers)
  const held = await node.batch(
    roles.map(([role, holder]) => ({
      method: 'eth_call',
      params: [
        { to: contract, data: billing.encodeFunctionData('hasRole', [id(role), holder]) },
        'latest',
      ],
    })),
  )
  const missing = roles.filter((_, place) => BigInt(held[place] as string) === 0n)
  if (missing.length === 0) return []
  const wallet = await request.board()
  const calls = missing.map(([role, holder]) =>
    billing.encodeFunctionData('grantRole', [id(role), holder]),
  )
  const data = billing.encodeFunctionData('batch', [calls])
  const from = wallet.address
  const gas = await node.request('eth_estimateGas', [{ from, to: contract, data, gasPrice: '0x0' }])
  const nonce = Number(await node.request('eth_getTransactionCount', [from, 'pending']))
  const signed = await signFree(wallet, {
    chainId,
    nonce,
    to: contract,
    data,
    gas: (BigInt(gas as string) * 11n) / 10n,
  })
  await broadcast(node, signed)
  const { succeeded, block } = await confirmed(node, signed)
  if (!succeeded) {
    throw new DeploymentError(
      3,
      `The roles were refused in block ${block} (${signed.hash}): check that the key "board" holds BOARD, then run "wattledger deploy" again.`,
    )
  }
  return missing.map(([role]) => role)
}

async function refuseOtherChain(
  { home, node }: DeploymentRequest,
  manifest: Manifest,
  chain: ChainIdentity,
): Promise<void> {
  const file = manifestPath(home)
  if (manifest.genesisHash !== chain.genesisHash || manifest.chainId !== chain.chainId) {
    throw new DeploymentError(
      3,
      `${file} is of another chain (genesis ${manifest.genesisHash}, id ${manifest.chainId}) than the node at ${node.url} serves (${chain.genesisHash}, ${chain.chainId}): name that chain's node or home, or begin anew with "npm start -- --fresh".`,
    )
  }
  const code = await node.request('eth_getCode', [manifest.contract, 'latest'])
  if (keccak256(code as string) !== manifest.codeHash) {
    throw new DeploymentError(
      3,
      `The node at ${node.url} has not the contract that ${file} names at ${manifest.contract}: it may be behind, so wait for it; or its newest blocks were lost, then begin anew with "npm start -- --fresh".`,
    )
  }
}

/** The manifest says who seals, and everyone relies on it: it must be what the genesis says. */
function refuseOtherSigners(
  { signers, node }: DeploymentRequest,
  { chain, sealers }: ChainIdentity,
) {
  if (chain === 'anvil' && signers.length === 0) return
  const named = signers.map(({ address }) => address.toLowerCase()).toSorted()
  if (named.join() === sealers.toSorted().join()) return
  throw new DeploymentError(
    2,
    `The genesis of the node at ${node.url} lets ${sealers.join(', ') || 'nobody'} seal, the network's description ${named.join(', ') || 'nobody'}: name the network.json of this chain with --network.`,
  )
}

const lower = (hex: string) => hex.toLowerCase() as `0x${string}`
