import { expect, test } from 'vitest'
import { connect } from '../../migrations/connect.ts'
import { createDatabase } from '../machine/postgres.ts'
import { simulate, type Outcome, type Place } from './simulate.ts'

/** One seed, or so many from a first one on: the same two hundred in every run. */
const one = process.env['SIMULATION_SEED']
const count = one === undefined ? Number(process.env['SIMULATION_SEEDS'] ?? 200) : 1
const first = Number(one ?? process.env['SIMULATION_FROM'] ?? 1)
/** Worlds at the same time: most of their time is spent waiting. */
const LANES = 6

test('whatever node, network, database and the killer do, the rows are the chain’s, or one right alarm stopped the indexer', async () => {
  const seeds = Array.from({ length: count }, (_, place) => first + place).values()
  const outcomes: Outcome[] = []
  const failures: string[] = []
  const lane = async () => {
    await using database = await createDatabase()
    await using db = connect(database.url)
    const place: Place = { db, writerUrl: database.writerUrl }
    for (const seed of seeds) {
      try {
        outcomes.push(await simulate(seed, place))
      } catch (error) {
        failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
        if (failures.length <= 5) console.log(failures.at(-1))
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, count) }, lane))
  console.log(summaryOf(outcomes))
  expect(failures).toEqual([])
}, 3_600_000)

const summaryOf = (outcomes: readonly Outcome[]): string => {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, one) => total + of(one), 0)
  const ends = Object.entries(Object.groupBy(outcomes, ({ end }) => end))
    .map(([end, those]) => `${end} ${those?.length}`)
    .join(', ')
  return (
    `${outcomes.length} seeds: ${ends}. ${sum(({ requests }) => requests)} requests, ` +
    `${sum(({ statements }) => statements)} statements, ${sum(({ faults }) => faults)} faults, ${sum(({ kills }) => kills)} kills.`
  )
}
