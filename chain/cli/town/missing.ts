import type { Hex } from '../../../contracts/events/hex.ts'
import type { DayNumber } from '../../../contracts/rules/units.ts'
import { WEI_PER_PAISA } from '../../../contracts/rules/units.ts'
import { billing } from '../contract.ts'
import { type Ledger, textOf } from '../ledger.ts'
import type { Act } from './act.ts'

const AT_ONCE = 500

/**
 * The acts that the chain has not recorded yet. An account's acts are recorded in order, so how many entries it has says
 * how far it is; money for a key is there while the account waits for what comes after.
 */
export const missingActs = async (
  ledger: Ledger,
  acts: readonly Act[],
  today: DayNumber,
): Promise<Act[]> => {
  const seqs = await seqsOf(ledger, [...new Set(acts.map(({ account }) => account))])
  const funded = await fundedKeys(ledger, acts)
  return acts.filter(({ account, seq, deed, day }) => {
    const recorded = seqs.get(account) ?? 0
    if (deed.kind === 'attempt') return day >= today
    if (deed.kind === 'fund') return recorded <= seq && !funded.has(`${deed.to} ${deed.amount}`)
    return recorded < seq
  })
}

const seqsOf = async (ledger: Ledger, accounts: readonly Hex[]): Promise<Map<Hex, number>> => {
  const found = new Map<Hex, number>()
  const calls = accounts.map((account) => ({
    method: 'eth_call',
    params: [
      {
        to: ledger.manifest.contract,
        data: billing.encodeFunctionData('accountState', [account]),
      },
      'latest',
    ],
  }))
  for (const [i, answer] of (await inBatches(ledger, calls)).entries()) {
    const state = billing.decodeFunctionResult('accountState', textOf(answer))[0] as { seq: bigint }
    found.set(accounts[i] as Hex, Number(state.seq))
  }
  return found
}

const fundedKeys = async (ledger: Ledger, acts: readonly Act[]): Promise<Set<string>> => {
  const deeds = acts.flatMap(({ deed }) => (deed.kind === 'fund' ? [deed] : []))
  const calls = deeds.map(({ to }) => ({ method: 'eth_getBalance', params: [to, 'latest'] }))
  const balances = await inBatches(ledger, calls)
  return new Set(
    deeds
      .filter(({ amount }, i) => BigInt(textOf(balances[i])) >= amount * WEI_PER_PAISA)
      .map(({ to, amount }) => `${to} ${amount}`),
  )
}

const inBatches = async (
  ledger: Ledger,
  calls: readonly { method: string; params: readonly unknown[] }[],
): Promise<unknown[]> => {
  const answers: unknown[] = []
  for (let i = 0; i < calls.length; i += AT_ONCE) {
    answers.push(...(await ledger.transport.batch(calls.slice(i, i + AT_ONCE))))
  }
  return answers
}
