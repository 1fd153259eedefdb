import { afterAll, beforeAll, expect, test } from 'vitest'
import { paise } from '../../../contracts/rules/units.ts'
import { type Ledger, openLedger, snapshot } from '../../../portal/readOnly.ts'
import { readStanding } from '../../../portal/record/standing.ts'
import { keepSeals } from '../../../portal/signers/sealed.ts'
import { household } from '../exampleLedger.ts'
import { type OpenPortal, openPortal } from '../openPortal.ts'
import { word } from '../writtenLedger.ts'

let portal: OpenPortal
let db: Ledger & AsyncDisposable
beforeAll(async () => {
  portal = await openPortal()
  db = openLedger(portal.database.readerUrl)
})
afterAll(async () => {
  await db?.[Symbol.asyncDispose]()
  await portal?.[Symbol.asyncDispose]()
})

const DAY = 86_400
const kept = keepSeals()
const read = (sealedOf = kept) => snapshot(db, async (db) => sealedOf(db, await readStanding(db)))

const mine = async (timestamp: number) => {
  const dispute = { bill: 1, amount: paise(100n), reasonHash: word('why') }
  portal.ledger.record('BillDisputed', household, dispute)
  await portal.ledger.mine(timestamp)
}

test('who sealed is read once a block', async () => {
  const first = await read()
  expect(first.seals).toHaveLength(portal.ledger.block)
  expect(await read()).toBe(first)
})

test('what was read before and what came since are the same as all read anew, on the same day and on another', async () => {
  for (const timestamp of [1_794_300_000, 1_794_300_005, 1_794_300_000 + 2 * DAY]) {
    await mine(timestamp)
    const now = await read()
    expect(now.seals.at(-1)).toMatchObject({ number: portal.ledger.block, timestamp })
    expect(now).toEqual(await read(keepSeals()))
  }
})

test('all is read anew where the chain replaced the last block of then', async () => {
  await mine(1_794_300_010 + 2 * DAY)
  const before = await read()
  await portal.ledger.replaceNewest(1_794_300_015 + 2 * DAY)
  const after = await read()
  expect(after.seals.at(-1)).not.toEqual(before.seals.at(-1))
  expect(after).toEqual(await read(keepSeals()))

  // Nor does it matter that more has come since.
  await mine(1_794_300_020 + 2 * DAY)
  await read()
  await portal.ledger.replaceNewest(1_794_300_025 + 2 * DAY)
  await mine(1_794_300_030 + 2 * DAY)
  expect(await read()).toEqual(await read(keepSeals()))
})
