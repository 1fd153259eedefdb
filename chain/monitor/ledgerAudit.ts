import type { VerifiedBlock } from '../reader/types.ts'
import { type BillingEvent, decodeEvent, UndecodableLog } from '../../contracts/events/codec.ts'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import { isKnownWithoutRow } from '../../contracts/events/topics.ts'
import { codeOf, isReserved, LEDGER } from '../../contracts/rules/accountCode.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { Audit } from '../../contracts/rules/audit/audit.ts'
import { type Tariff, tariffOfRate } from '../../contracts/rules/tariff.ts'
import type { Paise } from '../../contracts/rules/units.ts'
import type { Alarm } from './alarm.ts'

/** An account as its proven logs make it. */
export interface FollowedAccount {
  readonly account: Hex
  /** Null for a category and the ledger itself, which have no bills. */
  readonly audit: Audit | null
  head: Uint8Array
  seq: number
  /** After each entry: the head, and the balance. */
  readonly trail: { readonly head: Hex; readonly balance: Paise }[]
  readonly payments: { readonly seq: number; readonly amount: Paise; readonly balance: Paise }[]
  /** How many of its findings were raised. */
  raised: number
}

/** Follows every account of the ledger, block by block, and finds what contradicts the rules. */
export class LedgerAudit {
  readonly accounts = new Map<Hex, FollowedAccount>()
  entries = 0
  readonly #tariffs = new Map<number, Map<number, Tariff>>()

  /** Takes the next block. Returns the accounts that it changed, and what is to be raised. */
  take(block: VerifiedBlock): { readonly changed: FollowedAccount[]; readonly alarms: Alarm[] } {
    const changed = new Set<FollowedAccount>()
    const alarms: Alarm[] = []
    for (const log of block.logs) {
      const [topic0] = log.topics
      if (topic0 !== undefined && isKnownWithoutRow(topic0)) continue
      try {
        changed.add(this.#record(decodeEvent(log), topic0 ?? new Uint8Array(32), log.data))
      } catch (error) {
        if (!(error instanceof UndecodableLog)) throw error
        alarms.push({
          kind: 'rules',
          block: block.number,
          account: null,
          message: error.message,
        })
      }
    }
    for (const each of changed) alarms.push(...this.#findings(each, block.number))
    return { changed: [...changed], alarms }
  }

  #record(event: BillingEvent, topic0: Uint8Array, data: Uint8Array): FollowedAccount {
    const followed = this.#followed(event.account)
    followed.head = accountHead(followed.head, topic0, event.seq, data)
    followed.seq = event.seq
    this.entries++
    if (event.name === 'RateSet')
      this.#tariffsOf(event.fields.category).set(event.fields.tariff, tariffOfRate(event.fields))
    if (event.name === 'RateWithdrawn')
      this.#tariffsOf(event.fields.category).delete(event.fields.tariff)
    const { audit } = followed
    if (audit === null) return followed
    audit.take(event)
    const { balance } = audit.standing
    followed.trail.push({ head: hexOf(followed.head), balance })
    if (event.name === 'PaymentMade') {
      const { amount } = event.fields
      followed.payments.push({ seq: event.seq, amount, balance: event.fields.balance })
    }
    return followed
  }

  /** An act is whole within its block, so nothing of it may be missing at the block's end. */
  #findings(followed: FollowedAccount, block: number): Alarm[] {
    const { account, audit } = followed
    if (audit === null) return []
    audit.end()
    const found = audit.findings.slice(followed.raised)
    followed.raised = audit.findings.length
    return found.map(({ seq, message }) => ({
      kind: 'rules',
      block,
      account,
      message: `Entry ${seq} of account ${codeOf(account)} contradicts the rules: ${message}.`,
    }))
  }

  #followed(account: Hex): FollowedAccount {
    const known = this.accounts.get(account)
    if (known !== undefined) return known
    const audit = isReserved(account)
      ? null
      : new Audit((category) => [...this.#tariffsOf(category).values()])
    const followed: FollowedAccount = {
      account,
      audit,
      head: emptyHead(),
      seq: 0,
      trail: [],
      payments: [],
      raised: 0,
    }
    this.accounts.set(account, followed)
    return followed
  }

  #tariffsOf(category: number): Map<number, Tariff> {
    const known = this.#tariffs.get(category) ?? new Map<number, Tariff>()
    this.#tariffs.set(category, known)
    return known
  }
}

/** How an account is called in an alarm. */
export const nameOf = (account: Hex): string => {
  if (!isReserved(account)) return `account ${codeOf(account)}`
  return account === LEDGER ? 'the ledger itself' : `category ${BigInt(account)}`
}
