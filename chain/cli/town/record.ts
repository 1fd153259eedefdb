import { setTimeout as sleep } from 'node:timers/promises'
import type { SigningKey } from 'ethers'
import { dayNumber } from '../../../contracts/rules/units.ts'
import { lockKey } from '../../journal/keyLock.ts'
import { Refused } from '../exit.ts'
import { call, estimateGas, type Ledger, memberOf, textOf } from '../ledger.ts'
import { ContractRefused } from '../refusals.ts'
import type { Session } from '../session.ts'
import { Unconfirmed } from '../seeThrough.ts'
import type { Act } from './act.ts'
import { openClock } from './clock.ts'
import type { Encoding } from './encodeDeed.ts'
import { isHomeKey, type KeyName } from './keys.ts'
import { missingActs } from './missing.ts'
import { type SignedParcel, signParcel } from './parcel.ts'
import { nextWave, type Parcel } from './wave.ts'

/** Told how many more acts are recorded. */
export type TellProgress = (acts: number) => void

/**
 * Records the acts that the chain doesn't have yet, each on its day where the chain's clock can be turned, else at once.
 * Ended at any moment, the next run goes on: what is recorded is read from the chain. Throws `Refused`, `Unconfirmed`.
 */
export const recordTown = async (
  session: Session,
  encoding: Encoding,
  acts: readonly Act[],
  tell: TellProgress,
): Promise<void> => {
  const { ledger } = session
  const clock = await openClock(ledger)
  let open = await missingActs(ledger, acts, clock.day())
  tell(acts.length - open.length)
  for (let failed: Refused | null = null; open.length > 0;) {
    const before = open.length
    try {
      while (open.length > 0) {
        const day = dayNumber(Math.max(clock.day(), open[0]?.day ?? 0))
        const later = open.findIndex((act) => act.day > day)
        const due = later === -1 ? open : open.slice(0, later)
        await clock.turnTo(day)
        const { wave, rest } = nextWave(due)
        await recordWave(session, encoding, wave)
        open = later === -1 ? rest : [...rest, ...open.slice(later)]
        tell(wave.flat().length)
      }
    } catch (error) {
      // A block that was replaced takes acts back, and those that rest on them fail: look at the chain again, and go on.
      if (!(error instanceof Refused) || (failed !== null && open.length >= before)) throw error
      failed = error
      open = await missingActs(ledger, acts, clock.day())
    }
  }
  await clock.setRight()
}

/** Signs and sends the parcels, and waits until a block has each. */
const recordWave = async (
  session: Session,
  encoding: Encoding,
  wave: readonly Parcel[],
): Promise<void> => {
  const { ledger, keyring, settings } = session
  const names = [...new Set(wave.map(([{ by }]) => by))]
  const signers = new Map<KeyName, { key: SigningKey; from: string; nonce: number }>()
  await using locks = new AsyncDisposableStack()
  for (const name of names) {
    const { key, from } = isHomeKey(name)
      ? await keyring
          .unlock(name)
          .then(({ signingKey, address }) => ({ key: signingKey, from: address }))
      : { key: encoding.keys.signing(name), from: encoding.keys.address(name) }
    if (isHomeKey(name)) locks.use(await lockKey(settings.home, from))
    signers.set(name, { key, from, nonce: 0 })
  }
  const counts = await ledger.transport.batch(
    [...signers.values()].map(({ from }) => ({
      method: 'eth_getTransactionCount',
      params: [from, 'pending'],
    })),
  )
  for (const [i, signer] of [...signers.values()].entries()) {
    signer.nonce = Number(textOf(counts[i]))
  }
  const signed: SignedParcel[] = []
  for (const parcel of wave) {
    const signer = signers.get(parcel[0].by)
    if (signer === undefined) continue
    const { key, from, nonce } = signer
    const made = signParcel(parcel, encoding, key, from, nonce)
    if (parcel[0].deed.kind === 'attempt' && !(await isWelcome(ledger, made))) continue
    signer.nonce++
    signed.push(made)
  }
  await send(ledger, signed)
  await untilMined(ledger, signed, settings.confirmWithinMs)
}

const isWelcome = async (ledger: Ledger, { from, call }: SignedParcel): Promise<boolean> => {
  try {
    await estimateGas(ledger, { from, ...call })
    return true
  } catch (error) {
    if (error instanceof ContractRefused) return false
    throw error
  }
}

const MOST_SENT = 50

const send = async (ledger: Ledger, signed: readonly SignedParcel[]): Promise<void> => {
  for (let i = 0; i < signed.length; i += MOST_SENT) {
    const some = signed.slice(i, i + MOST_SENT)
    await ledger.transport.batch(
      some.map(({ raw }) => ({ method: 'eth_sendRawTransaction', params: [raw] })),
    )
  }
}

const untilMined = async (
  ledger: Ledger,
  signed: readonly SignedParcel[],
  withinMs: number,
): Promise<void> => {
  const deadline = Date.now() + withinMs
  let open = signed
  for (let pause = 5; ; pause = Math.min(2 * pause, 200)) {
    const receipts = await ledger.transport.batch(
      open.map(({ hash }) => ({ method: 'eth_getTransactionReceipt', params: [hash] })),
    )
    for (const [i, receipt] of receipts.entries()) {
      const sent = open[i]
      if (receipt === null || sent === undefined) continue
      if (textOf(memberOf(receipt, 'status')) !== '0x1') throw await refusal(ledger, sent, receipt)
    }
    open = open.filter((_, i) => receipts[i] === null)
    const [first] = open
    if (first === undefined) return
    if (Date.now() > deadline) {
      throw new Unconfirmed({ hash: first.hash, summary: summaryOf(first) }, withinMs)
    }
    await sleep(pause)
  }
}

const refusal = async (ledger: Ledger, sent: SignedParcel, receipt: unknown): Promise<Refused> => {
  const block = Number(textOf(memberOf(receipt, 'blockNumber')))
  const why = await call(ledger, { from: sent.from, ...sent.call }, block).then(
    () => 'it would be taken now',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  return new Refused(`The ledger refused an act of the town (${summaryOf(sent)}): ${why}`)
}

const summaryOf = ({ parcel: [first, ...others] }: SignedParcel) => {
  const { deed, account, day } = first
  const what = deed.kind === 'call' || deed.kind === 'attempt' ? deed.name : deed.kind
  return `${what} on ${account}, day ${day}${others.length === 0 ? '' : `, and ${others.length} more`}`
}
