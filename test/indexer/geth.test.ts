import { Contract, ContractFactory, id, Signature, Wallet, ZeroHash, type BaseWallet } from 'ethers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIpc } from '../../chain/network/ipc.ts'
import { ipcPath } from '../../chain/network/network.ts'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { billingBytecode } from '../../contracts/artifacts/bytecode.ts'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { connect } from '../../migrations/connect.ts'
import { newAccount } from '../contracts/ledger.ts'
import { flatRate } from '../contracts/samples.ts'
import { anvilProvider } from '../machine/anvil.ts'
import { startGethNetwork, type GethNetwork } from '../machine/geth.ts'
import { startLyingNode } from '../machine/lyingNode.ts'
import { need } from '../machine/need.ts'
import { createDatabase, type TestDatabase } from '../machine/postgres.ts'
import { entriesByEthers, untilIndexed } from './chain.ts'
import { startIndexer, type RunningIndexer } from './indexer.ts'
import { asEthers, headsOf, storedEntries } from './rows.ts'

const LEGACY = { type: 0, gasPrice: 0, gasLimit: 20_000_000 } as const

describe.skipIf(!need('geth'))('on Geth', () => {
  let network: GethNetwork
  let database: TestDatabase
  let db: ReturnType<typeof connect>
  let billing: Contract
  let manifest: Manifest
  let account: string
  let indexer: RunningIndexer
  let chain: { provider: ReturnType<typeof anvilProvider>; contract: string }

  beforeAll(async () => {
    ;[network, database] = await Promise.all([startGethNetwork(), createDatabase()])
    db = connect(database.url)
    const { board, url } = network
    const consumer = Wallet.createRandom()
    const factory = new ContractFactory(billingAbi, billingBytecode, board)
    const deployed = await factory.deploy(
      board.address,
      board.address,
      board.address,
      100_000n,
      LEGACY,
    )
    await deployed.waitForDeployment()
    const contract = await deployed.getAddress()
    billing = new Contract(contract, billingAbi, board)
    chain = { provider: anvilProvider(url), contract }
    manifest = await manifestOf(contract)
    account = newAccount()
    await billAndPay(consumer.connect(board.provider))
    indexer = await startIndexer({ manifest, database, rpcUrl: url, env: { WS_URL: network.ws } })
    await indexer.caughtUp
  })

  afterAll(async () => {
    await indexer[Symbol.asyncDispose]()
    chain.provider.destroy()
    await db.destroy()
    await database[Symbol.asyncDispose]()
    await network[Symbol.asyncDispose]()
  })

  const manifestOf = async (contract: string): Promise<Manifest> => {
    const genesis = await chain.provider.getBlock(0)
    const party = network.board.address.toLowerCase() as Hex
    return {
      version: 1,
      chain: 'geth',
      chainId: 20482,
      genesisHash: genesis?.hash as Hex,
      contract: contract.toLowerCase() as Hex,
      deployedBlock: 1,
      deployTransaction: ZeroHash as Hex,
      codeHash: ZeroHash as Hex,
      parties: { board: party, regulator: party, treasury: party },
      signers: network.signers.map(({ party, address }) => ({
        party,
        address: address.toLowerCase() as Hex,
      })),
      adjustmentLimitPaise: '100000',
    }
  }

  const act = async (name: string, ...args: unknown[]) => {
    const sent = (await billing.getFunction(name).send(...args, LEGACY)) as {
      wait(): Promise<unknown>
    }
    await sent.wait()
  }

  /** A native payment of whole rupees; its block. */
  const pay = async (rupees: number) => {
    const value = BigInt(rupees) * 10n ** 18n
    const sent = await billing.getFunction('pay').send(account, { ...LEGACY, value })
    return (await sent.wait())?.blockNumber ?? 0
  }

  /** ₹2,500.00 billed on a signed reading of the last month, ₹2,000 paid. */
  const billAndPay = async (consumer: BaseWallet) => {
    const { board } = network
    for (const role of ['TARIFF', 'OPERATIONS', 'CASHIER'])
      await act('grantRole', id(role), board.address)
    const today = Math.floor((Date.now() / 1000 + 19_800) / 86_400)
    const firstDay = today - 31
    const terms = {
      category: 1,
      load: 1_000,
      cycle: 1,
      instalments: 1,
      daysToPay: 15,
      firstDay,
      consumerKey: board.address,
    }
    await act('setRate', flatRate())
    await act('proposeTerms', account, terms)
    await act('acceptTerms', account, terms)
    await act('installMeter', account, {
      meter: consumer.address,
      day: firstDay,
      multiplier: 1,
      register: 0,
      modulus: 10n ** 9n,
      closing: 0,
      rollover: false,
      evidence: ZeroHash,
    })
    const signature = Signature.from(
      await consumer.signTypedData(
        { name: 'wattledger', version: '1', chainId: 20482, verifyingContract: chain.contract },
        {
          Reading: [
            { name: 'account', type: 'bytes32' },
            { name: 'register', type: 'uint256' },
            { name: 'day', type: 'uint256' },
          ],
        },
        { account, register: 500_000, day: today },
      ),
    )
    const { r, yParityAndS } = signature
    await act('submitReading', account, 500_000, today, false, r, yParityAndS)
    await pay(2_000)
  }

  const expectChainsRows = async () => {
    const block = await untilIndexed(db, chain)
    const [found, expected] = [await storedEntries(db), await entriesByEthers(chain)]
    const upTo = <Entry extends { block: number }>(entries: Entry[]) =>
      entries.filter((entry) => entry.block <= block)
    expect(upTo(found.map(asEthers))).toEqual(upTo(expected))
    return found
  }

  test('the rows are the events that ethers decodes, and their heads the contract’s', async () => {
    const entries = await expectChainsRows()
    expect(entries.map(({ name }) => name)).toContain('BillIssued')
    for (const [key, head] of headsOf(entries)) {
      const [state] = await billing.getFunction('accountState').staticCallResult(key)
      expect((state as { head: string }).head).toBe(head)
    }
  })

  test('each block names the party that sealed it, and a majority stands on all but the newest', async () => {
    const blocks = await db.selectFrom('block').select(['number', 'sealer']).execute()
    const sealers = new Set(blocks.map(({ sealer }) => hexOf(sealer ?? new Uint8Array())))
    expect([...sealers].toSorted()).toEqual(
      manifest.signers.map(({ address }) => address).toSorted(),
    )
    const ready = (await (await fetch(`${await indexer.health()}/ready`)).json()) as {
      indexedBlock: number
      provenBlock: number
    }
    expect(ready.indexedBlock - ready.provenBlock).toBe(1)
  })

  test('a reorg keeps the orphaned rows, and the new ones are the chain’s', async () => {
    const block = await pay(100)
    await untilIndexed(db, chain)
    const ancestor = await network.reorg(3)
    await expectChainsRows()
    const orphans = await db
      .selectFrom('orphan')
      .select(['table_name', 'block_number'])
      .where('block_number', '>', ancestor)
      .execute()
    expect(orphans.filter(({ table_name }) => table_name === 'block').length).toBeGreaterThan(2)
    expect(orphans).toContainEqual({ table_name: 'payment', block_number: block })
    expect(indexer.errors()).toContain('the chain took blocks back')
  })

  test('a killed node is waited for', async () => {
    await network.killNode('rpc')
    await expect.poll(() => indexer.errors(), { timeout: 30_000 }).toMatch(/did not answer/)
    await network.startNode('rpc')
    await pay(50)
    await expectChainsRows()
    await expect
      .poll(async () => (await fetch(`${await indexer.health()}/ready`)).status, {
        timeout: 10_000,
      })
      .toBe(200)
  })

  test('a node that leaves out a raw receipt is caught, and nothing of that block is stored', async () => {
    await using own = await createDatabase()
    await using node = await startLyingNode(network.url)
    node.behave(async ({ calls, honest }) =>
      (await honest()).map((answer) => {
        const asked = calls.find((call) => call.id === answer.id)?.method
        if (asked !== 'debug_getRawReceipts') return answer
        return { ...answer, result: (answer.result as string[]).slice(1) }
      }),
    )
    await using fooled = await startIndexer({ manifest, database: own, rpcUrl: node.url })
    const { code, errors } = await fooled.ended
    expect(code).toBe(7)
    expect(errors).toContain('ALARM UnprovenReceipts')
    await using ownDb = connect(own.url)
    expect(await ownDb.selectFrom('transaction').selectAll().execute()).toEqual([])
  })

  test('a reorg deeper than the limit is refused, and the rows stay', async () => {
    await indexer.stop()
    const env = { REORG_LIMIT: '1', WS_URL: network.ws }
    indexer = await startIndexer({ manifest, database, rpcUrl: network.url, env })
    await indexer.caughtUp
    await network.reorg(4)
    const { code, errors } = await indexer.ended
    expect(code).toBe(5)
    expect(errors).toMatch(/ALARM DeepReorg.*more than 1 blocks/)
    const status = await db.selectFrom('indexer_status').selectAll().executeTakeFirstOrThrow()
    expect(status.state).toBe('alarm')
    expect(status.alarm).toContain('DeepReorg')
  })

  test('a node that went back on the same chain is waited for, then refused', async () => {
    const env = { REWIND_PATIENCE_SECONDS: '3' }
    indexer = await startIndexer({ manifest, database, rpcUrl: network.url, env })
    await indexer.caughtUp
    for (const { party } of network.signers) await network.stopNode(party)
    const block = await untilIndexed(db, chain)
    await using ipc = await openIpc(ipcPath(network.home, 'rpc'))
    await ipc.request('debug_setHead', [`0x${(block - 5).toString(16)}`])
    const { code, errors } = await indexer.ended
    expect(code).toBe(4)
    expect(errors).toContain('went back in time')
    const checkpoint = await db.selectFrom('checkpoint').selectAll().executeTakeFirstOrThrow()
    expect(checkpoint.block_number).toBe(block)
  })
})
