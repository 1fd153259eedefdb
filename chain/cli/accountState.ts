import type { Hex } from '../../contracts/events/hex.ts'
import {
  dayNumber,
  type DayNumber,
  paise,
  type Paise,
  wh,
  type Wh,
} from '../../contracts/rules/units.ts'
import { billing } from './contract.ts'
import { call, type Ledger } from './ledger.ts'

/** An account as the contract's storage has it (`IBilling.Account`). */
export type AccountState = {
  readonly head: Hex
  readonly seq: number
  readonly balance: Paise
  readonly bills: number
  readonly register: Wh
  readonly realDay: DayNumber
  readonly chargedTo: DayNumber
  readonly alreadyCharged: Paise
  readonly carried: Wh
  readonly estimates: number
  readonly meter: Hex
  readonly multiplier: number
  readonly modulus: Wh
  readonly consumerKey: Hex
  readonly proposal: Hex
  readonly closed: boolean
}

/** Asks the contract; all zero for an unknown account. */
export async function accountState(
  ledger: Ledger,
  account: string,
  block?: number,
): Promise<AccountState> {
  const data = billing.encodeFunctionData('accountState', [account])
  const answer = await call(ledger, { to: ledger.manifest.contract, data }, block)
  // Members come as bigint, boolean or text, by the ABI.
  const found = billing.decodeFunctionResult('accountState', answer)[0] as Record<string, unknown>
  const whole = (name: string) => found[name] as bigint
  const text = (name: string) => (found[name] as string).toLowerCase() as Hex
  return {
    head: text('head'),
    seq: Number(whole('seq')),
    balance: paise(whole('balance')),
    bills: Number(whole('bills')),
    register: wh(whole('register')),
    realDay: dayNumber(Number(whole('realDay'))),
    chargedTo: dayNumber(Number(whole('chargedTo'))),
    alreadyCharged: paise(whole('alreadyCharged')),
    carried: wh(whole('carried')),
    estimates: Number(whole('estimates')),
    meter: text('meter'),
    multiplier: Number(whole('multiplier')),
    modulus: wh(whole('modulus')),
    consumerKey: text('consumerKey'),
    proposal: text('proposal'),
    closed: found['closed'] === true,
  }
}

export const isNoAddress = (address: string): boolean => BigInt(address) === 0n

/** The ledger's totals since its deployment, in paise, and the number that the next tariff must have. */
type Totals = {
  readonly billed: bigint
  readonly adjusted: bigint
  readonly paid: bigint
  readonly nextTariff: bigint
}

export async function totalsOf(ledger: Ledger, block?: number): Promise<Totals> {
  const data = billing.encodeFunctionData('totals')
  const answer = await call(ledger, { to: ledger.manifest.contract, data }, block)
  const found = billing.decodeFunctionResult('totals', answer)
  const whole = (name: string) => found[name] as bigint
  return {
    billed: whole('billed'),
    adjusted: whole('adjusted'),
    paid: whole('paid'),
    nextTariff: whole('nextTariff'),
  }
}

/** The number that the next tariff must have. */
export const nextTariff = async (ledger: Ledger): Promise<bigint> =>
  (await totalsOf(ledger)).nextTariff
