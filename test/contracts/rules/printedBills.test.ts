import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { charge, chargeLines } from '../../../contracts/rules/charge.ts'
import { cutIntoParts } from '../../../contracts/rules/cutIntoParts.ts'
import { parseDay } from '../../../contracts/rules/day.ts'
import type { LineKind } from '../../../contracts/rules/line.ts'
import { parseTariffFile } from '../../../contracts/rules/tariffFile.ts'
import type { Slab, Tariff } from '../../../contracts/rules/tariff.ts'
import { dayNumber, paise, perUnit, watt, wh } from '../../../contracts/rules/units.ts'

interface Printed {
  readonly slabs?: readonly { readonly wh: string; readonly energy: string }[]
  readonly energy?: string
  readonly fixed?: string
  readonly fuel?: string
  readonly duty?: string
  readonly subsidy?: string
  readonly alone?: { readonly amount: string }
}

interface PrintedBill {
  readonly name: string
  readonly tariff: {
    readonly basis: 'months' | 'days'
    readonly slabs: readonly {
      readonly upTo: string | null
      readonly rate: number
      readonly fuel: number
      readonly subsidy: number
    }[]
    readonly fixedPerKW: number
    readonly fixedPerConnection: number
    readonly dutyRate: number
    readonly dutyBase: number
    readonly dutyPerUnit: number
    readonly roundTo: number
  }
  readonly loadW: number
  readonly days: number
  readonly wh: string
  readonly printed: Printed
  readonly differs?: { readonly [line in keyof Printed]: string }
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const { bills } = read('printed-bills.json') as { readonly bills: readonly PrintedBill[] }

const slabOf = (slab: PrintedBill['tariff']['slabs'][number]): Slab => ({
  upTo: slab.upTo === null ? null : wh(BigInt(slab.upTo)),
  rate: perUnit(BigInt(slab.rate)),
  fuel: perUnit(BigInt(slab.fuel)),
  subsidy: perUnit(BigInt(slab.subsidy)),
})

const tariffOf = ({ tariff }: PrintedBill): Tariff => ({
  tariff: 1,
  category: 1,
  effectiveFrom: dayNumber(0),
  basis: tariff.basis,
  slabs: tariff.slabs.map(slabOf),
  fixedPerKW: paise(BigInt(tariff.fixedPerKW)),
  fixedPerConnection: paise(BigInt(tariff.fixedPerConnection)),
  dutyRate: tariff.dutyRate,
  dutyBase: tariff.dutyBase,
  dutyPerUnit: perUnit(BigInt(tariff.dutyPerUnit)),
  roundTo: paise(BigInt(tariff.roundTo)),
  orderHash: `0x${'00'.repeat(32)}`,
})

/** The bill as we derive it, in the words of the printed ones. */
const derive = (printed: PrintedBill): Required<Omit<Printed, 'alone'>> & { charge: string } => {
  const start = dayNumber(20_000)
  const end = dayNumber(start + printed.days)
  const [part] = cutIntoParts({ start, end, wh: wh(BigInt(printed.wh)) }, [])
  if (part === undefined) throw new Error('A stretch has at least one part.')
  const sums = charge(part, tariffOf(printed), watt(BigInt(printed.loadW)), printed.days)
  return {
    slabs: chargeLines(sums).flatMap((line) =>
      line.kind === 'energy' ? [{ wh: String(line.wh), energy: String(line.amount) }] : [],
    ),
    energy: String(sums.energy),
    fixed: String(sums.fixedCharge),
    fuel: String(sums.fuel),
    duty: String(sums.duty),
    subsidy: String(sums.subsidy),
    charge: String(sums.charge),
  }
}

describe.each(bills.filter(({ printed }) => printed.alone === undefined))('$name', (printed) => {
  const lines = printed.printed
  const agreed = Object.keys(lines).filter(
    (line) => line !== 'days' && !(line in (printed.differs ?? {})),
  ) as (keyof ReturnType<typeof derive> & keyof Printed)[]

  test.each(agreed)('%s is as printed', (line) => {
    expect(derive(printed)[line]).toEqual(lines[line])
  })
})

test.each(bills.filter(({ printed }) => printed.alone !== undefined))(
  '$name: the whole is as printed',
  (printed) => {
    expect(derive(printed).charge).toBe(printed.printed.alone?.amount)
  },
)

test('APDCL printed a fuel line one paisa below its own rate, and we do not', () => {
  const apdcl = bills.find(({ name }) => name === 'apdcl-77-units-30-days')
  expect(apdcl?.printed.fuel).toBe('2309')
  expect(apdcl === undefined ? '' : derive(apdcl).fuel).toBe('2310')
})

interface Schedule {
  readonly effectiveFrom: string
  readonly categories: readonly {
    readonly code: string
    readonly fixedChargeRsPerKWMonth: number
    readonly slabs: readonly {
      readonly upToKWhMonth: number | null
      readonly energy: number
      readonly subsidy: number
      readonly fpppa: number
    }[]
  }[]
}

describe('Assam’s schedule of June 2023, as a tariff file', () => {
  const schedule = read('apdcl-2023.json') as Schedule
  const tariffOfCategory = (code: string): Tariff => {
    const place = schedule.categories.findIndex((each) => each.code === code)
    const category = schedule.categories[place]
    return {
      tariff: place + 1,
      ...parseTariffFile({
        category: place + 1,
        effectiveFrom: schedule.effectiveFrom,
        slabs: category?.slabs.map(({ upToKWhMonth, energy, subsidy, fpppa }) => ({
          upToKWh: upToKWhMonth,
          rate: energy,
          fuel: fpppa,
          subsidy,
        })),
        fixedPerKW: category?.fixedChargeRsPerKWMonth,
        orderHash: `0x${'00'.repeat(32)}`,
      }),
    }
  }

  test('every category is representable', () => {
    for (const { code, slabs } of schedule.categories) {
      const tariff = tariffOfCategory(code)
      expect(tariff.effectiveFrom).toBe(parseDay('2023-06-01'))
      expect(tariff.slabs).toHaveLength(slabs.length)
    }
  })

  test('244 kWh of Domestic A in a month are worked out line by line', () => {
    const part = { firstDay: dayNumber(20_000), days: 30, wh: wh(244_000n) }
    const lines = chargeLines(charge(part, tariffOfCategory('LT-II'), watt(2_000n), 30))
    expect(lines.map(({ kind, label, formula, amount }) => [kind, label, formula, amount])).toEqual(
      [
        ['energy', 'first 120 kWh', '120 × ₹5.70', 68_400n],
        ['fuel', 'fuel, first 120 kWh', '120 × ₹0.30', 3_600n],
        ['subsidy', 'subsidy, first 120 kWh', '−120 × ₹0.75', -9_000n],
        ['energy', 'next 120 kWh', '120 × ₹7.00', 84_000n],
        ['fuel', 'fuel, next 120 kWh', '120 × ₹0.30', 3_600n],
        ['energy', 'rest', '4 × ₹7.90', 3_160n],
        ['fuel', 'fuel, rest', '4 × ₹0.30', 120n],
        ['fixedPerKW', 'fixed charge for the load', '₹70.00 × 2 kW × 1 month', 14_000n],
      ] satisfies [LineKind, string, string, bigint][],
    )
  })
})
