import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountState } from '../../../../chain/cli/accountState.ts'
import { billing } from '../../../../chain/cli/contract.ts'
import { call, openLedger } from '../../../../chain/cli/ledger.ts'
import { type Plan, planTown } from '../../../../chain/cli/town/plan.ts'
import { recipes } from '../../../../chain/cli/town/recipes.ts'
import { findTown } from '../../../../chain/cli/town/townFile.ts'
import { parseGuide } from '../../../../contracts/rules/guide.ts'
import { dayNumber, paise } from '../../../../contracts/rules/units.ts'
import { type Home, startHome } from '../home.ts'

const DAY = 86_400
const longAgo = Math.floor(Date.now() / 1000) - 426 * DAY

test('the same seed plans the same town, another seed another one', () => {
  const plan = (seed: number) =>
    planTown({
      seed,
      accounts: 60,
      begin: dayNumber(20_000),
      end: dayNumber(20_425),
      firstTariff: 2,
      adjustmentLimit: paise(100_000n),
    })
  expect(plan(7).acts).toEqual(plan(7).acts)
  expect(plan(7).accounts[0]?.code).not.toBe(plan(8).accounts[0]?.code)
  expect(plan(7).situations).toHaveLength(recipes.length)
})

describe('a town on a chain whose clock was turned back', () => {
  let home: Home
  let plan: Plan
  let killed: { recorded: number }
  beforeAll(async () => {
    home = await startHome('--timestamp', String(longAgo))
    const running = home.start(['town'])
    const guide = join(home.path, 'guide.json')
    while ((await readFile(guide).catch(() => null)) === null) await sleep(20)
    await sleep(500)
    running.kill()
    await running.end
    using ledger = await openLedger({ home: home.path, rpcUrl: home.url })
    killed = { recorded: Number(await ledger.transport.request('eth_blockNumber')) }
    await home.json('town')
    const kept = await findTown(home.path, ledger)
    if (kept === undefined) throw new Error('The home remembers no town')
    plan = planTown({ ...kept, adjustmentLimit: paise(100_000n) })
  })
  afterAll(() => home[Symbol.asyncDispose]())

  test('killed on the way and run again, stands there once, with the balances that its rules say', async () => {
    using ledger = await openLedger({ home: home.path, rpcUrl: home.url })
    const blocks = Number(await ledger.transport.request('eth_blockNumber'))
    expect(blocks).toBeGreaterThan(killed.recorded)
    for (const { id, balance, acts, bills } of plan.accounts) {
      const state = await accountState(ledger, id)
      expect({ seq: state.seq, balance: state.balance, bills: state.bills }).toEqual({
        seq: acts.at(-1)?.seq,
        balance,
        bills: bills.length,
      })
    }
  })

  test('shows every situation, each on an account of its own', async () => {
    const guide = parseGuide(await readFile(join(home.path, 'guide.json'), 'utf8'))
    expect(guide?.isLived).toBe(true)
    expect(guide?.situations).toHaveLength(recipes.length)
    expect(new Set(guide?.situations.map(({ code }) => code)).size).toBe(recipes.length)
  })

  test('adds up: what was billed and adjusted, less what was paid, is what its accounts owe', async () => {
    using ledger = await openLedger({ home: home.path, rpcUrl: home.url })
    const data = billing.encodeFunctionData('totals')
    const answer = await call(ledger, { to: ledger.manifest.contract, data })
    const [billed, adjusted, paid] = billing.decodeFunctionResult('totals', answer).map(BigInt)
    expect([billed, adjusted, paid]).not.toContain(0n)
    const owed = plan.accounts.reduce((sum, { balance }) => sum + balance, 0n)
    expect((billed ?? 0n) + (adjusted ?? 0n) - (paid ?? 0n)).toBe(owed)
  })

  test('run once more, records nothing more', async () => {
    using ledger = await openLedger({ home: home.path, rpcUrl: home.url })
    const before = await ledger.transport.request('eth_blockNumber')
    await home.json('town')
    expect(await ledger.transport.request('eth_blockNumber')).toBe(before)
  })
})

test('on a chain whose clock nobody turned back all of it is recorded at once, and said', async () => {
  await using home = await startHome()
  const told = await home.json('town', '--accounts', '12')
  expect(told['isLived']).toBe(false)
  const guide = parseGuide(await readFile(join(home.path, 'guide.json'), 'utf8'))
  expect(guide?.situations.length).toBeLessThan(12)
  expect(guide?.situations.some(({ group }) => group === 'Overdue')).toBe(false)
})
