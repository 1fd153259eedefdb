import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayNumber, paise, wh } from '../../../contracts/rules/units.ts'
import { isReal } from '../../../portal/derive/isReal.ts'
import { noteOf, readEstimates } from '../../../portal/ledger/estimates.ts'
import { type Ledger, openLedger } from '../../../portal/readOnly.ts'
import { accountEntries } from '../../../portal/record/entries.ts'
import { only } from '../../../portal/record/entry.ts'
import { type OpenPortal, openPortal } from '../openPortal.ts'
import { manifest, word } from '../writtenLedger.ts'

const account = word('read by hand and estimated by turns')
const START = 20_000
const corrected = {
  bill: 2,
  revision: 1,
  previous: wh(0n),
  present: wh(50_000n),
  rollover: false,
  wh: wh(50_000n),
  grossBefore: paise(0n),
  grossAfter: paise(0n),
  difference: paise(0n),
  reason: 1,
  document: word('why'),
  balance: paise(0n),
}

let portal: OpenPortal
let db: Ledger & AsyncDisposable
beforeAll(async () => {
  portal = await openPortal({ isEmpty: true })
  db = openLedger(portal.database.readerUrl)
  const { ledger } = portal
  let present = 0n
  // r: a real reading, e: an estimate, x: one far off, c: a correction of the second bill.
  for (const [i, kind] of 'erreererrrexrce'.split('').entries()) {
    if (kind === 'c') ledger.record('ConsumptionRevised', account, corrected)
    else {
      const used = kind === 'x' ? 99_000n : BigInt(6_000 + 1_000 * (i % 3))
      ledger.record('ConsumptionRecorded', account, {
        bill: i + 1,
        meter: manifest.parties.treasury,
        kind: kind === 'r' ? 1 : 2,
        previous: wh(present),
        present: wh((present += used)),
        multiplier: 1,
        carried: wh(0n),
        rollover: false,
        start: dayNumber(START + 30 * i),
        end: dayNumber(START + 30 * i + 30),
        wh: wh(used),
        evidence: word('protocol'),
      })
    }
    await ledger.mine(1_700_000_000 + i)
  }
})
afterAll(async () => {
  await db?.[Symbol.asyncDispose]()
  await portal?.[Symbol.asyncDispose]()
})

test('an estimate in a list is told from the readings around it as from all of its account', async () => {
  const history = await accountEntries(db, account)
  const readings = only(history, 'ConsumptionRecorded')
  const estimates = readings.filter((reading) => !isReal(reading))
  expect(estimates).toHaveLength(7)
  const notes = await readEstimates(db, estimates)
  for (const estimate of estimates) {
    const note = noteOf(estimate, history)
    expect(notes.get(estimate)).toEqual(note)
    // Alone too: those of others bring readings that it may need.
    expect((await readEstimates(db, [estimate])).get(estimate)).toEqual(note)
  }
  // They differ, and something follows and corrects some of them.
  const all = [...notes.values()]
  expect(new Set(all.map(({ check }) => check?.state)).size).toBeGreaterThan(1)
  expect(all.filter(({ follows }) => follows !== null)).toHaveLength(2)
  expect(all.filter(({ correctedBy }) => correctedBy !== null)).toHaveLength(6)
})
