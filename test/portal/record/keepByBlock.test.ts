import { afterAll, beforeAll, expect, test } from 'vitest'
import { paise } from '../../../contracts/rules/units.ts'
import { totalsByKind } from '../../../portal/ledger/query.ts'
import { type Ledger, openLedger, snapshot } from '../../../portal/readOnly.ts'
import { keepByBlock } from '../../../portal/record/keepByBlock.ts'
import { readStanding, type Standing } from '../../../portal/record/standing.ts'
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

const kept = keepByBlock(totalsByKind)
const read = (given: Partial<Standing> = {}) =>
  snapshot(db, async (db) => {
    const standing = await readStanding(db)
    return await kept(db, standing && { ...standing, ...given })
  })

test('is read once while the newest block stays, and anew with the next one or one in its place', async () => {
  const first = await read()
  expect(await read()).toBe(first)

  const dispute = { bill: 1, amount: paise(100n), reasonHash: word('why') }
  portal.ledger.record('BillDisputed', household, dispute)
  await portal.ledger.mine(1_794_300_000)
  const second = await read()
  expect(second).not.toEqual(first)
  expect(second).toEqual(await snapshot(db, totalsByKind))

  await portal.ledger.replaceNewest(1_794_300_005)
  expect(await read()).not.toBe(second)
})

test('is not kept while sums are yet to follow their block', async () => {
  const now = await read({ isAddedUp: false })
  expect(await read({ isAddedUp: false })).not.toBe(now)
  expect(await read()).toEqual(now)
})
