import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { paise } from '../../../contracts/rules/units.ts'
import { createClient } from '../../../migrations/connect.ts'
import { type Ledger, openLedger, snapshot } from '../../../portal/readOnly.ts'
import type { History } from '../../../portal/record/history.ts'
import { keepHistories } from '../../../portal/record/keptHistories.ts'
import { readStanding } from '../../../portal/record/standing.ts'
import { household, reference } from '../exampleLedger.ts'
import { type OpenPortal, openPortal } from '../openPortal.ts'
import { manifest, word } from '../writtenLedger.ts'

let portal: OpenPortal
let db: Ledger & AsyncDisposable
const historyOf = keepHistories()
beforeAll(async () => {
  portal = await openPortal()
  db = openLedger(portal.database.readerUrl)
})
afterAll(async () => {
  await db[Symbol.asyncDispose]()
  await portal[Symbol.asyncDispose]()
})

const read = (): Promise<History> =>
  snapshot(db, async (db) => {
    const standing = await readStanding(db)
    if (standing === null) throw new Error('The example ledger has blocks.')
    return historyOf(db, { account: household, code: codeOf(household) }, standing)
  })

const pay = (account: typeof household, reference: string) =>
  portal.ledger.record('PaymentMade', account, {
    payer: manifest.parties.treasury,
    amount: paise(100n),
    channel: 1,
    receiptReference: word(reference),
    balance: paise(0n),
  })

test('an account that nobody asks for again is not kept', async () => {
  const first = await read()
  expect(await read()).not.toBe(first)
})

test('one that is asked for again is worked out once, whatever is recorded of others', async () => {
  const first = await read()
  expect(await read()).toBe(first)
  pay(reference, 'of another account')
  await portal.ledger.mine(1_794_300_000)
  expect(await read()).toBe(first)
})

test('an entry of its own is there at once', async () => {
  const before = await read()
  pay(household, 'of this account')
  await portal.ledger.mine(1_794_300_005)
  const after = await read()
  expect(after.entries.length).toBe(before.entries.length + 1)
  expect(after.balance).toBe(before.balance - 100n)
})

test('a row that somebody alters is there at once, without a block', async () => {
  const before = await read()
  const owner = createClient(portal.database.url)
  await owner.connect()
  await owner.query('update payment set amount_paise = amount_paise + 1 where account = $1', [
    Buffer.from(household.slice(2), 'hex'),
  ])
  expect((await read()).balance).toBeLessThan(before.balance)
  await owner.query('update rate set round_to_paise = 1 where category = 2')
  expect((await read()).bills.at(-1)?.derived?.amount).not.toBe(
    before.bills.at(-1)?.derived?.amount,
  )
  await owner.end()
})

test('the next day in India it is worked out anew: what is overdue depends on it', async () => {
  const before = await read()
  await portal.ledger.mine(1_794_300_005 + 86_400)
  expect(await read()).not.toBe(before)
})
