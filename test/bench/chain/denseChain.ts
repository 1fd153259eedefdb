import { id, zeroPadValue, toBeHex, ZeroHash } from 'ethers'
import { actsOn, builtChain, call, deploy, today, type Acts } from './acts.ts'
import { keptChain, type KeptChain } from './keptChain.ts'
import { initChain, soleKey, startSoleSigner } from './soleSigner.ts'

/** Accounts of the ledger; each is read and paid again and again. */
const ACCOUNTS = 2_000
/** Readings and receipts in one transaction. */
const BATCH = 150
/** Each reading makes three entries (reading, charge, bill), each receipt one. */
const EVENTS_PER_VISIT = 4
/** Rate, three roles; agreement proposed and accepted, and a meter, for each account; the constructor's roles. */
const EVENTS_BEFORE = 3 * ACCOUNTS

/** About so many events in blocks as full as their gas allows: batches of manual readings and of receipts. */
export const denseChain = (events: number): Promise<KeptChain> =>
  keptChain(`dense-${events}`, async (folder) => {
    await initChain(folder)
    await using node = await startSoleSigner(folder)
    const acts = await actsOn(node)
    await deploy(acts)
    const day = today()
    const accounts = Array.from({ length: ACCOUNTS }, (_, place) => id(`account ${place}`))
    await openAccounts(acts, accounts, day)
    const visits = Math.ceil(Math.max(0, events - EVENTS_BEFORE) / EVENTS_PER_VISIT)
    for (let from = 0; from < visits; from += BATCH) {
      await visit(acts, accounts, day, from, Math.min(BATCH, visits - from))
      if ((from / BATCH) % 100 === 99) await acts.sealAll()
    }
    await acts.sealAll()
    return await builtChain(node)
  })

/** An agreement for sessions and a meter for each. */
export const openAccounts = async (acts: Acts, accounts: readonly string[], day: number) => {
  const terms = {
    category: 1,
    load: 1_000,
    cycle: 0,
    instalments: 1,
    daysToPay: 15,
    firstDay: day - 31,
    consumerKey: soleKey.address,
  }
  for (let from = 0; from < accounts.length; from += 100) {
    const calls = accounts.slice(from, from + 100).flatMap((account, place) => [
      call('proposeTerms', account, terms),
      call('acceptTerms', account, terms),
      call('installMeter', account, {
        meter: zeroPadValue(toBeHex(1 + from + place), 20),
        day: day - 31,
        multiplier: 1,
        register: 0,
        modulus: 10n ** 12n,
        closing: 0,
        rollover: false,
        evidence: ZeroHash,
      }),
    ])
    await acts.send(calls, 45_000_000)
  }
  await acts.sealAll()
}

/** Reads the next accounts in turn, 10 kWh on, and takes ₹40.00 of each. */
export const visit = async (
  acts: Acts,
  accounts: readonly string[],
  day: number,
  from: number,
  count: number,
) => {
  const visited = Array.from({ length: count }, (_, place) => from + place)
  const readings = visited.map((number) => {
    const account = accounts[number % accounts.length]
    const register = 10_000n * BigInt(1 + Math.floor(number / accounts.length))
    return call('enterReading', account, 1, register, day, false, id(`evidence ${number}`))
  })
  const receipts = visited.map((number) =>
    call('postReceipt', accounts[number % accounts.length], 2, 4_000, id(`receipt ${number}`)),
  )
  await acts.send(readings, 120_000 * count + 100_000)
  await acts.send(receipts, 60_000 * count + 100_000)
}
