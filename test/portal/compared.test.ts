import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, type Situation, situations } from './situations.ts'

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

interface Compared {
  bill: { number: number; asksPaise: string }
  comparisons: {
    with: number
    differencePaise: string
    causes: { kind: string; amountPaise: string }[]
  }[]
}

const compared = (situation: Situation, number: number) =>
  town.json<Compared>(`/accounts/${codeFor(situation)}/bills/${number}.json`)

test('the reasons why a bill differs from the one before add up to the difference, in every situation', async () => {
  let found = 0
  for (const situation of situations) {
    const { bills } = await town.json<{ bills: { number: number; asksPaise: string }[] }>(
      `/accounts/${codeFor(situation)}.json`,
    )
    for (const { number, asksPaise } of bills) {
      const { comparisons } = await compared(situation, number)
      for (const { with: other, differencePaise, causes } of comparisons) {
        const before = bills.find((each) => each.number === other)
        const sum = causes.reduce((total, { amountPaise }) => total + BigInt(amountPaise), 0n)
        expect([situation, number, sum]).toEqual([situation, number, BigInt(differencePaise)])
        expect(BigInt(asksPaise) - BigInt(before?.asksPaise ?? 0)).toBe(sum)
        found++
      }
    }
  }
  expect(found).toBeGreaterThan(15)
})

test('units, days, rates, estimates and corrections are told apart', async () => {
  const kinds = async (situation: Situation, number: number) =>
    (await compared(situation, number)).comparisons[0]?.causes.map(({ kind }) => kind)
  expect(await kinds('changed', 5)).toEqual(['rate', 'rounding'])
  expect(await kinds('estimated', 4)).toEqual(
    expect.arrayContaining(['units', 'days', 'estimates']),
  )
  expect(await kinds('revised', 2)).toEqual(['units', 'correction'])
  expect(await kinds('estimated', 5)).toContain('estimates')
  expect(await kinds('station', 2)).toBeUndefined()
})

test('the page lays them out from what the bill before asked to what this one asks', async () => {
  const words = await town.words(`/accounts/${codeFor('revised')}/bills/2`)
  expect(words).toMatch(
    /The bill before: bill 1, .* It asked ?₹[\d,.]+ ?[\d,.]+ kWh more used ?\+₹/,
  )
  expect(words).toMatch(/corrections ?−₹[\d,.]+ ?This bill asks/)
})
