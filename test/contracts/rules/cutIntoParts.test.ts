import '../../seeds.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutIntoParts, pricedOn } from '../../../contracts/rules/cutIntoParts.ts'
import { dayNumber, wh } from '../../../contracts/rules/units.ts'
import { anyEnergy } from './anyTariff.ts'

const anyDay = fc.integer({ min: 1, max: 60_000 }).map(dayNumber)
const anyStretch = fc
  .record({ start: anyDay, days: fc.integer({ min: 1, max: 400 }), wh: anyEnergy })
  .map(({ start, days, wh }) => ({ start, end: dayNumber(start + days), wh }))
const anyChanges = ({ start, end }: { start: number; end: number }) =>
  fc.array(fc.integer({ min: start - 5, max: end + 5 }).map(dayNumber), { maxLength: 8 })

test('parts add up to the energy and the days, and follow one another', () => {
  fc.assert(
    fc.property(
      anyStretch.chain((stretch) => fc.tuple(fc.constant(stretch), anyChanges(stretch))),
      ([stretch, changes]) => {
        const parts = cutIntoParts(stretch, changes)
        expect(parts.reduce((total, part) => total + part.wh, 0n)).toBe(stretch.wh)
        let day: number = stretch.start
        for (const { firstDay, days, wh } of parts) {
          expect(firstDay).toBe(day)
          expect(days).toBeGreaterThan(0)
          expect(wh).toBeGreaterThanOrEqual(0n)
          day += days
        }
        expect(day).toBe(stretch.end)
        const inside = new Set(changes.filter((day) => day > stretch.start && day < stretch.end))
        expect(new Set(parts.slice(1).map(({ firstDay }) => firstDay))).toEqual(inside)
      },
    ),
  )
})

test('a cut more or less elsewhere does not change what came before it', () => {
  fc.assert(
    fc.property(
      anyStretch.chain((stretch) => fc.tuple(fc.constant(stretch), anyChanges(stretch))),
      ([stretch, changes]) => {
        const upTo = (day: number, cuts: typeof changes) =>
          cutIntoParts(stretch, cuts)
            .filter(({ firstDay }) => firstDay < day)
            .reduce((total, part) => total + part.wh, 0n)
        for (const day of changes) expect(upTo(day, changes)).toBe(upTo(day, [day]))
      },
    ),
  )
})

test('10 kWh over 3 days cut after the first leave the remainder to the last', () => {
  const stretch = { start: dayNumber(100), end: dayNumber(103), wh: wh(10_000n) }
  expect(cutIntoParts(stretch, [dayNumber(101), dayNumber(102)])).toEqual([
    { firstDay: 100, days: 1, wh: 3_333n },
    { firstDay: 101, days: 1, wh: 3_333n },
    { firstDay: 102, days: 1, wh: 3_334n },
  ])
})

test('a session within a day is one part of no days, priced as of the day before', () => {
  const day = dayNumber(100)
  const parts = cutIntoParts({ start: day, end: day, wh: wh(7n) }, [day])
  expect(parts).toEqual([{ firstDay: 100, days: 0, wh: 7n }])
  expect(parts.map(pricedOn)).toEqual([99])
})
