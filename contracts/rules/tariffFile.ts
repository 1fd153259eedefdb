import { z } from 'zod'
import { parseDay } from './day.ts'
import { parseDecimal } from './decimal.ts'
import { dutyBaseOf, type Tariff } from './tariff.ts'
import { paise, perUnit, wh } from './units.ts'

/** A tariff as it is proposed: the ledger gives it its id. */
export type TariffDraft = Omit<Tariff, 'tariff'>

/**
 * The JSON file that a tariff is set from: money in rupees, energy in kWh, as people write them in an order. Numbers are
 * taken as their decimal digits, never calculated with as floats. `tariffFile.schema.json` is its published schema.
 */
export const tariffFile = z
  .strictObject({
    $schema: z.string().optional(),
    name: z
      .string()
      .optional()
      .describe('What people call the category; shown beside its number, not recorded.'),
    category: z.int().min(1).max(65_535),
    effectiveFrom: text(parseDay).describe('First day, YYYY-MM-DD.'),
    basis: z
      .enum(['months', 'days'])
      .default('months')
      .describe('How days count as months: the months of a year, or thirtieths.'),
    slabs: z
      .array(
        z.strictObject({
          upToKWh: number(3, 2n ** 64n - 2n)
            .nullable()
            .describe('Upper limit, kWh a month, cumulative; null in the last slab.'),
          rate: number(5, 2n ** 32n - 1n).describe('₹ per kWh.'),
          fuel: number(5, 2n ** 31n - 1n, -(2n ** 31n))
            .prefault('0')
            .describe('Fuel adjustment, ₹ per kWh; may be negative.'),
          subsidy: number(5, 2n ** 32n - 1n)
            .prefault('0')
            .describe('Subsidy, ₹ per kWh, at most the rate.'),
        }),
      )
      .min(1)
      .max(8),
    fixedPerKW: number(2, 2n ** 32n - 1n)
      .prefault('0')
      .describe('Fixed charge, ₹ per kW of load a month.'),
    fixedPerConnection: number(2, 2n ** 32n - 1n)
      .prefault('0')
      .describe('Fixed charge, ₹ per connection a month.'),
    duty: z
      .strictObject({
        percent: number(2, 65_535n).prefault('0').describe('Percentage of the base.'),
        of: z
          .array(z.enum(['energy', 'fixed', 'fuel', 'subsidy']))
          .default([])
          .describe('The base; a subsidy in it is deducted.'),
        perUnit: number(5, 2n ** 32n - 1n)
          .prefault('0')
          .describe('₹ per kWh.'),
      })
      .prefault({}),
    roundTo: number(2, 100n)
      .refine((unit) => unit === 1n || unit === 100n, 'is 0.01 or 1')
      .prefault('0.01')
      .describe('Bills are whole multiples of this: 0.01 or 1 rupee.'),
    orderHash: z
      .string()
      .regex(/^0x[0-9a-f]{64}$/, 'is 0x and 64 lower-case hexadecimal digits')
      .describe('Hash of the tariff order’s document.'),
  })
  .superRefine(({ slabs, duty }, context) => {
    const refuse = (path: PropertyKey[], message: string) => {
      context.addIssue({ code: 'custom', path, message })
    }
    let below = 0n
    for (const [i, { upToKWh, rate, subsidy }] of slabs.entries()) {
      const isLast = i === slabs.length - 1
      if (isLast !== (upToKWh === null)) {
        refuse(['slabs', i, 'upToKWh'], isLast ? 'of the last slab is null' : 'is null too early')
      }
      if (upToKWh !== null && upToKWh <= below) {
        refuse(['slabs', i, 'upToKWh'], 'is not above the limit before it')
      }
      if (subsidy > rate) refuse(['slabs', i, 'subsidy'], 'is more than the rate')
      below = upToKWh ?? below
    }
    if (duty.percent > 0n && duty.of.length === 0) {
      refuse(['duty', 'of'], 'names nothing that the percentage is of')
    }
  })

/** The JSON Schema of such a file, for editors and for whoever writes one by a program. */
export const tariffFileSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(tariffFile, { io: 'input' }),
  title: 'A tariff as "wattledger rate set --file" takes it',
})

/** Reads a tariff from the value of a JSON file. Throws `TariffFileRefused`, which names every place at fault. */
export const parseTariffFile = (json: unknown): TariffDraft => {
  const { success, data, error } = tariffFile.safeParse(json)
  if (!success) throw new TariffFileRefused(error)
  return {
    category: data.category,
    effectiveFrom: data.effectiveFrom,
    basis: data.basis,
    slabs: data.slabs.map(({ upToKWh, rate, fuel, subsidy }) => ({
      upTo: upToKWh === null ? null : wh(upToKWh),
      rate: perUnit(rate),
      fuel: perUnit(fuel),
      subsidy: perUnit(subsidy),
    })),
    fixedPerKW: paise(data.fixedPerKW),
    fixedPerConnection: paise(data.fixedPerConnection),
    dutyRate: Number(data.duty.percent),
    dutyBase: dutyBaseOf(data.duty.of),
    dutyPerUnit: perUnit(data.duty.perUnit),
    roundTo: paise(data.roundTo),
    orderHash: data.orderHash as `0x${string}`,
  }
}

/** What the file calls its category, if anything. */
export const nameInTariffFile = (json: unknown): string | undefined =>
  tariffFile.safeParse(json).data?.name

/** A decimal number of up to `places` decimals, as a whole multiple of 10^−places within bounds. */
function number(places: number, max: bigint, min = 0n) {
  return z.union([z.string(), z.number()]).transform((value, context) => {
    try {
      const scaled = parseDecimal(String(value), places)
      if (scaled >= min && scaled <= max) return scaled
      context.addIssue({ code: 'custom', message: `is ${value}, beyond what the ledger can hold` })
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' })
    }
    return z.NEVER
  })
}

/** Text read by one of our parsers, whose error is the issue. */
function text<Value>(parse: (text: string) => Value) {
  return z.string().transform((value, context) => {
    try {
      return parse(value)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' })
      return z.NEVER
    }
  })
}

export class TariffFileRefused extends Error {
  override readonly name = 'TariffFileRefused'
  readonly faults: readonly string[]
  constructor(cause: z.ZodError) {
    const faults = cause.issues.map(
      ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
    )
    super(`The tariff file can't be used: ${faults.join('; ')}.`, { cause })
    this.faults = faults
  }
}
