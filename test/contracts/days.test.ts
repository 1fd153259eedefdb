import { expect, test } from 'vitest'
import { DOCUMENT, FIRST_TODAY, refusalOf } from './ledger.ts'
import { useLedger } from './useLedger.ts'

const ledger = useLedger(async (on) => on.setRate())

/** First second of a day in India: 18:30 the day before in Greenwich. */
const midnight = (day: number): number => day * 86_400 - 19_800

test("today begins at midnight in India, five and a half hours before Greenwich's", async () => {
  const account = await ledger().openAccount({ terms: { firstDay: BigInt(FIRST_TODAY - 40) } })
  const tomorrow = FIRST_TODAY + 1
  const enter = () =>
    ledger().act('operations', 'enterReading', account, 1, 1, tomorrow, false, DOCUMENT)
  expect(new Date(midnight(tomorrow) * 1000).toISOString()).toBe('2023-06-01T18:30:00.000Z')
  // The call and the block after it may be some seconds later than the clock is set.
  await ledger().setTime(midnight(tomorrow) - 60)
  expect(await refusalOf(enter())).toBe(`FutureDay(${tomorrow}, ${FIRST_TODAY})`)
  await ledger().setTime(midnight(tomorrow))
  const { entries } = await enter()
  expect(entries.at(-1)?.data).toMatchObject({ dueDay: BigInt(tomorrow + 15) })
})
