import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { connect } from '../../migrations/connect.ts'
import { createDatabase } from '../machine/postgres.ts'
import { killEverywhere } from './killEverywhere.ts'
import { simulate, type Place } from './simulate.ts'
import { addTo, newSummary, summaryText } from './summary.ts'

/** The same in every run; `npm run simulation` drives more. */
const SEEDS = 200
/** Worlds at the same time: most of their time is spent waiting. */
const LANES = 6

test('whatever node, network, database and the killer do, the rows are the chain’s, or one right alarm stopped the indexer', async () => {
  const seeds = Array.from({ length: SEEDS }, (_, place) => 1 + place).values()
  const summary = newSummary()
  const failures: string[] = []
  const lane = async () => {
    await using database = await createDatabase()
    await using db = connect(database.url)
    const place: Place = { db, writerUrl: database.writerUrl }
    for (const seed of seeds) {
      try {
        addTo(summary, await simulate(seed, place))
      } catch (error) {
        failures.push(inspect(error))
        if (failures.length <= 5) console.log(failures.at(-1))
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  console.log(summaryText(summary))
  expect(failures).toEqual([])
}, 3_600_000)

test('killed before and after every request and every statement of a world, it ends up with every row once', async () => {
  await using database = await createDatabase()
  await using db = connect(database.url)
  const summary = newSummary()
  // A small world: 100 moments.
  const place: Place = { db, writerUrl: database.writerUrl }
  await killEverywhere(10, place, new AbortController().signal, (outcome) =>
    addTo(summary, outcome),
  )
  console.log(summaryText(summary))
  // One run more than there are moments shows that they are at an end.
  expect(summary.kills).toBe(summary.worlds - 1)
  expect(summary.kills).toBeGreaterThan(80)
}, 600_000)
