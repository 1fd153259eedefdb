import { randomBytes } from 'node:crypto'
import { Wallet } from 'ethers'
import { keccak256 } from '#keccak'
import { billingCodeHash } from '../../contracts/artifacts/bytecode.ts'
import { type BillingEvent, encodeEvent } from '../../contracts/events/codec.ts'
import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import type { FieldsOf } from '../../contracts/events/readers.ts'
import { topicOf } from '../../contracts/events/topics.ts'
import { turnOf } from '../../contracts/proof/cliqueSeal.ts'
import { chainOf } from '../../contracts/proof/evidence/identity.ts'
import { makeEvidence, slotsFor } from '../../contracts/proof/evidence/make.ts'
import type { Evidence } from '../../contracts/proof/evidence/shape.ts'
import { encodeHeader, headerHash } from '../../contracts/proof/header.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { encodeRlp, rlpUint } from '../../contracts/proof/rlp.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { bill } from '../../contracts/rules/bill.ts'
import { rateOfTariff, type Tariff } from '../../contracts/rules/tariff.ts'
import { type Terms, termsHash } from '../../contracts/rules/terms.ts'
import { dayNumber, paise, perUnit, watt, wh } from '../../contracts/rules/units.ts'
import { aHeader, sealed } from '../machine/header.ts'
import { proofsOf } from './trie.ts'

const FIRST_DAY = 12_000
const CONTRACT: Hex = `0x${'c0'.repeat(20)}`
const METER: Hex = `0x${'a1'.repeat(20)}`
const CONSUMER: Hex = `0x${'b2'.repeat(20)}`
const ZERO: Hex = `0x${'00'.repeat(32)}`

/** Evidence of an account with so many years of monthly bills and three receipts each, in a state of many accounts. */
export const playYears = (
  years: number,
  others: number,
): { readonly evidence: Evidence; readonly manifest: Manifest } => {
  const account = hexOf(randomBytes(32))
  const tariffs = Array.from({ length: years }, (_, i) => tariffOf(i + 1, FIRST_DAY + 365 * i))
  const rates = new Entries(accountOfCategory(1))
  for (const tariff of tariffs) rates.add('RateSet', rateOfTariff(tariff))
  const { events, head, standing } = monthly(account, years * 12, tariffs)
  const slots = slotsFor(account, [1])
  const values = [head, standing, rates.head]
  const storage = proofsOf(
    [
      ...slots.map((slot, i) => [slot, values[i] as Uint8Array] as const),
      ...Array.from({ length: 3 * others }, () => [randomBytes(32), randomBytes(32)] as const),
    ],
    slots.length,
  )
  const leaf = encodeRlp([rlpUint(1), rlpUint(0), storage.root, bytesOf(billingCodeHash)])
  const state = proofsOf(
    [
      [bytesOf(CONTRACT), leaf] as const,
      ...Array.from({ length: 1_000 }, () => [randomBytes(20), leaf] as const),
    ],
    1,
    (value) => value,
  )
  const { manifest, headers } = seal(state.root)
  const evidence = makeEvidence({
    chain: chainOf(manifest, 100),
    account,
    bill: null,
    events,
    categories: new Map([[1, rates.events]]),
    proof: {
      accountProof: (state.proofs[0] ?? []).map((node) => hexOf(node)),
      storageProof: storage.proofs.map((nodes) => ({ proof: nodes.map((node) => hexOf(node)) })),
    },
    headers,
  })
  return { evidence, manifest }
}

/** An account's entries as they are added, with their head. */
class Entries {
  readonly account: Hex
  readonly events: BillingEvent[] = []
  head = emptyHead()
  constructor(account: Hex) {
    this.account = account
  }
  add<Name extends EventName>(name: Name, fields: FieldsOf<Name>): void {
    const seq = this.events.length + 1
    const data = encodeEvent(name, fields)
    this.head = accountHead(this.head, bytesOf(topicOf(name)), seq, data)
    this.events.push({ name, account: this.account, seq, fields } as unknown as BillingEvent)
  }
}

