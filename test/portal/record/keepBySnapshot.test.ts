import { afterAll, beforeAll, expect, test } from 'vitest'
import { paise } from '../../../contracts/rules/units.ts'
import { totalsByKind } from '../../../portal/ledger/query.ts'
import { type Ledger, openLedger, snapshot } from '../../../portal/readOnly.ts'
import { keepBySnapshot } from '../../../portal/record/keepBySnapshot.ts'
import { readStanding } from '../../../portal/record/standing.ts'
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

const kept = keepBySnapshot(totalsByKind)
const read = () => snapshot(db, async (db) => kept(db, await readStanding(db)))

/** Whoever writes anywhere in this Postgres ends what is kept, so that it may take more than one try. */
const isKept = async () => (await read()) === (await read())

test('is read once while nothing is written', () =>
  expect.poll(isKept, { timeout: 20_000 }).toBe(true))

test('is read anew once anything was written', async () => {
  const first = await read()
  const dispute = { bill: 1, amount: paise(100n), reasonHash: word('why') }
  portal.ledger.record('BillDisputed', household, dispute)
  await portal.ledger.mine(1_794_300_000)
  const second = await read()
  expect(second).not.toEqual(first)
  expect(second).toEqual(await snapshot(db, totalsByKind))
  await portal.ledger.replaceNewest(1_794_300_005)
  expect(await read()).not.toBe(second)
})

test('is read each time before the first block', async () => {
  const one = await snapshot(db, (db) => kept(db, null))
  expect(await snapshot(db, (db) => kept(db, null))).not.toBe(one)
})

test('who wants it while it is read waits for that, and reads it himself where that fails', async () => {
  let reads = 0
  const failing = keepBySnapshot((_db, _standing, key: string) => {
    reads++
    return reads === 1 ? Promise.reject(new Error('lost')) : Promise.resolve(`${key} ${reads}`)
  })
  await snapshot(db, async (db) => {
    const standing = await readStanding(db)
    const both = await Promise.allSettled([
      failing(db, standing, 'one'),
      failing(db, standing, 'one'),
    ])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    const other = Promise.all([failing(db, standing, 'other'), failing(db, standing, 'other')])
    expect(await other).toEqual(['other 3', 'other 3'])
    expect(await failing(db, standing, 'other')).toBe('other 3')
    expect(reads).toBe(3)
  })
})
