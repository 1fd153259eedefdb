/**
 * Drives the indexer through many seeded worlds of faults, in as many processes as there are cores:
 * `npm run simulation -- --help`.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { addTo, newSummary, summaryText } from './summary.ts'
import { timeText } from './timeText.ts'
import type { Word, Work } from './worker.ts'

const usage = `npm run simulation -- [options]

  --seeds N           worlds (10000; with --kill-everywhere 10, of some 300 moments each)
  --from N            the first seed (1)
  --kill-everywhere   each seed's world again and again, without other faults: the indexer killed before and after every
                      node request and every SQL statement, one after the other
  --workers N         processes (as many as there are cores)
  --lanes N           worlds at the same time in each (4)

Brings its own Postgres. Ends with code 1 where a world did not end as it must; a line says how to repeat it.
`
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    'kill-everywhere': { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    lanes: { type: 'string', default: '4' },
    help: { type: 'boolean', default: false },
  },
})

const EVERY_MS = 5_000

const main = async (): Promise<number> => {
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const isEverywhere = values['kill-everywhere']
  const seeds = Number(values.seeds ?? (isEverywhere ? 10 : 10_000))
  const from = Number(values.from)
  const step = Math.min(Number(values.workers), seeds)
  const summary = newSummary()
  let failures = 0
  let done = 0
  const hear = (word: Word) => {
    if ('outcome' in word) addTo(summary, word.outcome)
    else if ('done' in word) done++
    else {
      failures++
      process.stdout.write(`${word.failure}\n`)
    }
  }
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const rate = () => `${(summary.worlds / seconds()).toFixed(1)} worlds a second`
  const timer = setInterval(() => {
    const left = done === 0 ? '' : `, ${timeText((seconds() / done) * (seeds - done))} left`
    process.stderr.write(
      `seed ${done} of ${seeds}, ${summary.worlds} worlds, ${rate()}${left}, ${failures} failed\n`,
    )
  }, EVERY_MS)
  const workers = Array.from({ length: step }, (_, at) =>
    runWorker(
      { from: from + at, to: from + seeds - 1, step, lanes: Number(values.lanes), isEverywhere },
      hear,
    ),
  )
  const codes = await Promise.all(workers)
  clearInterval(timer)
  process.stdout.write(
    `${summaryText(summary)}\n${failures} failed. ${timeText(seconds())}, ${rate()}.\n`,
  )
  return failures > 0 || done < seeds || codes.some((code) => code !== 0) ? 1 : 0
}

const runWorker = async (work: Work, hear: (word: Word) => void): Promise<number> => {
  const child = fork(path.join(import.meta.dirname, 'worker.ts'), [JSON.stringify(work)])
  child.on('message', (word) => hear(word as Word))
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

process.exitCode = await main()