const monthly = (account: Hex, bills: number, tariffs: readonly Tariff[]) => {
  const entries = new Entries(account)
  const terms: Terms = {
    category: 1,
    load: watt(2_000n),
    cycle: 1,
    instalments: 1,
    daysToPay: 15,
    firstDay: dayNumber(FIRST_DAY),
    consumerKey: CONSUMER,
  }
  const agreed = { ...terms, termsHash: termsHash(terms), by: CONSUMER }
  entries.add('AgreementProposed', agreed)
  entries.add('AgreementAccepted', agreed)
  const modulus = wh(10n ** 9n)
  const nothing = { closing: wh(0n), rollover: false, carried: wh(0n), evidence: ZERO }
  entries.add('MeterInstalled', {
    meter: METER,
    day: dayNumber(FIRST_DAY),
    multiplier: 1,
    register: wh(0n),
    modulus,
    ...nothing,
  })
  let [register, start, balance] = [0n, FIRST_DAY, 0n]
  for (let number = 1; number <= bills; number++) {
    const end = FIRST_DAY + Math.floor((365 * number) / 12)
    const used = BigInt(150_000 + Math.floor(Math.random() * 200_000))
    const reading = {
      previous: wh(register),
      present: wh(register + used),
      multiplier: 1,
      carried: wh(0n),
      rollover: false,
      start: dayNumber(start),
      end: dayNumber(end),
    }
    const derived = bill({
      reading: { ...reading, modulus },
      estimates: [],
      terms: [terms],
      tariffs,
    })
    entries.add('ConsumptionRecorded', {
      bill: number,
      meter: METER,
      kind: 0,
      wh: wh(used),
      evidence: ZERO,
      ...reading,
    })
    for (const {
      part,
      tariff,
      load,
      steps: _,
      months: __,
      slabs: ___,
      ...charge
    } of derived.charges) {
      entries.add('ChargeApplied', {
        bill: number,
        revision: 0,
        firstDay: part.firstDay,
        numberOfDays: part.days,
        wh: part.wh,
        tariff: tariff.tariff,
        load,
        ...charge,
      })
    }
    balance += derived.amount
    const { gross, alreadyCharged, rounding, amount } = derived
    const dueDay = dayNumber(end + 17)
    entries.add('BillIssued', {
      number,
      start: reading.start,
      end: reading.end,
      gross,
      alreadyCharged,
      rounding,
      amount,
      dueDay,
      balance: paise(balance),
    })
    for (const share of [amount / 2n, amount / 4n, amount - amount / 2n - amount / 4n]) {
      balance -= share
      entries.add('PaymentMade', {
        payer: `0x${'00'.repeat(20)}`,
        amount: paise(share),
        channel: 2,
        receiptReference: hexOf(randomBytes(32)),
        balance: paise(balance),
      })
    }
    register += used
    start = end
  }
  const packed =
    BigInt(entries.events.length) |
    (BigInt.asUintN(64, balance) << 32n) |
    (register << 96n) |
    (BigInt(start) << 160n) |
    (BigInt(bills) << 192n) |
    (1n << 224n)
  const standing = bytesOf(`0x${packed.toString(16).padStart(64, '0')}`)
  return { events: entries.events, head: entries.head, standing }
}

/** Three slabs with fuel, subsidy, fixed charges and duty, as a domestic tariff has. */
const tariffOf = (tariff: number, from: number): Tariff => ({
  tariff,
  category: 1,
  effectiveFrom: dayNumber(from),
  basis: 'months',
  slabs: [
    {
      upTo: wh(120_000n),
      rate: perUnit(570_000n),
      fuel: perUnit(30_000n),
      subsidy: perUnit(75_000n),
    },
    { upTo: wh(240_000n), rate: perUnit(700_000n), fuel: perUnit(30_000n), subsidy: perUnit(0n) },
    { upTo: null, rate: perUnit(790_000n), fuel: perUnit(30_000n), subsidy: perUnit(0n) },
  ],
  fixedPerKW: paise(7_000n),
  fixedPerConnection: paise(0n),
  dutyRate: 500,
  dutyBase: 3,
  dutyPerUnit: perUnit(0n),
  roundTo: paise(100n),
  orderHash: hexOf(keccak256(new Uint8Array([tariff]))),
})

/** Two linked headers, the first with this state, sealed by two of three parties. */
const seal = (stateRoot: Uint8Array) => {
  const keys = ['11', '22', '33'].map((byte) => `0x${byte.repeat(32)}`)
  const parties = ['board', 'consumer', 'regulator'] as const
  const all = keys.map((key, i) => ({
    key,
    party: parties[i] as (typeof parties)[number],
    address: new Wallet(key).address.toLowerCase() as Hex,
  }))
  const addresses = all.map(({ address }) => address).sort()
  const headers: Uint8Array[] = []
  for (const number of [100, 101]) {
    const turn = turnOf(number, addresses)
    const key = all.find(({ address }) => address === turn)?.key ?? ''
    const parent = headers.at(-1)
    const parentHash = parent === undefined ? new Uint8Array(32) : headerHash(parent)
    const logsBloom = randomBytes(256)
    headers.push(encodeHeader(sealed(aHeader({ number, parentHash, stateRoot, logsBloom }), key)))
  }
  const manifest: Manifest = {
    version: 1,
    chain: 'geth',
    chainId: 20_482,
    genesisHash: ZERO,
    contract: CONTRACT,
    deployedBlock: 1,
    deployTransaction: ZERO,
    codeHash: billingCodeHash,
    parties: { board: CONSUMER, regulator: CONSUMER, treasury: CONSUMER },
    signers: all.map(({ party, address }) => ({ party, address })),
    adjustmentLimitPaise: '100000',
  }
  return { manifest, headers }
}
