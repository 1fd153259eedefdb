import { setTimeout as sleep } from 'node:timers/promises'
import { Interface, ZeroHash } from 'ethers'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { billingCodeHash } from '../../contracts/artifacts/bytecode.ts'
import { bytesOf } from '../../contracts/events/hex.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import type { connect } from '../../migrations/connect.ts'
import { FIRST_TODAY, type Ledger } from '../contracts/ledger.ts'

/** What a deployment would say of the ledger's anvil. */
export const manifestOf = async (ledger: Ledger): Promise<Manifest> => {
  const genesis = await ledger.provider.getBlock(0)
  return {
    version: 1,
    chain: 'anvil',
    chainId: 20482,
    genesisHash: genesis?.hash as Hex,
    contract: ledger.contract.toLowerCase() as Hex,
    deployedBlock: 1,
    deployTransaction: ZeroHash as Hex,
    codeHash: billingCodeHash,
    parties: {
      board: ledger.address('board').toLowerCase() as Hex,
      regulator: ledger.address('regulator').toLowerCase() as Hex,
      treasury: ledger.address('treasury').toLowerCase() as Hex,
    },
    signers: [],
    adjustmentLimitPaise: '100000',
  }
}

/** A small ledger with every common kind of entry: two accounts, readings, bills, payments. Their ids. */
export const fillLedger = async (ledger: Ledger): Promise<string[]> => {
  await ledger.setRate()
  const accounts = [await ledger.openAccount(), await ledger.openAccount()]
  await ledger.setDay(FIRST_TODAY + 31)
  for (const account of accounts) {
    await ledger.submit(account, { register: 500_000n, day: FIRST_TODAY + 30 })
    await pay(ledger, account, 2_000)
  }
  return accounts
}

/** A native payment of whole rupees. */
export const pay = (ledger: Ledger, account: string, rupees: number) =>
  ledger.send('consumer', ['pay', account], BigInt(rupees) * 10n ** 18n)

type Database = ReturnType<typeof connect>

/** Waits until the checkpoint is at the chain's newest block, with its hash. */
export const untilIndexed = async (
  db: Database,
  ledger: Pick<Ledger, 'provider'>,
): Promise<number> => {
  for (let attempt = 0; attempt < 600; attempt++) {
    const head = await ledger.provider.getBlock('latest')
    const row = await db.selectFrom('checkpoint').selectAll().executeTakeFirst()
    const hash = head?.hash ?? ''
    if (head !== null && row !== undefined && Buffer.from(bytesOf(hash)).equals(row.block_hash))
      return head.number
    await sleep(50)
  }
  throw new Error('The indexer did not reach the newest block within 30 s.')
}

const openZeppelins = new Set(['RoleGranted', 'RoleRevoked', 'RoleAdminChanged'])
const abi = new Interface(billingAbi)

/** The contract's entries as ethers reads them from eth_getLogs: the oracle. `data` are their words as text. */
export const entriesByEthers = async ({
  provider,
  contract,
}: Pick<Ledger, 'provider' | 'contract'>) => {
  const logs = await provider.getLogs({ address: contract, fromBlock: 0 })
  return logs.flatMap((log) => {
    const parsed = abi.parseLog(log)
    if (parsed === null || openZeppelins.has(parsed.name)) return []
    const data = wordsOf(parsed.args['data'])
    const { blockNumber: block, transactionIndex, index: logIndex } = log
    const { account, seq } = parsed.args as unknown as { account: string; seq: bigint }
    return [
      { name: parsed.name, account, seq: Number(seq), block, transactionIndex, logIndex, data },
    ]
  })
}

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(wordsOf) : [String(value).toLowerCase()]
