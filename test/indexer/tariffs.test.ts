import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Hex } from '../../contracts/events/hex.ts'
import { dayNumber, paise, watt, wh } from '../../contracts/rules/units.ts'
import { connect } from '../../migrations/connect.ts'
import { up as tariffTotals } from '../../migrations/steps/0013_tariff_totals.ts'
import { createDatabase } from '../machine/postgres.ts'
import { WrittenLedger } from '../portal/writtenLedger.ts'

const [first, second] = ['11', '22'].map((byte): Hex => `0x${byte.repeat(32)}`) as [Hex, Hex]

interface Part {
  readonly account: Hex
  readonly bill: number
  readonly revision?: number
  readonly tariff: number
  readonly wh: bigint
}

/** Writes parts of bills, each charged a paisa for two Wh. */
const charge = (ledger: WrittenLedger, parts: readonly Part[]) => {
  for (const { account, bill, revision = 0, tariff, wh: used } of parts)
    ledger.record('ChargeApplied', account, {
      bill,
      revision,
      firstDay: dayNumber(20_000),
      numberOfDays: 30,
      wh: wh(used),
      tariff,
      load: watt(2_000n),
      energy: paise(used / 2n),
      fixedCharge: paise(0n),
      fuel: paise(0n),
      duty: paise(0n),
      subsidy: paise(0n),
      charge: paise(used / 2n),
    })
}

const totalsIn = async (db: ReturnType<typeof connect>) => {
  const rows = await db.selectFrom('tariff_total').selectAll().orderBy('tariff').execute()
  return rows.map(({ tariff, parts, wh, charge_paise }) => [tariff, parts, wh, charge_paise])
}

test('what a tariff charged in all is of the last correction of each bill, also after a reorg and a migration', async () => {
  await using database = await createDatabase()
  await using ledger = await WrittenLedger.open(database)
  await using db = connect(database.url, { max: 1 })
  // A bill cut where tariff 1 ends, and one of tariff 2 alone.
  charge(ledger, [
    { account: first, bill: 1, tariff: 1, wh: 100n },
    { account: first, bill: 1, tariff: 2, wh: 300n },
    { account: second, bill: 1, tariff: 2, wh: 40n },
  ])
  await ledger.mine(1_700_000_000)
  const asIssued = [
    [1, 1, 100n, 50n],
    [2, 2, 340n, 170n],
  ]
  expect(await totalsIn(db)).toEqual(asIssued)

  // Corrected twice, the second time in the block of the next bill.
  charge(ledger, [
    { account: first, bill: 1, revision: 1, tariff: 1, wh: 60n },
    { account: first, bill: 1, revision: 1, tariff: 2, wh: 200n },
  ])
  await ledger.mine(1_700_000_100)
  charge(ledger, [
    { account: first, bill: 1, revision: 2, tariff: 1, wh: 80n },
    { account: first, bill: 1, revision: 2, tariff: 2, wh: 220n },
    { account: second, bill: 2, tariff: 3, wh: 10n },
  ])
  await ledger.mine(1_700_000_200)
  const corrected = [
    [1, 1, 80n, 40n],
    [2, 2, 260n, 130n],
    [3, 1, 10n, 5n],
  ]
  expect(await totalsIn(db)).toEqual(corrected)

  await ledger.replaceNewest(1_700_000_205)
  expect(await totalsIn(db)).toEqual(corrected)

  await db.schema.dropTable('tariff_total').execute()
  await tariffTotals(db as never)
  expect(await totalsIn(db)).toEqual(corrected)
  await sql`update checkpoint set derived_block = 1`.execute(db)
  await db.schema.dropTable('tariff_total').execute()
  await tariffTotals(db as never)
  expect(await totalsIn(db)).toEqual(asIssued)
})
