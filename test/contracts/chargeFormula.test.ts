import '../seeds.ts'
import { AbiCoder, ContractFactory, Interface } from 'ethers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { billingAbi } from '../../contracts/artifacts/abi.ts'
import { type Charge, charge } from '../../contracts/rules/charge.ts'
import { OutOfRange } from '../../contracts/rules/outOfRange.ts'
import { rateCall } from '../../contracts/rules/rateCall.ts'
import type { Tariff } from '../../contracts/rules/tariff.ts'
import {
  dayNumber,
  paise,
  perUnit,
  type Watt,
  watt,
  type Wh,
  wh,
} from '../../contracts/rules/units.ts'
import { type Anvil, anvilWallet, startAnvil } from '../machine/anvil.ts'
import { compilePricing } from './compilePricing.ts'
import { anyDays, anyEnergy, anyLoad, anyTariff } from './rules/anyTariff.ts'

interface Part {
  readonly tariff: Tariff
  readonly used: Wh
  readonly days: number
  readonly stretch: number
  readonly load: Watt
}

let anvil: Anvil
let ask: (parts: readonly Part[]) => Promise<string[]>

beforeAll(async () => {
  anvil = await startAnvil()
  const { abi, bytecode } = compilePricing()
  const factory = new ContractFactory(new Interface(abi), bytecode, anvilWallet(anvil.url, 0))
  const pricing = await factory.deploy({ type: 0, gasPrice: 0 })
  await pricing.waitForDeployment()
  ask = async (parts) => {
    const answers: unknown = await pricing
      .getFunction('priceAll')
      .staticCall(parts.map(argument), { gasLimit: 60_000_000 })
    return [...(answers as Iterable<string>)]
  }
})
afterAll(() => anvil[Symbol.asyncDispose]())

const argument = ({ tariff, used, days, stretch, load }: Part) => ({
  rate: rateCall(tariff),
  wh: used,
  numberOfDays: days,
  stretch,
  load,
})

const errors = new Interface(billingAbi)
const COMPONENTS = ['energy', 'fixedCharge', 'fuel', 'duty', 'subsidy', 'charge'] as const

/** The components the contract came to, or the one that it can't hold. */
const readAnswer = (answer: string): string => {
  if (answer.length === 2 + 13 * 64) {
    const types = ['uint256', 'uint256', 'int256', 'uint256', 'uint256', 'int256']
    return String(AbiCoder.defaultAbiCoder().decode(types, `0x${answer.slice(2 + 7 * 64)}`))
  }
  const [field, value] = errors.parseError(answer)?.args ?? []
  return `${Buffer.from(String(field).slice(2), 'hex').toString().replaceAll('\0', '')} ${BigInt.asIntN(256, BigInt(String(value)))}`
}

/** The same by the rules in TypeScript. */
const derive = ({ tariff, used, days, stretch, load }: Part): string => {
  const part = { firstDay: dayNumber(20_000), days, wh: used }
  const told = (each: Charge) => COMPONENTS.map((component) => each[component]).join(',')
  try {
    return told(charge(part, tariff, load, stretch))
  } catch (error) {
    if (error instanceof OutOfRange) return `${error.field} ${error.value}`
    throw error
  }
}

const anyPart: fc.Arbitrary<Part> = fc
  .record({ tariff: anyTariff, used: anyEnergy, load: anyLoad, stretch: anyDays, share: fc.nat(9) })
  .map(({ stretch, share, ...part }) => ({
    ...part,
    stretch,
    days: share === 9 ? stretch : Math.max(1, Math.floor((stretch * share) / 9)),
  }))

test('a part costs the same by Charging.sol and by charge.ts, or fits neither', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPart, { minLength: 20, maxLength: 40 }), async (parts) => {
      const answers = await ask(parts)
      expect(answers.map(readAnswer)).toEqual(parts.map(derive))
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 60), interruptAfterTimeLimit: 80_000 },
  )
})

test('so does a session within a day', async () => {
  const parts = fc
    .sample(fc.tuple(anyTariff, anyEnergy, anyLoad), 200)
    .map(([tariff, used, load]) => ({
      tariff: { ...tariff, slabs: tariff.slabs.slice(-1) },
      used,
      load,
      days: 0,
      stretch: 0,
    }))
  expect((await ask(parts)).map(readAnswer)).toEqual(parts.map(derive))
})

const flat: Tariff = {
  tariff: 1,
  category: 1,
  effectiveFrom: dayNumber(1),
  basis: 'days',
  slabs: [{ upTo: null, rate: perUnit(0n), fuel: perUnit(0n), subsidy: perUnit(0n) }],
  fixedPerKW: paise(0n),
  fixedPerConnection: paise(0n),
  dutyRate: 0,
  dutyBase: 0,
  dutyPerUnit: perUnit(0n),
  roundTo: paise(1n),
  orderHash: `0x${'00'.repeat(32)}`,
}
const perKWh = (rate: bigint, fuel = 0n, subsidy = 0n): Tariff => ({
  ...flat,
  slabs: [{ upTo: null, rate: perUnit(rate), fuel: perUnit(fuel), subsidy: perUnit(subsidy) }],
})
const INT64 = 2n ** 63n - 1n
/** 10⁶ of this per kWh is one paisa a Wh. */
const PAISA = 1_000_000n

test.each([
  ['energy', perKWh(PAISA), INT64],
  ['fuel', perKWh(0n, PAISA), INT64],
  ['fuel', perKWh(0n, -PAISA), INT64 + 1n],
  ['duty', { ...flat, dutyPerUnit: perUnit(PAISA) }, INT64],
  ['charge', perKWh(0n, -PAISA), INT64 + 1n],
] as const)('%s may be as large as an int64, and no larger', async (_, tariff, most) => {
  const part = (used: bigint): Part => ({
    tariff,
    used: wh(used),
    days: 30,
    stretch: 30,
    load: watt(1n),
  })
  const parts = [part(most), part(most + 1n), part(2n ** 64n - 1n)]
  const answers = (await ask(parts)).map(readAnswer)
  expect(answers).toEqual(parts.map(derive))
  expect(answers.map((answer) => answer.includes(','))).toEqual([true, false, false])
})

test('half a paisa is rounded away from zero, above and below', async () => {
  const part = (tariff: Tariff, used: bigint): Part => ({
    tariff,
    used: wh(used),
    days: 30,
    stretch: 30,
    load: watt(1n),
  })
  const parts = [
    part(perKWh(500_000n), 1n),
    part(perKWh(499_999n), 1n),
    part(perKWh(0n, -500_000n), 1n),
    part(perKWh(0n, -499_999n), 1n),
    part(perKWh(500_000n, 0n, 500_000n), 1n),
    part(perKWh(500_000n), 3n),
  ]
  const answers = (await ask(parts)).map(readAnswer)
  expect(answers).toEqual(parts.map(derive))
  expect(answers).toEqual([
    '1,0,0,0,0,1',
    '0,0,0,0,0,0',
    '0,0,-1,0,0,-1',
    '0,0,0,0,0,0',
    '1,0,0,0,1,0',
    '2,0,0,0,0,2',
  ])
})
