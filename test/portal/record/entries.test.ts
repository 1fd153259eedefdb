import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesOf, hexOf } from '../../../contracts/events/hex.ts'
import { LEDGER } from '../../../contracts/rules/accountCode.ts'
import { tableOf } from '../../../migrations/tables.ts'
import { headOfEntries } from '../../../portal/derive/fingerprint.ts'
import { type Ledger, openLedger } from '../../../portal/readOnly.ts'
import {
  accountEntries,
  entriesOfAccounts,
  entriesWithKeys,
} from '../../../portal/record/entries.ts'
import type { Entry } from '../../../portal/record/entry.ts'
import { eventNames } from '../../../portal/record/events.ts'
import { household, reference } from '../exampleLedger.ts'
import { type OpenPortal, openPortal } from '../openPortal.ts'

let portal: OpenPortal
let db: Ledger & AsyncDisposable
let all: Entry[]
beforeAll(async () => {
  portal = await openPortal()
  db = openLedger(portal.database.readerUrl)
  all = []
  for (const account of [household, reference, LEDGER])
    all.push(...(await accountEntries(db, account, eventNames)))
})
afterAll(async () => {
  await db?.[Symbol.asyncDispose]()
  await portal?.[Symbol.asyncDispose]()
})

const keyOf = ({ account, seq, name }: Entry) => ({
  account: bytesOf(account),
  seq,
  kind: tableOf[name],
})

test('an account’s entries are all that were recorded of it, word for word', () => {
  for (const account of [household, reference, LEDGER]) {
    const head = portal.ledger.heads.get(account)
    if (head === undefined) throw new Error('The example ledger has entries of each.')
    expect(headOfEntries(all.filter((entry) => entry.account === account))).toBe(hexOf(head))
  }
  expect(new Set(all.map(({ name }) => name)).size).toBeGreaterThan(7)
})

test('entries with keys come in the order of the keys, of many events or of one', async () => {
  const keys = all.toReversed().map(keyOf)
  expect(await entriesWithKeys(db, keys)).toEqual(all.toReversed())
  const bills = all.filter(({ name }) => name === 'BillIssued').toReversed()
  expect(await entriesWithKeys(db, bills.map(keyOf))).toEqual(bills)
  expect(await entriesWithKeys(db, [])).toEqual([])
})

test('a key that no entry has leaves no gap', async () => {
  const [first, second] = all
  if (first === undefined || second === undefined)
    throw new Error('The example ledger has entries.')
  const keys = [keyOf(first), { ...keyOf(first), seq: 999_999 }, keyOf(second)]
  expect(await entriesWithKeys(db, keys)).toEqual([first, second])
})

test('entries of some events of many accounts know whose they are', async () => {
  const names = ['BillIssued', 'PaymentMade'] as const
  const found = await entriesOfAccounts(db, [household, reference], names)
  const wanted = all.filter(({ name }) => (names as readonly string[]).includes(name))
  expect(found).toEqual(wanted.toSorted((a, b) => a.seq - b.seq))
})
