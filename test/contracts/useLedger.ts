import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Ledger, startLedger } from './ledger.ts'

/**
 * A ledger for the tests of one file: `prepare` once, and each test begins from there, its day included. Returns where
 * to find it.
 */
export function useLedger(
  prepare: (ledger: Ledger) => Promise<unknown> = async () => {},
): () => Ledger {
  let ledger: Ledger | undefined
  let snapshot = ''
  const running = (): Ledger => {
    if (ledger === undefined) throw new Error('The ledger is there only inside tests and hooks.')
    return ledger
  }
  beforeAll(async () => {
    ledger = await startLedger()
    await prepare(ledger)
  })
  beforeEach(async () => {
    snapshot = await running().snapshot()
  })
  afterEach(() => running().restore(snapshot))
  afterAll(() => ledger?.[Symbol.asyncDispose]())
  return running
}
